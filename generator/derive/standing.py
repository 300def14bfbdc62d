"""How the programme stands on a day: plans, reviews, exercises, actions, measures, milestones.

The day counts everywhere: what was approved, held or done after it was not yet so on that day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct

from generator.model import Plan
from generator.model.action import Action, Observation
from generator.model.continuity_plan import ContinuityPlan
from generator.model.duration import DAY, Duration
from generator.model.exercise import Held
from generator.model.walk import Path


class PlanState(StrEnum):
    """Whether a plan holds."""

    CURRENT = "current"
    OVERDUE = "overdue"
    NEVER = "never-approved"


class HeldState(StrEnum):
    """Whether something was held."""

    HELD = "held"
    PLANNED = "planned"
    OVERDUE = "overdue"
    UNDATED = "undated"


class WorkState(StrEnum):
    """Whether something was done."""

    DONE = "done"
    OPEN = "open"
    OVERDUE = "overdue"


class PlanStanding(Struct, frozen=True):
    """A plan of the four kinds.

    ``reviewed`` is the day it was last approved or reviewed; ``review_due`` the plan's own
    ``review_by``, else that day and ``review_every``. ``exercised`` is when it was last
    exercised, ``exercise_due`` that day (without one, the day of approval) and
    ``exercise_every``. None where there is no such day.
    """

    id: str
    path: Path
    state: PlanState
    reviewed: date | None
    review_due: date | None
    exercised: date | None
    exercise_due: date | None
    exercise_overdue: bool


class HeldStanding(Struct, frozen=True):
    """A review, exercise, assessment or campaign (``kind``); ``day`` is when it was or will be."""

    kind: str
    id: str
    path: Path
    state: HeldState
    day: date | None


class FindingStanding(Struct, frozen=True):
    """What an exercise, review, assessment or activation (``kind``, ``id``) has found.

    ``answered`` is true if actions follow from it or it was accepted.
    """

    kind: str
    id: str
    path: Path
    finding: Observation
    answered: bool


class ActionStanding(Struct, frozen=True):
    """An action that follows from a finding of ``kind`` and ``id``."""

    kind: str
    id: str
    path: Path
    finding: Observation
    action: Action
    state: WorkState


class WorkStanding(Struct, frozen=True):
    """A measure or milestone (``kind``)."""

    kind: str
    id: str
    path: Path
    state: WorkState
    due: date | None


class Standing(Struct, frozen=True):
    """The state of everything, in the plan's order."""

    as_of: date
    plans: tuple[PlanStanding, ...]
    held: tuple[HeldStanding, ...]
    findings: tuple[FindingStanding, ...]
    actions: tuple[ActionStanding, ...]
    work: tuple[WorkStanding, ...]

    def of(self, kind: str) -> tuple[HeldStanding, ...]:
        """Those of one kind: ``review``, ``exercise``, ``assessment`` or ``campaign``."""
        return tuple(one for one in self.held if one.kind == kind)


_HELD = {
    "exercise": "exercises",
    "review": "reviews",
    "assessment": "assessments",
    "campaign": "campaigns",
}
_FINDING = {
    "exercise": "exercises",
    "review": "reviews",
    "assessment": "assessments",
    "activation": "activations",
}


def standing(plan: Plan, as_of: date) -> Standing:
    """How the programme stands on a day."""
    found = tuple(_findings(plan))
    return Standing(
        as_of,
        tuple(_plan(plan, index, as_of) for index in range(len(plan.plans))),
        tuple(
            HeldStanding(kind, one.id, (field, index), *_held(one, as_of))
            for kind, field in _HELD.items()
            for index, one in enumerate(getattr(plan, field))
        ),
        found,
        tuple(_actions(found, as_of)),
        tuple(_work(plan, as_of)),
    )


def later(day: date | None, every: Duration | None) -> date | None:
    """The day so much later, None without one of the two or beyond the calendar."""
    if day is None or every is None:
        return None
    try:
        return day + timedelta(days=max(1, every.seconds // DAY))
    except OverflowError:
        return None


def _plan(plan: Plan, index: int, as_of: date) -> PlanStanding:
    one = plan.plans[index]
    approved = one.approved if one.approved and one.approved <= as_of else None
    programme = plan.programme
    reviewed = _last(as_of, approved, *_reviews_of(one, plan))
    exercised = _last(as_of, *(e.held for e in plan.exercises if one.id in e.plans))
    due = one.review_by or later(reviewed, programme.review_every if programme else None)
    every = programme.exercise_every if programme else None
    exercise_due = later(exercised or approved, every)
    if approved is None:
        state = PlanState.NEVER
    else:
        state = PlanState.OVERDUE if due and due < as_of else PlanState.CURRENT
    return PlanStanding(
        one.id,
        ("plans", index),
        state,
        reviewed,
        due,
        exercised,
        exercise_due,
        exercise_due is not None and exercise_due < as_of,
    )


def _reviews_of(one: ContinuityPlan, plan: Plan) -> Iterator[date | None]:
    """When the plan was reviewed, by name or with all others.

    A management review that names no plan looks at the programme, not into each plan.
    """
    for review in plan.reviews:
        if one.id in review.plans or not (review.plans or review.management):
            yield review.held


def _last(as_of: date, *days: date | None) -> date | None:
    return max((day for day in days if day is not None and day <= as_of), default=None)


def _held(one: Held, as_of: date) -> tuple[HeldState, date | None]:
    if one.held is not None and one.held <= as_of:
        return HeldState.HELD, one.held
    day = one.planned or one.held
    if day is None:
        return HeldState.UNDATED, None
    return (HeldState.OVERDUE if day < as_of else HeldState.PLANNED), day


def _findings(plan: Plan) -> Iterator[FindingStanding]:
    for kind, field in _FINDING.items():
        for index, source in enumerate(getattr(plan, field)):
            for number, finding in enumerate(source.findings):
                path = (field, index, "findings", number)
                answered = bool(finding.actions or finding.accepted)
                yield FindingStanding(kind, source.id, path, finding, answered)


def _actions(findings: Iterable[FindingStanding], as_of: date) -> Iterator[ActionStanding]:
    for found in findings:
        for number, action in enumerate(found.finding.actions):
            path = (*found.path, "actions", number)
            state = _state(action.due, action.done, as_of)
            yield ActionStanding(found.kind, found.id, path, found.finding, action, state)


def _work(plan: Plan, as_of: date) -> Iterator[WorkStanding]:
    for index, measure in enumerate(plan.measures):
        state = _state(measure.due, measure.done, as_of)
        yield WorkStanding("measure", measure.id, ("measures", index), state, measure.due)
    for index, milestone in enumerate(plan.programme.roadmap if plan.programme else ()):
        path = ("programme", "roadmap", index)
        state = _state(milestone.due, milestone.done, as_of)
        yield WorkStanding("milestone", milestone.id, path, state, milestone.due)


def _state(due: date | None, done: date | None, as_of: date) -> WorkState:
    if done is not None and done <= as_of:
        return WorkState.DONE
    return WorkState.OVERDUE if due is not None and due < as_of else WorkState.OPEN
