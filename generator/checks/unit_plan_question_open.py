"""A unit's plan leaves one of its three questions open.

The questions: how do we react and restore the activity? How do our people go on working until it
is normal again? Who manages the recovery, and who takes part?

Why it is bad: these three are what the unit will ask when it happens.

Example: a plan with `unit:` that has no `keep_working:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.problems import Severity

CODE = "unit-plan-question-open"
SEVERITY = Severity.WARNING

QUESTIONS = {
    "react": "how do we react and restore the activity?",
    "keep_working": "how do our people go on working until it is normal again?",
    "manage": "who manages the recovery, and who takes part?",
}


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each open question of a plan that belongs to a unit."""
    for index, plan in enumerate(subject.plan.plans):
        for field, question in QUESTIONS.items():
            if plan.unit and not getattr(plan, field).given:
                yield Finding(
                    ("plans", index, "id"),
                    f"The plan `{plan.id}` leaves a question open: {question}",
                    f"Answer it under `{field}:`, with a text, checklists or roles.",
                )
