"""Two alert levels are equally serious.

Why it is bad: "if unsure, take the higher level" needs to know which one is higher. Numbers don't
tell: some organisations count up to the worst, others down.

Example: two levels with `severity: 3`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.model.walk import Path
from generator.problems import Severity

CODE = "level-order-unclear"
SEVERITY = Severity.ERROR


def find(subject: Subject) -> Iterator[Finding]:
    """Levels with a severity that another level has."""
    first: dict[int, tuple[str, Path]] = {}
    for index, level in enumerate(subject.plan.levels):
        here: Path = ("levels", index, "severity")
        if level.severity in first:
            other, place = first[level.severity]
            yield Finding(
                here,
                f"The levels `{other}` and `{level.id}` are equally serious.",
                "Give each level a `severity:` of its own; 1 is the least serious.",
                related=(place,),
            )
        else:
            first[level.severity] = (level.id, here)
