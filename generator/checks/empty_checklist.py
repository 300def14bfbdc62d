"""A checklist or a block has no steps.

Why it is bad: the page that should help is blank.

Example: `steps: []`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.problems import Severity

CODE = "empty-checklist"
SEVERITY = Severity.WARNING


def find(subject: Subject) -> Iterator[Finding]:
    """Scenarios without safety steps have a warning of their own."""
    for steps in subject.step_lists:
        if steps.kind != "scenario" and not steps.steps:
            yield Finding(
                (*steps.path[:-1], "id"),
                f"{steps.where} has no steps.",
                f"Add `steps:`, or remove the {steps.kind}.",
            )
