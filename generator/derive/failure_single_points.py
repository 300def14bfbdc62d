"""Single points of failure: things, people and suppliers on whom too much hangs."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from generator.derive.dependencies import Graph, Node, Requirement
from generator.derive.failure import Loss
from generator.model import Plan
from generator.model.activity import Decision

MANY_ACTIVITIES = 2
"""So many critical activities under one thing are too many, even if that was accepted."""

MANY_ROLES = 4
"""So many roles that one person holds, or is the only alternate of, are too many."""


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


class Burden(Struct, frozen=True):
    """What rests on one person: ids of roles.

    ``alone``: nobody could take over from them. ``holds``: they hold these (with an alternate).
    ``only_alternate``: nobody else could take these over from their holders.
    """

    person: str
    alone: tuple[str, ...]
    holds: tuple[str, ...]
    only_alternate: tuple[str, ...]

    @property
    def roles(self) -> tuple[str, ...]:
        """All these roles."""
        return (*self.alone, *self.holds, *self.only_alternate)


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


def burdens(plan: Plan) -> tuple[Burden, ...]:
    """What rests on each person who has a role, in the order of the plan's people.

    Of a role without holder, a single alternate counts as alone.
    """
    found: dict[str, tuple[list[str], list[str], list[str]]] = {
        person.id: ([], [], []) for person in plan.people
    }
    for role in plan.roles:
        able = [*dict.fromkeys(id_ for id_ in (role.holder, *role.alternates) if id_ in found)]
        if len(able) == 1:
            found[able[0]][0].append(role.id)
        elif role.holder in found:
            found[role.holder][1].append(role.id)
        if len(able) == 2 and able[0] == role.holder:
            found[able[1]][2].append(role.id)
    return tuple(
        Burden(id_, tuple(alone), tuple(holds), tuple(only))
        for id_, (alone, holds, only) in found.items()
        if alone or holds or only
    )


def overburdened(plan: Plan) -> tuple[Burden, ...]:
    """Those on whom at least ``MANY_ROLES`` roles rest."""
    return tuple(burden for burden in burdens(plan) if len(burden.roles) >= MANY_ROLES)
