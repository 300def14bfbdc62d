"""A call tree calls somebody whose number its readers don't see.

A role's duty phone counts, and otherwise its holder's numbers; for a vacant role those of its
alternates. A simultaneous alert with a `method` (an alert service) needs no numbers.

Why it is bad: the caller stands there with a name and nothing to dial.

Example: a tree for `staff` calls a person whose only number is for `crisis-team`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.callee import called, can_be_dialled, people_of, role_of
from generator.checks.rule import Finding, Subject
from generator.editions import audiences
from generator.model.call_tree import CallTree, TreeKind
from generator.problems import Severity

CODE = "no-number-for-tree"
SEVERITY = Severity.ERROR


def find(subject: Subject) -> Iterator[Finding]:
    """Every node's role or person has a number that the node's audience may see."""
    for index, tree in enumerate(subject.plan.call_trees):
        if tree.kind is TreeKind.SIMULTANEOUS and tree.method is not None:
            continue
        for place, who, reader in _unreachable(subject, tree):
            audience = audiences(subject.plan)[reader].id
            yield Finding(
                ("call_trees", index, "nodes", place, "who"),
                f"Call tree `{tree.id}` calls {who}, but `{audience}` sees no number to dial.",
                f"Add a number that `{audience}` may see, such as a duty phone of the role, or "
                "give the tree a more closed audience.",
            )


def _unreachable(subject: Subject, tree: CallTree) -> Iterator[tuple[int, str, int]]:
    rank = subject.visibility.of(tree, None)
    for place, node in enumerate(tree.nodes):
        role, people = role_of(subject, node.who), people_of(subject, node.who)
        if len(people) < len(called(subject, node.who)):
            continue  # an unknown reference, which is reported as such
        reader = subject.visibility.of(node, rank)
        if role is not None and can_be_dialled(subject, role, reader):
            continue
        asked = people[:1] if role is None or role.holder else people
        if not any(can_be_dialled(subject, person, reader) for person in asked):
            names = [node.who, *(person.id for person in asked if person.id != node.who)]
            yield place, " or ".join(f"`{name}`" for name in names), reader
