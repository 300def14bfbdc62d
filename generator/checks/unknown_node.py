"""A call tree's node calls a node that the tree doesn't have.

Why it is bad: the chain ends there, and nobody notices until the branch was not called.

Example: `calls: [netwerk]`, while the node's id is `network`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.problems import Severity, suggestion

CODE = "unknown-node"
SEVERITY = Severity.ERROR


def find(subject: Subject) -> Iterator[Finding]:
    """Every id in `calls` is the id of a node of the same tree."""
    for index, tree in enumerate(subject.plan.call_trees):
        known = {node.id for node in tree.nodes}
        for place, node in enumerate(tree.nodes):
            for number, target in enumerate(node.calls):
                if target not in known:
                    yield Finding(
                        ("call_trees", index, "nodes", place, "calls", number),
                        f"Call tree `{tree.id}` calls `{target}`; none of its nodes has that id.",
                        suggestion(target, known) or "Write the id of a node of this tree.",
                    )
