"""What standards and laws ask a plan to hold, clause by clause, and where the plan holds it."""

from __future__ import annotations

from datetime import date

from generator.derive.requirements.cyfun_2025 import CYFUN_2025
from generator.derive.requirements.dora import DORA
from generator.derive.requirements.iso_22301 import ISO_22301
from generator.derive.requirements.nis2 import NIS2
from generator.derive.requirements.nis2_annex import NIS2_ANNEX
from generator.derive.requirements.requirement import (
    Answer,
    Evidence,
    Requirement,
    Result,
    Standard,
)
from generator.model import Plan

__all__ = [
    "STANDARDS",
    "Answer",
    "Evidence",
    "Requirement",
    "Result",
    "Standard",
    "answers",
    "applying",
]

STANDARDS: tuple[Standard, ...] = (ISO_22301, NIS2_ANNEX, NIS2, CYFUN_2025, DORA)


def applying(plan: Plan) -> tuple[Standard, ...]:
    """The standards that the plan is held against: those that it names, or all."""
    named = plan.programme.standards if plan.programme else ()
    by_id = {standard.id: standard for standard in STANDARDS}
    return tuple(by_id[id_] for id_ in dict.fromkeys(named)) or STANDARDS


def answers(standard: Standard, plan: Plan, as_of: date) -> tuple[Answer, ...]:
    """What a plan holds on a day for each clause of a standard."""
    return tuple(requirement.answer(plan, as_of) for requirement in standard.requirements)
