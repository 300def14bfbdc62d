"""No call tree reaches a crisis role.

A tree reaches a role that stands in it, starts it or hears its result, and one whose holder
stands in it.

Why it is bad: its holder is expected to work, but nobody calls them.

Example: the role `communications-lead` stands in no call tree.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.problems import Severity

CODE = "crisis-role-in-no-call-tree"
SEVERITY = Severity.WARNING


def find(subject: Subject) -> Iterator[Finding]:
    """Crisis roles that have a holder; a vacant one has a warning of its own."""
    reached = _reached(subject)
    for index, role in enumerate(subject.plan.roles):
        if role.crisis and role.holder is not None and not reached & {role.id, role.holder}:
            yield Finding(
                ("roles", index, "id"),
                f"No call tree reaches the crisis role `{role.id}`.",
                "Add it to a call tree, or mark it `crisis: false`.",
            )


def _reached(subject: Subject) -> set[str]:
    reached: set[str] = set()
    for tree in subject.plan.call_trees:
        reached.update(filter(None, (tree.initiator, tree.controller)))
        for node in tree.nodes:
            reached.update((node.who, *node.alternates))
            role = subject.index["role"].get(node.who)
            if role is not None and role.holder:
                reached.add(role.holder)
    return reached
