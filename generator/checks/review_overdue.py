"""The day by which the plan should have been reviewed has passed.

Why it is bad: plans are reviewed at least yearly (CyFun 2025, ID.IM-04.1); readers can't tell what
is still true.

Example: `review_by: 2025-10-01`, a month ago.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.problems import Severity

CODE = "review-overdue"
SEVERITY = Severity.WARNING


def find(subject: Subject) -> Iterator[Finding]:
    """The plan's `review_by`, as of the day of the check."""
    review_by = subject.plan.plan.review_by
    if review_by is not None and review_by < subject.as_of:
        yield Finding(
            ("plan", "review_by"),
            f"The plan should have been reviewed by {review_by:%Y-%m-%d}.",
            "Review it, then write the next day and a new `revision:`.",
        )
