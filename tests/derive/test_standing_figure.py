"""The figure for management, on 1 June 2026, counted by hand."""

from __future__ import annotations

from typing import Any

import pytest

from generator.derive.standing import standing
from generator.derive.standing_figure import Figure, figure
from tests.derive.programme import AS_OF, FINDINGS, YEARLY, bcp
from tests.plan_builder import make_plan


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


ORGANISATION: dict[str, Any] = {
    "units": [
        {"id": "network", "name": "N"},
        {"id": "noc", "name": "NOC", "parent": "network"},
        {"id": "finance", "name": "F"},
    ],
    "activities": [
        {"id": "noc", "name": "NOC", "critical": True, "rto": "1h"},
        {"id": "desk", "name": "Desk", "critical": True, "needs_no_plan": {"reason": "Waits."}},
        {"id": "mail", "name": "Mail", "critical": True},
        {"id": "tea", "name": "Tea"},
    ],
    "roles": [{"id": "lead", "title": "Lead"}],
}
"""Three critical activities: one has a plan, one needs none, `mail` lacks one."""

PROMISED: dict[str, Any] = {
    "programme": YEARLY
    | {"appetite": {"accept_up_to": 4}, "roadmap": [{"id": "a", "title": "A", "due": AS_OF}]},
    "checklists": [
        {"id": "go", "title": "Go", "steps": [{"id": "go", "do": "Go.", "takes": "30 min"}]}
    ],
    "plans": [
        bcp(
            unit="network", approved="2026-01-01", activities=["noc"], react={"checklists": ["go"]}
        ),
        bcp("other", unit="finance"),
    ],
    "exercises": [
        {"id": "x", "title": "X", "held": "2026-03-01", "findings": FINDINGS, "plans": ["bcp"]}
    ],
    "measures": [{"id": "ring", "title": "Ring", "due": "2026-05-31"}],
}
"""Two plans: one is approved, exercised and quick enough, the other nothing yet."""

THREATS: dict[str, Any] = {
    "scenarios": [{"id": "fire", "title": "Fire"}],
    "risks": [
        {"id": "small", "title": "S", "rating": {"likelihood": 2, "impact": 2}},
        {"id": "bare", "title": "B", "rating": {"likelihood": 1, "impact": 5}},
        {
            "id": "told",
            "title": "T",
            "rating": {"likelihood": 3, "impact": 5},
            "scenarios": ["fire"],
        },
    ],
}
"""Three risks: one is accepted, one has a scenario, `bare` has no answer."""

DUTIES: dict[str, Any] = {
    "duties": [
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
}
"""Two duties, one of them with an owner."""

TREE = {"title": "Team", "answer_rate": 100, "nodes": [{"id": "a", "who": "lead"}]}
TREES: dict[str, Any] = {
    "call_trees": [
        TREE | {"id": "team", "target": {"within": "2 min"}},
        TREE | {"id": "slow", "target": {"within": "1 min"}},
        TREE | {"id": "free"},
    ],
}
"""Two call trees with a target, one of them in time, and one without."""


def test_the_figure_counts_demands_that_are_met() -> None:
    found = weighed(**ORGANISATION, **PROMISED, **THREATS, **DUTIES, **TREES)
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


def duty(id_: str, **changes: Any) -> dict[str, Any]:
    return {"id": id_, "title": id_, "source": "Law", "trigger": "An incident"} | changes


def test_a_duty_has_both_an_owner_and_a_deadline() -> None:
    deadlines = [{"id": "early", "title": "Early", "within": "24h"}]
    duties = [
        duty("owned", owner="lead"),
        duty("timed", deadlines=deadlines),
        duty("both", owner="lead", deadlines=deadlines),
    ]
    (share,) = weighed(duties=duties).parts
    assert [(one.id, one.met) for one in share.demands] == [
        ("owned", False),
        ("timed", False),
        ("both", True),
    ]


def test_without_a_rhythm_no_exercise_is_demanded() -> None:
    approved = bcp(approved="2026-01-01")
    assert counts(weighed(plans=[approved])) == {"plan-current": (1, 1)}
    yearly = weighed(plans=[approved], programme=YEARLY)
    assert counts(yearly) == {"plan-current": (1, 1), "plan-exercised": (0, 1)}


@pytest.mark.parametrize(("held", "met"), [("2025-06-01", 1), ("2025-05-31", 0)])
def test_an_exercise_counts_to_the_last_day_of_the_rhythm(held: str, met: int) -> None:
    # 1 June 2025 and 365 days are 1 June 2026.
    exercises = [{"id": "drill", "title": "Drill", "held": held, "plans": ["bcp"]}]
    plans = [bcp(approved="2026-01-01")]
    found = counts(weighed(plans=plans, exercises=exercises, programme=YEARLY))
    assert found["plan-exercised"] == (met, 1)


def test_a_tree_that_nobody_stands_in_misses_its_target() -> None:
    trees = [{"id": "empty", "title": "Empty", "target": {"within": "1h"}}]
    assert counts(weighed(call_trees=trees)) == {"tree-in-time": (0, 1)}


def test_all_is_a_hundred_and_one_less_is_not() -> None:
    measures = [{"id": f"m{n}", "title": "M", "done": "2026-05-01"} for n in range(200)]
    assert weighed(measures=measures).percent == 100
    late = {"id": "late", "title": "Late", "due": "2026-05-31"}
    # 199 of 200 are 99.5 %: rounded down.
    assert weighed(measures=[*measures[1:], late]).percent == 99
