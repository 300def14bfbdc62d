"""A block uses a block.

Why it is bad: blocks inside blocks make it hard to see how long a list is, and two that use each
other would never end.

Example: the block `leave-building` has a step `block: alarm`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.problems import Severity

CODE = "block-in-block"
SEVERITY = Severity.ERROR


def find(subject: Subject) -> Iterator[Finding]:
    """The steps of a block are written out."""
    for steps in subject.step_lists:
        for path, step in steps.own() if steps.kind == "block" else ():
            if step.block is not None:
                yield Finding(
                    (*path, "block"),
                    f"Block `{steps.id}` uses the block `{step.block}`.",
                    "Write the steps out, or use both blocks in the checklist.",
                )
