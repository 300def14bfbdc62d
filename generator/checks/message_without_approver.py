"""Nobody is named who approves a message.

Why it is bad: either it waits for someone to dare, or it goes out with what should not be said.

Example: a message without `approver:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.problems import Severity

CODE = "message-without-approver"
SEVERITY = Severity.WARNING


def find(subject: Subject) -> Iterator[Finding]:
    """Messages without an approver; the sender may be the approver."""
    for index, message in enumerate(subject.plan.messages):
        if message.approver is None:
            yield Finding(
                ("messages", index, "id"),
                f"Nobody approves the message `{message.id}`.",
                "Add `approver:`; where the sender decides alone, name the same role.",
            )
