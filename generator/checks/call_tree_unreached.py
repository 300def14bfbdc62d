"""Nobody calls some nodes of a cascade.

A cascade begins at the initiator's own node. If the initiator stands outside the tree, they call
every node that no other node calls; a tree without an initiator begins at its first node.

Why it is bad: everybody thinks that someone else calls them.

Example: a node that stands in no other node's `calls:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.model.call_tree import CallTree, TreeKind
from generator.problems import Severity, listed

CODE = "call-tree-unreached"
SEVERITY = Severity.WARNING


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each cascade, with all of its nodes that nobody calls."""
    for index, tree in enumerate(subject.plan.call_trees):
        lost = _unreached(tree) if tree.kind is TreeKind.CASCADE else []
        if lost:
            yield Finding(
                ("call_trees", index, "nodes", lost[0], "id"),
                f"Nobody calls {listed(tree.nodes[place].id for place in lost)} in call tree "
                f"`{tree.id}`.",
                "Add them to the `calls:` of a node, or remove them.",
                related=tuple(("call_trees", index, "nodes", place) for place in lost[1:5]),
            )


def _unreached(tree: CallTree) -> list[int]:
    calls = {node.id: node.calls for node in tree.nodes}
    pending = _starts(tree)
    reached: set[str] = set()
    while pending:
        here = pending.pop()
        if here not in reached:
            reached.add(here)
            pending.extend(calls.get(here, ()))
    return [place for place, node in enumerate(tree.nodes) if node.id not in reached]


def _starts(tree: CallTree) -> list[str]:
    own = [node.id for node in tree.nodes if node.who == tree.initiator]
    if own or tree.initiator is None:
        return own or [node.id for node in tree.nodes[:1]]
    called = {target for node in tree.nodes for target in node.calls}
    return [node.id for node in tree.nodes if node.id not in called]
