"""How a programme stands on 1 June 2026."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.derive.standing import Standing, later, standing
from generator.derive.standing_dates import next_dates, whole_review_due
from generator.derive.standing_figure import Figure, figure
from generator.model.duration import Duration
from tests.plan_builder import make_plan

AS_OF = date(2026, 6, 1)
YEARLY = {"review_every": "365 days", "exercise_every": "365 days"}


def bcp(id_: str = "bcp", **changes: Any) -> dict[str, Any]:
    return {"id": id_, "kind": "bcp", "title": id_} | changes


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


FINDINGS = [
    {
        "id": "radio",
        "text": "The radio was flat.",
        "actions": [
            {"id": "late", "title": "Buy one.", "due": "2026-05-31"},
            {"id": "open", "title": "Try it.", "due": "2026-06-01"},
            {"id": "undated", "title": "Tell them."},
            {"id": "done", "title": "Charge it.", "due": "2026-01-01", "done": "2026-03-01"},
        ],
    },
    {"id": "silence", "text": "Nobody knew the way."},
    {"id": "hall", "text": "The hall was dark.", "accepted": "It closes."},
]


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


def test_what_comes_next() -> None:
    item = {"id": "water", "title": "Water", "expires": "2026-06-10"}
    old = {"id": "bread", "title": "Bread", "expires": "2026-05-10"}
    plan = make_plan(
        header={"review_by": "2026-12-01"},
        programme=YEARLY | {"roadmap": [{"id": "audit", "title": "Audit", "due": "2026-08-01"}]},
        plans=[bcp(approved="2026-01-01", review_by="2026-07-01")],
        exercises=[
            {"id": "drill", "title": "Drill", "planned": "2026-06-01"},
            {"id": "x", "title": "X", "held": "2026-03-01", "findings": FINDINGS},
        ],
        measures=[{"id": "ring", "title": "Ring", "due": "2026-06-15"}],
        resources=[{"id": "bag", "title": "Bag", "items": [item, old]}],
    )
    found = next_dates(plan, standing(plan, AS_OF))
    assert [(f"{one.day:%m-%d}", one.kind, one.id) for one in found] == [
        ("06-01", "action", "open"),
        ("06-01", "exercise", "drill"),
        ("06-10", "item", "bag"),
        ("06-15", "measure", "ring"),
        ("07-01", "plan-review", "bcp"),
        ("08-01", "milestone", "audit"),
        ("12-01", "edition", ""),
        ("01-01", "plan-exercise", "bcp"),
    ]


def weighed(**changes: Any) -> Figure:
    plan = make_plan(**changes)
    return figure(plan, standing(plan, AS_OF))


def counts(found: Figure) -> dict[str, tuple[int, int]]:
    """Part → met, demanded."""
    return {part.part: (part.met, len(part.demands)) for part in found.parts}


def test_a_plan_that_promises_nothing_has_no_figure() -> None:
    found = weighed()
    assert (found.parts, found.percent) == ((), None)
    assert weighed(units=[{"id": "network", "name": "Network"}]).percent is None


def test_the_figure_counts_demands_that_are_met() -> None:
    activities = [
        {"id": "noc", "name": "NOC", "critical": True, "rto": "1h"},
        {"id": "desk", "name": "Desk", "critical": True, "needs_no_plan": {"reason": "Waits."}},
        {"id": "mail", "name": "Mail", "critical": True},
        {"id": "tea", "name": "Tea"},
    ]
    step = {"id": "go", "do": "Go.", "takes": "30 min"}
    tree = {"id": "team", "title": "Team", "answer_rate": 100}
    found = weighed(
        programme=YEARLY
        | {"appetite": {"accept_up_to": 4}, "roadmap": [{"id": "a", "title": "A", "due": AS_OF}]},
        units=[
            {"id": "network", "name": "N"},
            {"id": "noc", "name": "NOC", "parent": "network"},
            {"id": "finance", "name": "F"},
        ],
        activities=activities,
        checklists=[{"id": "go", "title": "Go", "steps": [step]}],
        plans=[
            bcp(
                unit="network",
                approved="2026-01-01",
                activities=["noc"],
                react={"checklists": ["go"]},
            ),
            bcp("other", unit="finance"),
        ],
        exercises=[
            {"id": "x", "title": "X", "held": "2026-03-01", "findings": FINDINGS, "plans": ["bcp"]}
        ],
        scenarios=[{"id": "fire", "title": "Fire"}],
        risks=[
            {"id": "small", "title": "S", "rating": {"likelihood": 2, "impact": 2}},
            {"id": "bare", "title": "B", "rating": {"likelihood": 1, "impact": 5}},
            {
                "id": "told",
                "title": "T",
                "rating": {"likelihood": 3, "impact": 5},
                "scenarios": ["fire"],
            },
        ],
        duties=[
            {"id": "gdpr", "title": "G", "source": "art. 33", "trigger": "A breach"},
            {
                "id": "nis2",
                "title": "N",
                "source": "art. 23",
                "trigger": "An incident",
                "owner": "lead",
                "deadlines": [{"id": "early", "title": "Early", "within": "24h"}],
            },
        ],
        roles=[{"id": "lead", "title": "Lead"}],
        call_trees=[
            tree | {"target": {"within": "2 min"}, "nodes": [{"id": "a", "who": "lead"}]},
            tree
            | {"id": "slow", "target": {"within": "1 min"}}
            | {"nodes": [{"id": "a", "who": "lead"}]},
            tree | {"id": "free", "nodes": [{"id": "a", "who": "lead"}]},
        ],
        measures=[{"id": "ring", "title": "Ring", "due": "2026-05-31"}],
    )
    assert counts(found) == {
        "critical-activity": (2, 3),
        "unit-plan": (2, 3),
        "plan-current": (1, 2),
        "plan-exercised": (1, 2),
        "plan-in-time": (1, 1),
        "risk-answered": (2, 3),
        "duty-owned": (1, 2),
        "tree-in-time": (1, 2),
        "finding-answered": (2, 3),
        "action-on-time": (3, 4),
        "measure-on-time": (0, 1),
        "milestone-on-time": (1, 1),
    }
    # 17 of 27 are 62.96 %: rounded down.
    assert (found.met, found.demanded, found.percent) == (17, 27, 62)
    assert [demand.id for demand in found.parts[0].missed] == ["mail"]


@pytest.mark.parametrize(
    ("header", "reviews", "due"),
    [
        ({}, [], None),
        ({"issued": "2026-01-15"}, [], date(2027, 1, 15)),
        ({"issued": "2026-01-15"}, [{"held": "2026-05-31"}], date(2027, 5, 31)),
        ({"issued": "2026-01-15"}, [{"held": "2026-05-31", "management": True}], date(2027, 5, 31)),
        ({"issued": "2026-01-15"}, [{"held": "2026-05-31", "plans": ["bcp"]}], date(2027, 1, 15)),
        ({"issued": "2026-01-15"}, [{"held": "2026-06-02"}], date(2027, 1, 15)),
        ({"issued": "2026-06-02"}, [], None),
        ({"issued": "2026-01-15", "review_by": "2026-08-01"}, [], date(2026, 8, 1)),
    ],
)
def test_when_the_whole_plan_is_to_be_reviewed(
    header: dict[str, str], reviews: list[dict[str, Any]], due: date | None
) -> None:
    held = [{"id": "look", "title": "Look"} | review for review in reviews]
    plan = make_plan(header=header, plans=[bcp()], reviews=held, programme=YEARLY)
    assert whole_review_due(plan, AS_OF) == due
    coming = [one.day for one in next_dates(plan, standing(plan, AS_OF)) if one.kind == "edition"]
    assert coming == ([due] if due else [])


def test_a_leap_day_counts_in_a_rhythm() -> None:
    plan = make_plan(header={"issued": "2027-09-10"}, programme=YEARLY)
    assert whole_review_due(plan, date(2027, 12, 1)) == date(2028, 9, 9)
    assert whole_review_due(make_plan(header={"issued": "2027-09-10"}), AS_OF) is None
