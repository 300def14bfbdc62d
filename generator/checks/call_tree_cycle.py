"""A call tree goes round in a circle.

Why it is bad: the callers call each other, and the figures of the tree (how long it takes, who
calls whom) can't be worked out.

Example: `ict` calls `network`, and `network` calls `ict`. For "the last one calls back" there is
`call_back: true`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.cycle import cycle, joined
from generator.checks.rule import Finding, Subject
from generator.problems import Severity

CODE = "call-tree-cycle"
SEVERITY = Severity.ERROR


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each tree, at the first node of the circle."""
    for index, tree in enumerate(subject.plan.call_trees):
        circle = cycle(joined((node.id, node.calls) for node in tree.nodes))
        if circle:
            place = next(i for i, node in enumerate(tree.nodes) if node.id == circle[0])
            chain = " → ".join(f"`{id_}`" for id_ in (*circle, circle[0]))
            yield Finding(
                ("call_trees", index, "nodes", place, "calls"),
                f"Call tree `{tree.id}` goes round in a circle: {chain}.",
                "Remove one of these calls; write `call_back: true` if the last one calls back.",
                key=True,
            )
