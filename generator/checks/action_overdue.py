"""An action that follows from a finding should have been done.

Why it is bad: what was found is still so (ISO 22301:2019, 10.1), and the plan promises otherwise.

Example: `due: 2026-03-01` without `done:`, in June.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.derive.standing import WorkState, standing
from generator.problems import Severity

CODE = "action-overdue"
SEVERITY = Severity.WARNING


def find(subject: Subject) -> Iterator[Finding]:
    """Open actions whose day has passed."""
    for one in standing(subject.plan, subject.as_of).actions:
        if one.state is WorkState.OVERDUE:
            yield Finding(
                (*one.path, "due"),
                f"The action `{one.action.id}` of {one.kind} `{one.id}` was due on "
                f"{one.action.due}.",
                "Do it and write the day as `done:`, or agree on another day with its owner.",
            )
