"""A scenario doesn't say when it ends.

Why it is bad: a crisis that ends on a feeling ends too early, or never. Auditors ask for
predefined criteria (CyFun 2025, RC.RP-06.1; Regulation (EU) 2024/2690, annex 4.1.2).

Example: a scenario without `stand_down: {criteria: […]}`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.problems import Severity

CODE = "scenario-without-stand-down"
SEVERITY = Severity.WARNING


def find(subject: Subject) -> Iterator[Finding]:
    """Scenarios without criteria for standing down."""
    for index, scenario in enumerate(subject.plan.scenarios):
        if not scenario.stand_down.criteria:
            yield Finding(
                ("scenarios", index, "id"),
                f"Scenario `{scenario.id}` doesn't say when it ends.",
                "Add `stand_down:` with `criteria:` that can be checked.",
            )
