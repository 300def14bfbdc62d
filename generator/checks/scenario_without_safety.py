"""A scenario doesn't say what everyone does for their own safety.

Why it is bad: people's safety comes first, then services. Where there is no danger, one step that
says so keeps people from wondering.

Example: a scenario without `safety:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.problems import Severity

CODE = "scenario-without-safety"
SEVERITY = Severity.WARNING


def find(subject: Subject) -> Iterator[Finding]:
    """Scenarios without safety steps."""
    for index, scenario in enumerate(subject.plan.scenarios):
        if not scenario.safety:
            yield Finding(
                ("scenarios", index, "id"),
                f"Scenario `{scenario.id}` has no safety steps.",
                "Add `safety:` with what everyone does first.",
            )
