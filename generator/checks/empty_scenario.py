"""A scenario has no checklist for anyone.

Why it is bad: people recognise what is happening, and then nothing tells them what to do.

Example: a scenario without `phases:`, or with phases that have no `checklists:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.problems import Severity

CODE = "empty-scenario"
SEVERITY = Severity.WARNING


def find(subject: Subject) -> Iterator[Finding]:
    """Scenarios in which no phase has a checklist."""
    for index, scenario in enumerate(subject.plan.scenarios):
        if not any(phase.checklists for phase in scenario.phases):
            yield Finding(
                ("scenarios", index, "id"),
                f"Scenario `{scenario.id}` has no checklist for anyone.",
                "Add `phases:` with `checklists:`.",
            )
