"""What comes next: every day from a given one on that the plan asks for something."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from generator.derive.standing import HeldState, Standing, WorkState, later
from generator.model import Plan
from generator.model.walk import Path


class NextDate(Struct, frozen=True):
    """A day, what it is about (``kind`` and ``id``), and where that stands in the plan.

    Kinds: ``exercise``, ``review``, ``assessment``, ``campaign`` (they are planned);
    ``plan-review`` and ``plan-exercise`` (a plan's is due); ``action``, ``measure``, ``milestone``
    (to be done); ``item`` (a thing in a resource expires; the id is the resource's); ``edition``
    (the whole plan is to be reviewed; without id).
    """

    day: date
    kind: str
    id: str
    path: Path


def next_dates(plan: Plan, standing: Standing) -> tuple[NextDate, ...]:
    """All days from ``standing.as_of`` on, the first one first."""
    every = (*_of_standing(standing), *_of_plan(plan, standing.as_of))
    coming = (one for one in every if one.day >= standing.as_of)
    return tuple(sorted(coming, key=lambda one: (one.day, one.kind, one.id)))


def whole_review_due(plan: Plan, as_of: date) -> date | None:
    """When the whole plan is to be reviewed: its own ``review_by``, else so much later than it was
    issued, or reviewed as a whole, as the programme's ``review_every`` says. None without a day.
    """
    header = plan.plan
    held = (review.held for review in plan.reviews if not review.plans)
    known = (day for day in (header.issued, *held) if day and day <= as_of)
    every = plan.programme.review_every if plan.programme else None
    return header.review_by or later(max(known, default=None), every)


def _of_standing(standing: Standing) -> Iterator[NextDate]:
    for held in standing.held:
        if held.state is HeldState.PLANNED and held.day:
            yield NextDate(held.day, held.kind, held.id, held.path)
    for plan in standing.plans:
        if plan.review_due:
            yield NextDate(plan.review_due, "plan-review", plan.id, plan.path)
        if plan.exercise_due:
            yield NextDate(plan.exercise_due, "plan-exercise", plan.id, plan.path)
    for one in standing.actions:
        if one.state is WorkState.OPEN and one.action.due:
            yield NextDate(one.action.due, "action", one.action.id, one.path)
    for work in standing.work:
        if work.state is WorkState.OPEN and work.due:
            yield NextDate(work.due, work.kind, work.id, work.path)


def _of_plan(plan: Plan, as_of: date) -> Iterator[NextDate]:
    if due := whole_review_due(plan, as_of):
        yield NextDate(due, "edition", "", ("plan", "review_by"))
    for index, resource in enumerate(plan.resources):
        for number, item in enumerate(resource.items):
            if item.expires:
                path = ("resources", index, "items", number)
                yield NextDate(item.expires, "item", resource.id, path)
