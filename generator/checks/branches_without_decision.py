"""A step has branches but decides nothing.

Why it is bad: the branches would never be shown, and the reader would go on with the wrong step.

Example: `ask: Is the building safe?` with `branches:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.problems import Severity

CODE = "branches-without-decision"
SEVERITY = Severity.ERROR


def find(subject: Subject) -> Iterator[Finding]:
    """Only a `decide` has branches."""
    for steps in subject.step_lists:
        for path, step in steps.own():
            if step.branches and step.decide is None:
                yield Finding(
                    (*path, "branches"),
                    "A step that isn't a decision has branches.",
                    "Write the question with `decide:`, or remove `branches:`.",
                    key=True,
                )
