"""The pages of what falls when something is lost."""

from __future__ import annotations

from typing import Any

from generator.model.duration import HOUR, Duration
from generator.views.parts.loss import LossView
from generator.views.what_if import WhatIfView
from tests.views.view_of import html_of, pages_of

PHONE = {"kind": "phone", "value": "+33 1 99 00 00 01"}
PLAN: dict[str, Any] = {
    "people": [{"id": "noor", "name": "Noor"}, {"id": "sam", "name": "Sam", "contacts": [PHONE]}],
    "roles": [{"id": "lead", "title": "Lead", "holder": "noor", "alternates": ["sam"]}],
    "suppliers": [
        {
            "id": "fibre",
            "name": "Fibre Ltd",
            "supplies": "Fibre",
            "primary": {"name": "Desk", "contacts": [PHONE]},
        }
    ],
    "sites": [{"id": "north", "name": "North", "aliases": ["hall"]}],
    "systems": [
        {"id": "tickets", "name": "Tickets", "sites": ["north"], "supplier": "fibre"},
        {"id": "spare", "name": "Spare"},
    ],
    "activities": [
        {
            "id": "watch",
            "name": "Watch",
            "critical": True,
            "mtpd": "8h",
            "workaround": "On paper.",
            "dependencies": [{"on": "tickets"}, {"on": "noor", "decision": "mitigated"}],
        },
        {"id": "bill", "name": "Bill", "mtpd": "5 days", "dependencies": [{"on": "watch"}]},
    ],
    "checklists": [{"id": "move", "title": "Move", "steps": [{"id": "go", "do": "Go."}]}],
    "scenarios": [{"id": "down", "title": "A hall is down", "sites": ["north"]}],
    "plans": [
        {
            "id": "drp",
            "kind": "drp",
            "title": "Recover IT",
            "systems": ["tickets"],
            "react": {"checklists": ["move"]},
        }
    ],
}


def loss(path: str, **changes: Any) -> LossView:
    view = pages_of(**(PLAN | changes))[f"what-if/{path}.html"].view
    assert isinstance(view, LossView)
    return view


def test_what_falls_is_told_with_when_it_hurts_the_soonest_first() -> None:
    view = loss("site-north")
    activities = next(one for one in view.falls if one.kind == "activity")
    assert [one.link.text.words for one in activities.found] == ["Watch", "Bill"]
    assert view.hurts == Duration(8 * HOUR)
    assert [one.kind for one in view.falls] == ["activity", "system"]
    assert view.single == view.undecided == 1
    html = html_of("what-if/site-north.html", **PLAN)
    assert "On paper." in html
    assert "Single point of failure" in html


def test_scenarios_plans_and_their_checklists_answer_it() -> None:
    html = html_of("what-if/site-north.html", **PLAN)
    assert 'href="../scenarios/down.html"' in html
    assert 'href="../checklists/move.html"' in html


def test_the_supplier_is_called() -> None:
    for path in ("system-tickets", "supplier-fibre"):
        html = html_of(f"what-if/{path}.html", **PLAN)
        assert '<a class="rb-call" href="tel:+33199000001">' in html


def test_for_a_key_person_those_are_called_who_take_over() -> None:
    view = loss("person-noor")
    assert [[other.link.text.words for other in one.alternates] for one in view.people] == [["Sam"]]
    assert view.falls == ()
    assert [one.kind for one in view.softened] == ["activity"]
    assert view.hurts == Duration(8 * HOUR)
    assert "no activity falls" in html_of("what-if/person-noor.html", **PLAN).lower()


def test_for_somebody_without_a_role_the_head_of_the_unit_is_called() -> None:
    people = [
        {"id": "noor", "name": "Noor", "unit": "noc"},
        {"id": "sam", "name": "Sam", "contacts": [PHONE]},
    ]
    units = [{"id": "noc", "name": "NOC", "head": "sam"}]
    changes: dict[str, Any] = {"people": people, "units": units, "roles": []}
    view = loss("person-noor", **changes)
    assert [one.link.text.words for one in view.people] == ["Sam"]
    assert "tel:+33199000001" in html_of("what-if/person-noor.html", **(PLAN | changes))


def test_what_nothing_depends_on_says_so() -> None:
    assert "Nothing in this edition" in html_of("what-if/system-spare.html", **PLAN)
    assert "what-if/person-sam.html" not in pages_of(**PLAN)


def test_single_points_stand_first_in_the_list() -> None:
    page = pages_of(**PLAN)["what-if/index.html"]
    assert isinstance(page.view, WhatIfView)
    assert [row.link.text.words for row in page.view.singles] == ["Tickets", "North", "Fibre Ltd"]
    assert [kind for kind, _ in page.view.kinds] == ["system", "site", "supplier", "person"]
    assert page.headings[0].id == "single"


def test_former_ids_lead_to_the_page() -> None:
    assert pages_of(**PLAN)["what-if/site-north.html"].aliases == ("site-hall",)


def test_without_activities_there_are_no_such_pages() -> None:
    found = pages_of(systems=PLAN["systems"], suppliers=PLAN["suppliers"])
    assert "systems/tickets.html" in found
    assert not any(path.startswith("what-if/") for path in found)
    assert "What if" not in html_of("systems/tickets.html", systems=PLAN["systems"])
