"""An exercise says nowhere what it is to show.

Why it is bad: without an objective no result can be told from an outing (ISO 22301:2019, 8.5).

Example: an exercise without `objectives:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.problems import Severity

CODE = "exercise-without-objective"
SEVERITY = Severity.NOTE


def find(subject: Subject) -> Iterator[Finding]:
    """Exercises without objectives, held or planned."""
    for index, exercise in enumerate(subject.plan.exercises):
        if not exercise.objectives:
            yield Finding(
                ("exercises", index, "id"),
                f"The exercise `{exercise.id}` has no objective.",
                "Write under `objectives:` what it is to show, so that it can be measured.",
            )
