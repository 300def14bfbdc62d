"""A scenario doesn't say when it starts.

Why it is bad: without objective criteria people wait for someone important to decide. Auditors ask
for them as well (ISO 22301, 8.4.4; Regulation (EU) 2024/2690, annex 4.1.2).

Example: a scenario with neither `triggers:` nor `criteria:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.problems import Severity

CODE = "scenario-without-activation-criteria"
SEVERITY = Severity.WARNING


def find(subject: Subject) -> Iterator[Finding]:
    """Scenarios with neither triggers nor criteria."""
    for index, scenario in enumerate(subject.plan.scenarios):
        if not scenario.triggers.conditions and not scenario.criteria:
            yield Finding(
                ("scenarios", index, "id"),
                f"Scenario `{scenario.id}` doesn't say when it starts.",
                "Add `triggers:` with conditions that can be checked, or `criteria:`.",
            )
