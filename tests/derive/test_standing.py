"""How a programme stands on 1 June 2026."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.derive.standing import Standing, later, standing
from generator.model.duration import Duration
from tests.derive.programme import AS_OF, FINDINGS, YEARLY, bcp
from tests.plan_builder import make_plan


def stands(**changes: Any) -> Standing:
    return standing(make_plan(**changes), AS_OF)


@pytest.mark.parametrize(
    ("dates", "state"),
    [
        ({}, "never-approved"),
        ({"approved": "2026-06-02"}, "never-approved"),
        ({"approved": "2026-06-01"}, "current"),
        ({"approved": "2024-01-01", "review_by": "2026-06-01"}, "current"),
        ({"approved": "2026-01-01", "review_by": "2026-05-31"}, "overdue"),
        # 1 June 2025 and 365 days are 1 June 2026; a day earlier is too late.
        ({"approved": "2025-06-01"}, "current"),
        ({"approved": "2025-05-31"}, "overdue"),
    ],
)
def test_a_plan_is_current_overdue_or_was_never_approved(dates: dict[str, str], state: str) -> None:
    (found,) = stands(plans=[bcp(**dates)], programme=YEARLY).plans
    assert found.state == state


def test_a_review_moves_the_next_one() -> None:
    reviews = [
        {"id": "all", "title": "All", "held": "2025-09-01"},
        {"id": "other", "title": "Other", "held": "2026-04-01", "plans": ["other"]},
        {"id": "board", "title": "Board", "held": "2026-05-01", "management": True},
        {"id": "next", "title": "Next", "held": "2026-07-01"},
    ]
    plans = [bcp(approved="2025-01-01"), bcp("other", approved="2025-01-01")]
    first, other = stands(plans=plans, reviews=reviews, programme=YEARLY).plans
    assert (first.reviewed, first.review_due) == (date(2025, 9, 1), date(2026, 9, 1))
    assert (other.reviewed, other.review_due) == (date(2026, 4, 1), date(2027, 4, 1))


def test_without_a_rhythm_nothing_is_due() -> None:
    (found,) = stands(plans=[bcp(approved="2010-01-01")]).plans
    assert (found.state, found.review_due, found.exercise_due) == ("current", None, None)
    assert not found.exercise_overdue


def test_when_a_plan_is_to_be_exercised() -> None:
    exercises = [
        {"id": "old", "title": "Old", "held": "2025-03-01", "plans": ["bcp"]},
        {"id": "planned", "title": "Planned", "planned": "2026-09-01", "plans": ["bcp"]},
    ]
    plans = [bcp(approved="2024-01-01"), bcp("fresh", approved="2026-05-01"), bcp("never")]
    old, fresh, never = stands(plans=plans, exercises=exercises, programme=YEARLY).plans
    assert (old.exercised, old.exercise_due) == (date(2025, 3, 1), date(2026, 3, 1))
    assert old.exercise_overdue
    assert (fresh.exercised, fresh.exercise_due) == (None, date(2027, 5, 1))
    assert not fresh.exercise_overdue
    assert never.exercise_due is None


def test_a_rhythm_beyond_the_calendar_is_none() -> None:
    assert later(date(9999, 1, 1), Duration(365 * 86400)) is None
    assert later(date(2026, 1, 1), Duration(60)) == date(2026, 1, 2)


def test_what_was_held_is_planned_or_was_missed() -> None:
    exercises = [
        {"id": "held", "title": "A", "planned": "2026-01-01", "held": "2026-02-01"},
        {"id": "missed", "title": "B", "planned": "2026-05-31"},
        {"id": "today", "title": "C", "planned": "2026-06-01"},
        {"id": "undated", "title": "D"},
        {"id": "ahead", "title": "E", "held": "2026-07-01"},
    ]
    found = stands(exercises=exercises, campaigns=[{"id": "badge", "title": "Badge"}])
    states = [(one.id, str(one.state)) for one in found.of("exercise")]
    assert states == [
        ("held", "held"),
        ("missed", "overdue"),
        ("today", "planned"),
        ("undated", "undated"),
        ("ahead", "planned"),
    ]
    assert [one.path for one in found.of("campaign")] == [("campaigns", 0)]


def sources() -> dict[str, Any]:
    held = {"id": "x", "title": "X", "held": "2026-03-01", "findings": FINDINGS}
    scenario = {"id": "fire", "title": "Fire"}
    activation = {"id": "x", "title": "X", "scenario": "fire", "begins": "2026-01-01"}
    return {
        "exercises": [held],
        "reviews": [held],
        "assessments": [held],
        "scenarios": [scenario],
        "activations": [activation | {"findings": FINDINGS}],
    }


def test_findings_and_actions_of_every_source() -> None:
    found = stands(**sources())
    assert [one.kind for one in found.findings[::3]] == [
        "exercise",
        "review",
        "assessment",
        "activation",
    ]
    assert [one.answered for one in found.findings[:3]] == [True, False, True]
    states = [(one.action.id, str(one.state)) for one in found.actions[:4]]
    assert states == [("late", "overdue"), ("open", "open"), ("undated", "open"), ("done", "done")]
    assert len(found.actions) == 16
    assert found.actions[5].path == ("reviews", 0, "findings", 0, "actions", 1)


def test_measures_and_milestones() -> None:
    measures = [
        {"id": "ring", "title": "Ring", "due": "2026-05-31"},
        {"id": "lamp", "title": "Lamp", "done": "2026-05-01"},
    ]
    roadmap = [{"id": "audit", "title": "Audit", "due": "2026-06-01"}]
    found = stands(measures=measures, programme={"roadmap": roadmap})
    assert [(one.kind, one.id, str(one.state)) for one in found.work] == [
        ("measure", "ring", "overdue"),
        ("measure", "lamp", "done"),
        ("milestone", "audit", "open"),
    ]
    assert found.work[2].path == ("programme", "roadmap", 0)


def test_what_is_held_or_done_today_is_and_tomorrow_is_not_yet() -> None:
    exercises = [
        {"id": "today", "title": "A", "held": "2026-06-01"},
        {"id": "tomorrow", "title": "B", "planned": "2026-05-01", "held": "2026-06-02"},
    ]
    measures = [
        {"id": "today", "title": "A", "due": "2026-05-01", "done": "2026-06-01"},
        {"id": "tomorrow", "title": "B", "due": "2026-05-01", "done": "2026-06-02"},
    ]
    found = stands(exercises=exercises, measures=measures)
    assert [(str(one.state), one.day) for one in found.held] == [
        ("held", date(2026, 6, 1)),
        # Planned for 1 May, and on 1 June not held.
        ("overdue", date(2026, 5, 1)),
    ]
    assert [str(one.state) for one in found.work] == ["done", "overdue"]


def test_everything_knows_its_place_in_the_plan() -> None:
    measures = [{"id": "ring", "title": "Ring"}, {"id": "lamp", "title": "Lamp"}]
    found = stands(plans=[bcp(), bcp("drp")], measures=measures, **sources())
    assert [one.path for one in found.plans] == [("plans", 0), ("plans", 1)]
    assert [one.path for one in found.held] == [
        ("exercises", 0), ("reviews", 0), ("assessments", 0),
    ]  # fmt: skip
    assert [one.path for one in found.work] == [("measures", 0), ("measures", 1)]
    assert found.findings[10].path == ("activations", 0, "findings", 1)


def test_an_exercise_is_due_to_the_day() -> None:
    # 31 May 2025 and 365 days are 31 May 2026: yesterday. 1 June is today.
    def overdue(held: str) -> bool:
        exercises = [{"id": "drill", "title": "Drill", "held": held, "plans": ["bcp"]}]
        (found,) = stands(plans=[bcp()], exercises=exercises, programme=YEARLY).plans
        return found.exercise_overdue

    assert (overdue("2025-05-31"), overdue("2025-06-01")) == (True, False)
