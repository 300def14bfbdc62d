"""Ten steps or more stand at one pause point.

Steps of blocks count. A `pause:` begins a new group.

Why it is bad: people lose their place in long lists, and skip steps (Degani and Wiener, NASA
CR-177605). Fewer than ten at one pause point also fit on a page.

Example: a checklist of fourteen steps without a `pause:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.checks.step_list import StepList
from generator.model.checklist import StepKind
from generator.model.walk import Path
from generator.problems import Severity

CODE = "checklist-too-long"
SEVERITY = Severity.WARNING

TOO_MANY = 10


def find(subject: Subject) -> Iterator[Finding]:
    """Checklists, and the safety and stand-down steps of scenarios."""
    for steps in subject.step_lists:
        for path, number in _groups(steps) if steps.kind != "block" else ():
            if number >= TOO_MANY:
                yield Finding(
                    path,
                    f"{steps.where} has {number} steps at one pause point.",
                    f"Keep fewer than {TOO_MANY}: add a `pause:` where the reader may stop and "
                    "look up, or split the list.",
                )


def _groups(steps: StepList) -> Iterator[tuple[Path, int]]:
    """Where each group begins, and how many steps it has."""
    begins, number = steps.path, 0
    for path, step in steps.opened():
        if StepKind.PAUSE in step.filled:
            yield begins, number
            begins, number = path, 0
        elif step.filled:
            number += 1
    yield begins, number
