"""The three questions that a unit's plan answers, as its page and the unit's page show them."""

from __future__ import annotations

from msgspec import Struct

from generator.derive.standing import Standing, standing
from generator.model.continuity_plan import Answer, ContinuityPlan, PlanKind
from generator.model.text import Text
from generator.views.page import Link
from generator.views.parts.due import Due, due
from generator.views.parts.index import Index

QUESTIONS = ("react", "keep_working", "manage")
"""The plan's fields, which are keys in the locale too."""


class AnswerLines(Struct, frozen=True):
    """One question with its answer; ``given`` is False if nobody answered it yet."""

    question: str
    given: bool
    text: Text | None
    checklists: tuple[Link, ...]
    roles: tuple[Link, ...]


def answers(plan: ContinuityPlan, index: Index) -> tuple[AnswerLines, ...]:
    """The answers of a plan; a question left open is shown only where the plan must answer it."""
    found = ((name, getattr(plan, name)) for name in QUESTIONS)
    asked = plan.kind is PlanKind.BCP
    return tuple(_lines(name, answer, index) for name, answer in found if answer.given or asked)


def _lines(name: str, answer: Answer, index: Index) -> AnswerLines:
    return AnswerLines(
        name,
        answer.given,
        answer.text,
        index.links("checklist", answer.checklists),
        index.links("role", answer.roles),
    )


def review_due(plan: ContinuityPlan, index: Index) -> Due:
    """When a plan is to be reviewed, and whether that is late."""
    found = next(one for one in standing_of(index).plans if one.id == plan.id)
    return due(found.review_due, None, index.edition.as_of)


def standing_of(index: Index) -> Standing:
    """How the edition's plan stands on its day."""
    key = ("standing",)
    found: Standing | None = index.made.get(key)
    if found is None:
        edition = index.edition
        found = index.made[key] = standing(edition.plan, edition.as_of)
    return found
