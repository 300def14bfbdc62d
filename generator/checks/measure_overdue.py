"""A measure against risks or gaps should have been done.

Why it is bad: the risk is rated, and the gap is closed, as if it were there (ISO 22301:2019,
8.3.5).

Example: `due: 2026-03-01` without `done:`, in June.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.derive.standing import WorkState, standing
from generator.problems import Severity

CODE = "measure-overdue"
SEVERITY = Severity.WARNING


def find(subject: Subject) -> Iterator[Finding]:
    """Open measures whose day has passed."""
    for one in standing(subject.plan, subject.as_of).work:
        if one.kind == "measure" and one.state is WorkState.OVERDUE:
            yield Finding(
                (*one.path, "due"),
                f"The measure `{one.id}` was due on {one.due}.",
                "Carry it out and write the day as `done:`, or set another day and say why in "
                "`note:`.",
            )
