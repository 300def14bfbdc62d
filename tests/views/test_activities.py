"""The pages of activities, products and customers."""

from __future__ import annotations

from typing import Any

from generator.views.activities import ActivityView
from generator.views.parts.activity_list import ActivitiesView
from generator.views.parts.dependency import LARGEST
from tests.views.view_of import html_of, pages_of

PLAN: dict[str, Any] = {
    "units": [{"id": "noc", "name": "NOC"}],
    "programme": {"impact": [{"value": 1, "title": "Small"}, {"value": 3, "title": "Grave"}]},
    "products": [{"id": "light", "name": "Light"}],
    "customers": [{"id": "clinic", "name": "Clinic", "products": ["light"]}],
    "systems": [{"id": "tickets", "name": "Tickets", "rto": "4h"}],
    "activities": [
        {"id": "bill", "name": "Bill", "rto": "1 day", "priority": 1, "critical": True},
        {
            "id": "watch",
            "name": "Watch",
            "unit": "noc",
            "rto": "2h",
            "mtpd": "8h",
            "priority": 2,
            "products": ["light"],
            "workaround": "On paper.",
            "impacts": [{"after": "8h", "impact": 3}, {"after": "1h", "impact": 2}],
            "needs": [{"after": "4h", "people": 1, "systems": ["tickets"]}],
            "dependencies": [{"on": "bill"}, {"on": "tickets"}],
        },
        {"id": "archive", "name": "Archive", "needs_no_plan": {"reason": "It can wait."}},
    ],
    "plans": [{"id": "bcp", "kind": "bcp", "title": "BCP", "activities": ["watch"]}],
}


def listed(**changes: Any) -> ActivitiesView:
    view = pages_of(**(PLAN | changes))["activities/index.html"].view
    assert isinstance(view, ActivitiesView)
    return view


def activity(id_: str) -> ActivityView:
    view = pages_of(**PLAN)[f"activities/{id_}.html"].view
    assert isinstance(view, ActivityView)
    return view


def test_the_table_stands_in_recovery_order() -> None:
    rows = listed().rows
    assert [row.link.text.words for row in rows] == ["Bill", "Watch", "Archive"]
    assert [row.place for row in rows] == [1, 2, 3]
    assert [row.standing_order for row in rows] == [0, 2, 1]
    html = html_of("activities/index.html", **PLAN)
    assert '<td data-rb-value="1">1</td>' in html
    assert "Needs no plan" in html
    assert 'data-rb-value="7200">2 hours</td>' in html


def test_what_each_unit_needs_stands_in_a_drawing_and_in_a_list() -> None:
    noc, other = listed().units
    assert noc.name is not None
    assert noc.drawing is not None
    assert {box.title for box in noc.drawing.boxes} == {"Watch", "Bill", "Tickets"}
    assert [thing.link.text.words for thing in noc.activities[0].needs] == ["Bill", "Tickets"]
    assert other.name is None
    assert other.drawing is None


def test_a_drawing_never_grows_past_what_can_be_read() -> None:
    many = [
        {"id": f"a{n}", "name": f"A{n}", "unit": "noc", "dependencies": [{"on": f"s{n}"}]}
        for n in range(40)
    ]
    systems = [{"id": f"s{n}", "name": f"S{n}"} for n in range(40)]
    (unit,) = listed(activities=many, systems=systems, plans=[]).units
    assert unit.drawing is not None
    assert len(unit.drawing.boxes) == LARGEST
    assert unit.cut
    assert len(unit.activities) == 40


def test_the_workaround_stands_before_the_figures() -> None:
    html = html_of("activities/watch.html", **PLAN)
    order = [html.index(part) for part in ("On paper.", "Tickets", "MTPD", "Grave")]
    assert order == sorted(order)


def test_a_dependency_that_is_slower_than_it_may_be_is_marked() -> None:
    bill, tickets = activity("watch").dependencies
    assert bill.slower
    assert tickets.slower
    assert "Takes longer than this can wait" in html_of("activities/watch.html", **PLAN)


def test_impact_is_told_in_words_and_marks_of_the_own_scale() -> None:
    lines = activity("watch").impacts
    assert [(line.value, line.rank, line.of) for line in lines] == [(2, 1, 2), (3, 2, 2)]
    assert [line.title.words if line.title else "" for line in lines] == ["", "Grave"]


def test_what_depends_on_it_is_listed() -> None:
    assert [one.link.text.words for one in activity("bill").dependents] == ["Watch"]


def test_a_critical_activity_without_plan_says_so() -> None:
    assert "no plan protects it" in html_of("activities/bill.html", **PLAN)
    assert "no plan protects it" not in html_of("activities/watch.html", **PLAN)
    assert "It can wait." in html_of("activities/archive.html", **PLAN)


def test_products_and_customers_have_anchors() -> None:
    page = pages_of(**PLAN)["activities/index.html"]
    assert [entry.anchor for entry in page.entries] == ["", "product-light", "customer-clinic"]
    html = html_of("activities/index.html", **PLAN)
    assert 'href="watch.html"' in html
    assert 'href="index.html#customer-clinic"' in html or 'href="#customer-clinic"' in html
