"""Single points of failure: things, people and suppliers on whom too much hangs."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from generator.derive.dependencies import Graph, Node, Requirement
from generator.derive.failure import Loss
from generator.model.activity import Decision

MANY_ACTIVITIES = 2
"""So many critical activities under one thing are too many, even if that was accepted."""


class SinglePoint(Struct, frozen=True):
    """A thing whose loss alone fells critical activities.

    ``critical`` are all of them, ``undecided`` those that fall on a way on which nothing is
    mitigated or accepted. What is mitigated on every way does not fall with this alone: what
    mitigates it would have to fail as well. ``first`` are the requirements that name the thing.
    """

    node: Node
    critical: tuple[Node, ...]
    undecided: tuple[Node, ...]
    first: tuple[Requirement, ...]


def single_points(graph: Graph, losses: Iterable[Loss]) -> tuple[SinglePoint, ...]:
    """Those whose loss alone fells one critical activity that nothing was decided about, or at
    least ``MANY_ACTIVITIES``; in the order of the losses."""
    found = []
    for loss in losses:
        critical = tuple(
            fall
            for fall in loss.falls
            if fall.node.kind == "activity" and graph.things[fall.node].critical
            if fall.decision is not Decision.MITIGATED
        )
        undecided = tuple(fall.node for fall in critical if fall.decision is Decision.OPEN)
        if undecided or len(critical) >= MANY_ACTIVITIES:
            nodes = tuple(fall.node for fall in critical)
            found.append(SinglePoint(loss.node, nodes, undecided, graph.on(loss.node)))
    return tuple(found)
