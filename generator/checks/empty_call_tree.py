"""A call tree calls nobody.

Why it is bad: whoever starts it finds a blank page.

Example: a call tree without `nodes:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.problems import Severity

CODE = "empty-call-tree"
SEVERITY = Severity.WARNING


def find(subject: Subject) -> Iterator[Finding]:
    """Call trees without nodes."""
    for index, tree in enumerate(subject.plan.call_trees):
        if not tree.nodes:
            yield Finding(
                ("call_trees", index, "id"),
                f"Call tree `{tree.id}` calls nobody.",
                "Add `nodes:`, or remove the tree.",
            )
