"""What checklists, phases and plans take."""

from __future__ import annotations

from typing import Any

from generator.derive.plan_time import (
    EVERYONE,
    PlanTime,
    WorkTime,
    phase_time,
    plan_time,
    steps_time,
)
from generator.model.duration import Duration
from tests.plan_builder import make_plan

MINUTE = 60
ROLES = [{"id": "lead", "title": "Lead"}, {"id": "ict", "title": "ICT"}]


def work(minutes: int, unknown: int = 0, steps: int = 1) -> WorkTime:
    return WorkTime(Duration(minutes * MINUTE), unknown, steps)


def step(takes: int | None = None, **changes: Any) -> dict[str, Any]:
    """A step that takes so many minutes."""
    timed = {} if takes is None else {"takes": f"{takes} min"}
    return {"id": "s", "do": "Go."} | timed | changes


def checklist(id_: str, *steps: dict[str, Any], roles: tuple[str, ...] = ()) -> dict[str, Any]:
    return {"id": id_, "title": id_, "steps": list(steps), "roles": list(roles)}


def taken(*steps: dict[str, Any], blocks: tuple[dict[str, Any], ...] = ()) -> WorkTime:
    plan = make_plan(checklists=[checklist("a", *steps)], blocks=list(blocks))
    return steps_time(plan.checklists[0].steps, {block.id: block.steps for block in plan.blocks})


def test_steps_follow_one_another() -> None:
    found = taken(step(10), step(5), step(0))
    assert found == work(15, steps=3)
    assert found.complete


def test_of_steps_alongside_the_longest_counts() -> None:
    # 10, then 20 beside 5 and 8, then 3.
    alongside = {"alongside": True}
    steps = (step(10), step(20), step(5, **alongside), step(8, **alongside), step(3))
    assert taken(*steps) == work(33, steps=5)
    # 5, with 30 alongside.
    assert taken(step(5), step(30, **alongside)) == work(30, steps=2)


def test_a_step_without_a_time_is_unknown_and_what_is_not_done_takes_none() -> None:
    pause = {"id": "p", "pause": "Before you leave"}
    found = taken(step(10), step(), {"id": "q", "ask": "All out?"}, pause, {"do_not": "Run."})
    assert found == work(10, unknown=2, steps=3)
    assert not found.complete
    assert not taken().complete


def test_a_block_is_opened_or_says_what_it_takes() -> None:
    leave = {"id": "leave", "title": "Leave", "steps": [step(4), step(6), step()]}
    assert taken(step(1), {"block": "leave"}, blocks=(leave,)) == work(11, unknown=1, steps=4)
    assert taken({"block": "leave", "takes": "7 min"}, blocks=(leave,)) == work(7)
    # The whole block beside a step of 12 minutes.
    beside = {"block": "leave", "alongside": True}
    assert taken(step(12), beside, blocks=(leave,)) == work(12, unknown=1, steps=4)
    assert taken({"block": "ghost"}) == work(0, unknown=1)


def test_roles_work_a_phase_at_the_same_time() -> None:
    lists = [checklist("a", step(10)), checklist("b", step(15)), checklist("c", step(20), step())]
    assigned = [
        {"role": "lead", "checklist": "a"},
        {"role": "lead", "checklist": "b"},
        {"role": "ict", "checklist": "c"},
        {"checklist": "a"},
    ]
    phase = {"id": "now", "title": "Now", "checklists": assigned}
    scenario = {"id": "fire", "title": "Fire", "phases": [phase]}
    plan = make_plan(roles=ROLES, checklists=lists, scenarios=[scenario])
    found = phase_time(plan.scenarios[0].phases[0], plan)
    # lead 10 + 15, ict 20 and an unknown step, everyone 10.
    assert found.total == work(25, unknown=1, steps=4)
    assert [role for role, _ in found.by_role] == ["lead", "ict", EVERYONE]
    assert found.by_role[0][1] == work(25, steps=2)
    assert found.slowest == "lead"


def test_a_phase_takes_what_its_longest_variant_takes() -> None:
    lists = [checklist("a", step(10)), checklist("short", step(5)), checklist("long", step(50))]
    assigned = [
        {"checklist": "a"},
        {"checklist": "short", "variants": ["short"]},
        {"checklist": "long", "variants": ["long"]},
    ]
    phase = {"id": "now", "title": "Now", "checklists": assigned}
    variants = [{"id": "short", "title": "S"}, {"id": "long", "title": "L"}]
    scenario = {"id": "fire", "title": "Fire", "phases": [phase], "variants": variants}
    plan = make_plan(checklists=lists, scenarios=[scenario])
    here = plan.scenarios[0].phases[0]
    assert phase_time(here, plan).total == work(60, steps=2)
    assert phase_time(here, plan, "short").total == work(15, steps=2)


