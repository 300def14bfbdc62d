"""Where the calendar of an edition is, and whether there is one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.derive.standing import standing
from generator.derive.standing_dates import whole_review_due
from generator.editions import Edition
from generator.model.plan import Plan

CALENDAR = "calendar.ics"
"""Its path below the language folder."""


def calendar_file(edition: Edition) -> str:
    """The calendar's path, empty where the plan names no day that would stand in it."""
    return CALENDAR if any(_days(edition.plan, edition.as_of)) else ""


def _days(plan: Plan, as_of: date) -> Iterator[date | None]:
    yield whole_review_due(plan, as_of)
    for one in standing(plan, as_of).plans:
        yield from (one.review_due, one.exercise_due)
    for held in (plan.exercises, plan.reviews, plan.assessments, plan.campaigns):
        yield from (one.held or one.planned for one in held)
    for source in (plan.exercises, plan.reviews, plan.assessments, plan.activations):
        for finding in (found for one in source for found in one.findings):
            yield from (action.due for action in finding.actions if not action.done)
    yield from (one.due for one in plan.measures if not one.done)
    roadmap = plan.programme.roadmap if plan.programme else ()
    yield from (one.due for one in roadmap if not one.done)
    yield from (item.expires for one in plan.resources for item in one.items)
