"""No checklist uses a block.

Why it is bad: someone keeps it up to date, and nobody ever reads it.

Example: a block `leave-building`, and no step with `block: leave-building`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.problems import Severity

CODE = "unused-block"
SEVERITY = Severity.WARNING


def find(subject: Subject) -> Iterator[Finding]:
    """Blocks that no step names."""
    used = subject.referred.get("block", frozenset())
    for index, block in enumerate(subject.plan.blocks):
        if block.id not in used:
            yield Finding(
                ("blocks", index, "id"),
                f"Nothing uses the block `{block.id}`.",
                "Use it in a checklist with `block:`, or remove it.",
            )
