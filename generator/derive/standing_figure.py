"""One figure for management: the share of the programme's own demands that are met, in parts.

Every demand counts once, whatever its weight, and only what the plan itself promises is demanded:
without a rhythm of exercises none is missed. The figure says whether the records are complete and
on time, not whether the organisation would recover.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from generator.derive.coverage import activity_by_plan, answered, unit_by_plan
from generator.derive.plan_time import plan_time
from generator.derive.reach import reach
from generator.derive.standing import PlanState, Standing, WorkState, later
from generator.model import Plan


class Demand(Struct, frozen=True):
    """One thing that is asked of something (kind and id in the plan), and whether it is met."""

    kind: str
    id: str
    met: bool


class Share(Struct, frozen=True):
    """One part of the figure: ``part`` names what is asked of each of ``demands``."""

    part: str
    demands: tuple[Demand, ...]

    @property
    def met(self) -> int:
        """How many are met."""
        return sum(demand.met for demand in self.demands)

    @property
    def missed(self) -> tuple[Demand, ...]:
        """Those that are not."""
        return tuple(demand for demand in self.demands if not demand.met)


class Figure(Struct, frozen=True):
    """All parts that demand anything."""

    parts: tuple[Share, ...]

    @property
    def met(self) -> int:
        """Demands that are met."""
        return sum(part.met for part in self.parts)

    @property
    def demanded(self) -> int:
        """All demands."""
        return sum(len(part.demands) for part in self.parts)

    @property
    def percent(self) -> int | None:
        """Whole per cent, rounded down so that 100 means all; None if nothing is demanded."""
        return 100 * self.met // self.demanded if self.demanded else None


def figure(plan: Plan, standing: Standing) -> Figure:
    """Weigh a plan as it stands on a day. The parts, and when a demand of each is met:

    - ``critical-activity``: a critical activity has a plan, or the decision that it needs none.
    - ``unit-plan`` (if there are plans): a unit, or one above it, has a plan that is current.
    - ``plan-current``: a plan is approved and its review is not overdue.
    - ``plan-exercised`` (if there is a rhythm): a plan was exercised within it.
    - ``plan-in-time``: a plan with an RTO says what every step takes, and is not slower.
    - ``risk-answered`` (if there is an appetite): a risk is within it, accepted for a reason, or
      covered by a scenario.
    - ``duty-owned``: a reporting duty has an owner and a deadline.
    - ``tree-in-time``: a call tree with a target meets it.
    - ``finding-answered``: a finding has an action or was accepted.
    - ``action-on-time``, ``measure-on-time``, ``milestone-on-time``: done, or not yet due.
    """
    parts = (
        ("critical-activity", _critical_activities(plan)),
        ("unit-plan", _units(plan, standing)),
        ("plan-current", _current(standing)),
        ("plan-exercised", _exercised(plan, standing)),
        ("plan-in-time", _plans_in_time(plan)),
        ("risk-answered", _risks(plan)),
        ("duty-owned", _duties(plan)),
        ("tree-in-time", _trees(plan)),
        ("finding-answered", _findings(standing)),
        ("action-on-time", _actions(standing)),
        ("measure-on-time", _work(standing, "measure")),
        ("milestone-on-time", _work(standing, "milestone")),
    )
    shares = (Share(part, tuple(demands)) for part, demands in parts)
    return Figure(tuple(share for share in shares if share.demands))


def _critical_activities(plan: Plan) -> Iterator[Demand]:
    unplanned = set(activity_by_plan(plan).empty_rows)
    for activity in plan.activities:
        if activity.critical:
            met = activity.id not in unplanned or activity.needs_no_plan is not None
            yield Demand("activity", activity.id, met)


def _units(plan: Plan, standing: Standing) -> Iterator[Demand]:
    current = {one.id for one in standing.plans if one.state is PlanState.CURRENT}
    covering = {row for row, column in unit_by_plan(plan).cells if column in current}
    for unit in plan.units if plan.plans else ():
        yield Demand("unit", unit.id, unit.id in covering)


def _current(standing: Standing) -> Iterator[Demand]:
    for one in standing.plans:
        yield Demand("plan", one.id, one.state is PlanState.CURRENT)


def _exercised(plan: Plan, standing: Standing) -> Iterator[Demand]:
    every = plan.programme.exercise_every if plan.programme else None
    for one in standing.plans if every else ():
        until = later(one.exercised, every)
        yield Demand("plan", one.id, until is not None and until >= standing.as_of)


def _plans_in_time(plan: Plan) -> Iterator[Demand]:
    for one in plan.plans:
        time = plan_time(one, plan)
        if time.rto is not None:
            yield Demand("plan", one.id, time.meets is True)


def _risks(plan: Plan) -> Iterable[Demand]:
    if plan.programme is None or plan.programme.appetite.accept_up_to is None:
        return ()
    return [Demand("risk", risk.id, answered(risk, plan)) for risk in plan.risks]


def _duties(plan: Plan) -> Iterator[Demand]:
    for duty in plan.duties:
        yield Demand("duty", duty.id, duty.owner is not None and bool(duty.deadlines))


def _trees(plan: Plan) -> Iterator[Demand]:
    for tree in plan.call_trees:
        if tree.target is not None:
            found = reach(tree, plan)
            yield Demand("call-tree", tree.id, found is not None and bool(found.meets_target))


def _findings(standing: Standing) -> Iterator[Demand]:
    for found in standing.findings:
        yield Demand(found.kind, found.id, found.answered)


def _actions(standing: Standing) -> Iterator[Demand]:
    for one in standing.actions:
        yield Demand(one.kind, one.id, one.state is not WorkState.OVERDUE)


def _work(standing: Standing, kind: str) -> Iterator[Demand]:
    for one in standing.work:
        if one.kind == kind:
            yield Demand(kind, one.id, one.state is not WorkState.OVERDUE)
