"""The pages of units and plans: three answers, whether a plan is current, how long it takes."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.views.parts.due import State, due
from generator.views.plans import PlanView
from generator.views.units import UnitView
from tests.views.view_of import html_of, pages_of

DAY = date(2026, 6, 1)
PLAN: dict[str, Any] = {
    "units": [{"id": "net", "name": "Network"}, {"id": "law", "name": "Law", "parent": "net"}],
    "roles": [{"id": "lead", "title": "Lead"}, {"id": "scribe", "title": "Scribe"}],
    "checklists": [
        {
            "id": "move",
            "title": "Move",
            "roles": ["lead"],
            "steps": [
                {"id": "a", "do": "Pack.", "takes": "20 min"},
                {"id": "b", "do": "Drive.", "takes": "40 min"},
            ],
        },
        {
            "id": "note",
            "title": "Note",
            "roles": ["scribe"],
            "steps": [{"id": "a", "do": "Write.", "takes": "5 min"}],
        },
    ],
    "activities": [
        {"id": "noc", "name": "Watch", "unit": "net", "rto": "2h"},
        {"id": "lab", "name": "Lab", "unit": "net", "needs_no_plan": {"reason": "It can wait."}},
    ],
    "plans": [
        {
            "id": "bcp",
            "kind": "bcp",
            "title": "Keep watching",
            "unit": "net",
            "activities": ["noc"],
            "react": {"text": "Move out.", "checklists": ["move", "note"]},
            "manage": {"roles": ["lead"]},
            "approved": "2026-01-01",
            "review_by": "2026-05-31",
            "aliases": ["old"],
        },
        {"id": "drp", "kind": "drp", "title": "Recover", "react": {"text": "Restore."}},
    ],
}


def plan(id_: str, **changes: Any) -> PlanView:
    """The view of a plan."""
    view = pages_of(as_of=DAY, **(PLAN | changes))[f"plans/{id_}.html"].view
    assert isinstance(view, PlanView)
    return view


def test_the_plans_stand_by_kind() -> None:
    groups = pages_of(**PLAN)["plans/index.html"].view
    found = [(group.kind, [row.link.text.words for row in group.rows]) for group in groups]
    assert found == [("bcp", ["Keep watching"]), ("drp", ["Recover"])]


def test_a_unit_plan_shows_the_question_that_is_open_and_another_plan_does_not() -> None:
    assert [(one.question, one.given) for one in plan("bcp").answers] == [
        ("react", True),
        ("keep_working", False),
        ("manage", True),
    ]
    assert [one.question for one in plan("drp").answers] == ["react"]
    html = html_of("plans/bcp.html", **PLAN)
    assert html.count("This question is not answered yet.") == 1


def test_a_review_is_overdue_the_day_after_and_not_on_its_day() -> None:
    assert plan("bcp").row.review.state is State.OVERDUE
    assert "review overdue since 31 May 2026" in html_of("plans/bcp.html", as_of=DAY, **PLAN)
    html = html_of("plans/bcp.html", as_of=date(2026, 5, 31), **PLAN)
    assert "current, review by 31 May 2026" in html


def test_the_programme_says_when_a_plan_without_a_day_is_reviewed() -> None:
    plans = [{**PLAN["plans"][0], "review_by": None}]
    found = plan("bcp", plans=plans, programme={"review_every": "365 days"}).row.review
    assert (found.state, found.day) == (State.OPEN, date(2027, 1, 1))


def test_time_is_that_of_the_slowest_role_against_the_shortest_recovery_time() -> None:
    time = plan("bcp").time
    assert time is not None
    assert (time.known.seconds, time.unknown, time.meets) == (3600, 0, True)
    assert time.slowest is not None
    assert time.slowest.text.words == "Lead"
    assert "That is within the shortest recovery time, 2 hours." in html_of(
        "plans/bcp.html", **PLAN
    )
    assert plan("drp").time is None


def test_a_unit_has_its_plan_on_top_then_its_activities() -> None:
    html = html_of("units/net.html", as_of=DAY, **PLAN)
    order = [
        html.index(part)
        for part in ("How do we react", "Who manages the recovery", 'id="activities"', "Watch")
    ]
    assert order == sorted(order)
    assert "It can wait." in html
    assert 'href="../contacts/net.html"' in html


def test_a_unit_without_a_plan_says_so() -> None:
    view = pages_of(**PLAN)["units/law.html"].view
    assert isinstance(view, UnitView)
    assert view.plans == ()
    assert view.parent is not None
    assert "No plan of its own" in html_of("units/law.html", **PLAN)


def test_units_have_no_pages_before_there_are_plans_or_activities() -> None:
    assert not any(path.startswith("units/") for path in pages_of(units=PLAN["units"]))


def test_pages_keep_old_addresses_and_are_found_by_their_words() -> None:
    page = pages_of(**PLAN)["plans/bcp.html"]
    assert page.aliases == ("old",)
    for word in ("Network", "Move out.", "Watch"):
        assert word in page.entries[0].text


def test_what_was_done_later_was_not_done_on_the_day() -> None:
    before, after = date(2026, 1, 1), date(2026, 12, 1)
    assert due(None, before, DAY).state is State.DONE
    assert due(before, after, DAY) == due(before, None, DAY)
    assert due(DAY, None, DAY).state is State.OPEN
    assert due(None, None, DAY).state is State.UNDATED
    states = [due(after, None, DAY), due(None, None, DAY), due(before, None, DAY)]
    assert [one.state.value for one in sorted(states, key=lambda one: one.order)] == [
        "overdue",
        "open",
        "undated",
    ]
