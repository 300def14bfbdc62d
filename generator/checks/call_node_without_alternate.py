"""Nobody is called instead of somebody in a call tree who doesn't answer.

A role's own alternates count, and in a hunt order the next node. A simultaneous alert needs none.

Why it is bad: after five minutes without an answer the caller must go on to somebody. In surveys
no answer is what breaks most call trees.

Example: a node that names a person, without `alternates:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.callee import called
from generator.checks.rule import Finding, Subject
from generator.model.call_tree import CallNode, CallTree, TreeKind
from generator.problems import Severity, listed

CODE = "call-node-without-alternate"
SEVERITY = Severity.WARNING


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each tree, with all such nodes."""
    for index, tree in enumerate(subject.plan.call_trees):
        alone = [place for place in _asked(tree) if not _has_other(subject, tree.nodes[place])]
        if alone:
            names = listed(tree.nodes[place].id for place in alone)
            yield Finding(
                ("call_trees", index, "nodes", alone[0], "who"),
                f"Call tree `{tree.id}` names nobody to call instead for {names}.",
                "Add `alternates:` to the node or to its role.",
                related=tuple(("call_trees", index, "nodes", place) for place in alone[1:5]),
            )


def _asked(tree: CallTree) -> range:
    """The nodes that need an alternate; of a hunt order only one that has no other node."""
    several_in_order = tree.kind is TreeKind.HUNT and len(tree.nodes) > 1
    needs_none = several_in_order or tree.kind is TreeKind.SIMULTANEOUS
    return range(0 if needs_none else len(tree.nodes))


def _has_other(subject: Subject, node: CallNode) -> bool:
    if {*node.alternates} - {node.who}:
        return True
    known = node.who in subject.index["role"] or node.who in subject.index["person"]
    return not known or len(called(subject, node.who)) > 1
