"""The pages of the recovery order, of systems and machines, and of the programme."""

from __future__ import annotations

from typing import Any

from generator.model.duration import HOUR, Duration
from generator.views.recovery import RecoveryView
from tests.views.view_of import html_of, pages_of

PLAN: dict[str, Any] = {
    "activities": [
        {"id": "bill", "name": "Bill", "rto": "2h", "dependencies": [{"on": "watch"}]},
        {"id": "watch", "name": "Watch", "rto": "4h"},
        {"id": "rest", "name": "Rest"},
    ],
    "programme": {"recovery_order": {"activities": ["bill", "watch"], "reason": "Money first."}},
}


def view(**changes: Any) -> RecoveryView:
    found = pages_of(**(PLAN | changes))["recovery/index.html"].view
    assert isinstance(found, RecoveryView)
    return found


def test_a_stated_order_is_kept_and_contradicted() -> None:
    (order,) = view().orders
    assert order.stated
    assert [step.link.text.words for step in order.steps] == ["Bill", "Watch", "Rest"]
    assert [step.stated for step in order.steps] == [True, True, False]
    assert [clash.kind.value for clash in order.clashes] == ["dependency"]
    html = html_of("recovery/index.html", **PLAN)
    assert "Money first." in html
    assert "1 contradiction" in html


def test_a_derived_order_puts_dependencies_first() -> None:
    (order,) = view(programme=None).orders
    assert not order.stated
    assert [step.link.text.words for step in order.steps] == ["Watch", "Bill", "Rest"]
    assert order.clashes == ()


def test_what_is_really_back_later_says_what_holds_it_up() -> None:
    bill = view().orders[0].steps[0]
    assert bill.real == Duration(4 * HOUR)
    assert bill.through is not None
    assert bill.through.text.words == "Watch"
    assert view().orders[0].steps[1].real is None


def test_machines_stand_in_the_list_with_whom_to_call() -> None:
    phone = {"kind": "phone", "value": "+33 1 99 00 00 01"}
    plan: dict[str, Any] = {
        "suppliers": [
            {
                "id": "fix",
                "name": "Fix",
                "supplies": "Repairs",
                "primary": {"name": "Desk", "contacts": [phone]},
            }
        ],
        "machines": [{"id": "oven", "name": "Oven", "supplier": "fix", "aliases": ["stove"]}],
    }
    html = html_of("systems/index.html", **plan)
    for part in ('id="machine-oven"', 'id="machine-stove"', "tel:+33199000001"):
        assert part in html
    assert [e.anchor for e in pages_of(**plan)["systems/index.html"].entries] == [
        "",
        "machine-oven",
    ]


def test_an_open_question_of_the_programme_says_so() -> None:
    html = html_of("programme/index.html", programme={"why": "Hospitals need us."})
    assert "Hospitals need us." in html
    assert html.count("Not answered yet") == 3


def test_without_a_programme_there_is_no_page_and_no_way_to_it() -> None:
    found = pages_of()
    for kind in ("programme", "activities", "systems", "recovery", "what-if"):
        assert f"{kind}/index.html" not in found
        assert f"{kind}/index.html" not in html_of("index.html")
