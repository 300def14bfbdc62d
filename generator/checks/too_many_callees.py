"""Somebody in a cascade calls more than five others.

Why it is bad: with a few minutes for each call and a second try for those who don't answer, the
last branch is called half an hour later. Practice is at most five.

Example: a node with seven ids in `calls:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.model.call_tree import TreeKind
from generator.problems import Severity

CODE = "too-many-callees"
SEVERITY = Severity.WARNING

MOST = 5


def find(subject: Subject) -> Iterator[Finding]:
    """Nodes of cascades."""
    for index, tree in enumerate(subject.plan.call_trees):
        for place, node in enumerate(tree.nodes):
            if tree.kind is TreeKind.CASCADE and len(node.calls) > MOST:
                yield Finding(
                    ("call_trees", index, "nodes", place, "calls"),
                    f"`{node.id}` calls {len(node.calls)} others in call tree `{tree.id}`; "
                    f"practice is at most {MOST}.",
                    "Let those who are called call some of the others.",
                    key=True,
                )
