"""A step of the programme's roadmap should have been reached.

Why it is bad: management reads the roadmap as what will be there (ISO 22301:2019, 6.2).

Example: `due: 2026-03-31` without `done:`, in June.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.derive.standing import WorkState, standing
from generator.problems import Severity

CODE = "milestone-overdue"
SEVERITY = Severity.WARNING


def find(subject: Subject) -> Iterator[Finding]:
    """Open milestones whose day has passed."""
    for one in standing(subject.plan, subject.as_of).work:
        if one.kind == "milestone" and one.state is WorkState.OVERDUE:
            yield Finding(
                (*one.path, "due"),
                f"The milestone `{one.id}` was due on {one.due}.",
                "Write the day it was reached as `done:`, or plan another day.",
            )