def planned(*lists: dict[str, Any], **changes: Any) -> PlanTime:
    """A plan for an activity of 1 h, one of 4 h, and a system of 2 h that does not count."""
    activities = [
        {"id": "noc", "name": "NOC", "rto": "4h"},
        {"id": "desk", "name": "Desk", "rto": "1h"},
        {"id": "mail", "name": "Mail"},
    ]
    systems = [{"id": "tickets", "name": "Tickets", "rto": "2h"}]
    bcp: dict[str, Any] = {
        "id": "bcp",
        "kind": "bcp",
        "title": "BCP",
        "activities": ["noc", "desk", "mail"],
    }
    bcp |= {"systems": ["tickets"], "react": {"checklists": ["a"]}}
    bcp |= {"keep_working": {"checklists": ["b", "a"]}}
    plan = make_plan(
        roles=ROLES,
        activities=activities,
        systems=systems,
        plans=[bcp | changes],
        checklists=list(lists),
    )
    return plan_time(plan.plans[0], plan)


def test_a_plan_against_the_smallest_rto() -> None:
    lists = (checklist("a", step(40), roles=("lead",)), checklist("b", step(15), roles=("lead",)))
    found = planned(*lists)
    assert found.work.total == work(55, steps=2)
    assert found.rto == Duration(60 * MINUTE)
    assert found.bound_by == "desk"
    assert found.meets is True


def test_a_plan_is_too_slow() -> None:
    lists = (checklist("a", step(40), roles=("lead",)), checklist("b", step(30), roles=("lead",)))
    assert planned(*lists).meets is False
    # The two lists at once, by two roles, are in time.
    apart = (lists[0], lists[1] | {"roles": ["ict"]})
    assert planned(*apart).work.total == work(40, steps=2)
    assert planned(*apart).meets is True


def test_a_list_of_two_roles_is_counted_once() -> None:
    both = checklist("a", step(40), step(), roles=("lead", "ict"))
    assert planned(both).work.total == work(40, unknown=1, steps=2)


def test_whether_a_plan_is_in_time_cannot_always_be_told() -> None:
    assert planned(checklist("a", step(10), step())).meets is None
    assert planned(checklist("a", step(90), step())).meets is False
    assert planned().meets is None
    free = planned(checklist("a", step(10)), activities=["mail"], systems=[])
    assert (free.rto, free.bound_by, free.meets) == (None, None, None)


def test_the_rto_of_a_system_does_not_bind_the_whole_plan() -> None:
    recover = planned(checklist("a", step(10)), activities=["noc"])
    assert recover.bound_by == "noc"


def test_a_single_step_with_its_time_is_complete_and_an_empty_line_takes_none() -> None:
    assert taken(step(10)).complete
    assert taken(step(10), {"id": "blank"}) == work(10)


def test_nobody_is_waited_for_if_nothing_takes_time() -> None:
    phase = {"id": "now", "title": "Now", "checklists": [{"role": "lead", "checklist": "a"}]}
    scenario = {"id": "fire", "title": "Fire", "phases": [phase]}
    plan = make_plan(roles=ROLES, checklists=[checklist("a", step())], scenarios=[scenario])
    assert phase_time(plan.scenarios[0].phases[0], plan).slowest is None


def test_the_lists_of_both_questions_count_once_each() -> None:
    lists = (checklist("a", step(40)), checklist("b", step(15)))
    # react: a; keep working: b and again a. Without the one or the other, only the rest.
    assert planned(*lists).work.total == work(55, steps=2)
    assert planned(*lists, keep_working={}).work.total == work(40)
    assert planned(*lists, react={}, keep_working={"checklists": ["b"]}).work.total == work(15)


def test_an_activity_that_the_plan_does_not_have_binds_nothing() -> None:
    found = planned(checklist("a", step(10)), activities=["ghost", "noc"])
    assert found.bound_by == "noc"


def test_as_long_as_the_rto_is_in_time() -> None:
    # desk must be back in 60 min.
    assert planned(checklist("a", step(60))).meets is True
    assert planned(checklist("a", step(61))).meets is False
