"""The day by which a plan of the four kinds should have been reviewed has passed.

Why it is bad: those who work by it can't tell what is still true (NIS2, annex 4.1.4).

Example: `review_by: 2025-10-01` in a unit's plan, a month ago.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.problems import Severity

CODE = "plan-not-current"
SEVERITY = Severity.WARNING


def find(subject: Subject) -> Iterator[Finding]:
    """The `review_by` of each plan, as of the day of the check."""
    for index, plan in enumerate(subject.plan.plans):
        if plan.review_by is not None and plan.review_by < subject.as_of:
            yield Finding(
                ("plans", index, "review_by"),
                f"The plan `{plan.id}` should have been reviewed by {plan.review_by:%Y-%m-%d}.",
                "Review it, then write the day of its approval and the next `review_by:`.",
            )
