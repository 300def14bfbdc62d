"""The order in which things come back (NIS2 regulation (EU) 2024/2690, annex 4.1.2 e).

Stated by the plan, or derived: dependencies first, then priority, then time, then the plan's order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import pairwise

from msgspec import Struct

from generator.derive.dependencies import Graph, Node
from generator.derive.dependencies_circles import targets
from generator.model import Plan
from generator.model.duration import Duration

KINDS = ("activity", "product", "customer")
"""The kinds of thing that have a recovery order."""

_FIELDS = {"activity": "activities", "product": "products", "customer": "customers"}


class Place(Struct, frozen=True):
    """One thing in the order. ``stated`` is False where its place was derived.

    ``time`` is an activity's RTO; of a product the shortest of its activities, of a customer the
    shortest of their products. ``after`` are the things of the same kind that it waits for.
    """

    node: Node
    stated: bool
    priority: int | None
    time: Duration | None
    after: tuple[Node, ...]


class Contradiction(StrEnum):
    """What an order contradicts."""

    DEPENDENCY = "dependency"
    """The plan states a thing before one that it depends on."""
    PRIORITY = "priority"
    """The plan states a thing before one whose priority comes first."""
    TIME = "time"
    """An activity has the higher priority, but the other's RTO is shorter."""


class Conflict(Struct, frozen=True):
    """Two things whose order is contradicted: ``first`` comes first by what the plan says."""

    kind: Contradiction
    first: Node
    second: Node


class RecoveryOrder(Struct, frozen=True):
    """The recovery order of one kind of thing.

    ``stated`` is True if the plan states any of it; what it does not name follows, or stands
    before the first thing that depends on it.
    """

    kind: str
    stated: bool
    places: tuple[Place, ...]
    conflicts: tuple[Conflict, ...]


def recovery_order(plan: Plan, graph: Graph, kind: str) -> RecoveryOrder:
    """The order of all activities, products or customers (``kind``, one of ``KINDS``)."""
    nodes = [node for node in graph.things if node.kind == kind]
    stated = _stated(plan, graph, kind)
    waits_for = _waits_for(graph, kind)
    times = _times(graph, kind)
    ordered = sorted(nodes, key=lambda node: _urgency(graph, times, node))
    fixed = frozenset(stated)
    places = tuple(
        Place(node, node in fixed, _priority(graph, node), times[node], waits_for.get(node, ()))
        for node in _dependencies_first((*stated, *ordered), waits_for, fixed)
    )
    late = _late(places) if kind == "activity" else ()
    conflicts = (*_misplaced(places), *_against_priority(places), *late)
    return RecoveryOrder(kind, bool(stated), places, conflicts)


def _stated(plan: Plan, graph: Graph, kind: str) -> tuple[Node, ...]:
    if plan.programme is None:
        return ()
    ids = getattr(plan.programme.recovery_order, _FIELDS[kind])
    nodes = dict.fromkeys(Node(kind, id_) for id_ in ids)
    return tuple(node for node in nodes if node in graph.things)


def _priority(graph: Graph, node: Node) -> int | None:
    priority: int | None = graph.things[node].priority
    return priority


def _urgency(graph: Graph, times: Mapping[Node, Duration | None], node: Node) -> tuple[float, ...]:
    """Sorts by priority, then time; what has none comes last, in the order of the plan."""
    priority, time = _priority(graph, node), times[node]
    none = float("inf")
    return (none if priority is None else priority, none if time is None else time.seconds)


def _times(graph: Graph, kind: str) -> dict[Node, Duration | None]:
    times: dict[Node, Duration | None] = {}
    for each in KINDS[: KINDS.index(kind) + 1]:
        for node in graph.things:
            if node.kind == each:
                below = (times.get(target) for r in graph.of(node) for target in r.any_of)
                known = [time for time in below if time is not None]
                shortest = min(known, default=None)
                times[node] = graph.own_recovery(node) if each == "activity" else shortest
    return times


def _waits_for(graph: Graph, kind: str) -> dict[Node, tuple[Node, ...]]:
    """For each activity the activities that it depends on, directly or through systems and so on.

    Products and customers wait for no other of their kind.
    """
    if kind != "activity":
        return {}
    found = {}
    for node in graph.things:
        if node.kind == kind:
            others = tuple(other for other in _next_activities(graph, node) if other != node)
            if others:
                found[node] = others
    return found


def _next_activities(graph: Graph, start: Node) -> Iterator[Node]:
    seen: set[Node] = set()
    waiting = [start]
    while waiting:
        here = waiting.pop()
        for target in targets(graph, here):
            if target in seen:
                continue
            seen.add(target)
            if target.kind == "activity":
                yield target
            else:
                waiting.append(target)


def _dependencies_first(
    wanted: Iterable[Node], waits_for: Mapping[Node, Sequence[Node]], fixed: frozenset[Node]
) -> Iterator[Node]:
    """The nodes as wanted, each after what it waits for; what is ``fixed`` is not moved.

    In a circle, the one that is wanted first comes last.
    """
    wanted = tuple(wanted)
    rank = {node: index for index, node in reversed(list(enumerate(wanted)))}
    entered: set[Node] = set()
    for node in wanted:
        trail = [(node, iter(sorted(waits_for.get(node, ()), key=rank.__getitem__)))]
        if node in entered:
            continue
        entered.add(node)
        while trail:
            here, rest = trail[-1]
            other = next((each for each in rest if each not in entered | fixed), None)
            if other is None:
                trail.pop()
                yield here
            else:
                entered.add(other)
                below = sorted(waits_for.get(other, ()), key=rank.__getitem__)
                trail.append((other, iter(below)))


def _misplaced(places: Sequence[Place]) -> Iterator[Conflict]:
    """Places before something that they wait for, where the plan states that one's place."""
    rank = {place.node: index for index, place in enumerate(places)}
    for index, place in enumerate(places):
        for other in place.after:
            if rank[other] > index and places[rank[other]].stated:
                yield Conflict(Contradiction.DEPENDENCY, place.node, other)


def _against_priority(places: Sequence[Place]) -> Iterator[Conflict]:
    """Neighbours in the stated order (past those without a priority) whose priorities disagree."""
    ranked = [(p.priority, p.node) for p in places if p.stated and p.priority is not None]
    for (before, first), (after, second) in pairwise(ranked):
        if before > after:
            yield Conflict(Contradiction.PRIORITY, first, second)


def _late(places: Sequence[Place]) -> Iterator[Conflict]:
    """Activities with a shorter RTO than one of a higher priority (the slowest of those)."""
    ranked = [(p.priority, p.time, p.node) for p in places if p.priority is not None and p.time]
    ranked.sort(key=lambda entry: entry[0])
    slowest: tuple[Duration, Node] | None = None
    group: list[tuple[Duration, Node]] = []
    current: int | None = None
    for priority, time, node in ranked:
        if priority != current:
            slowest = max([*group, *([slowest] if slowest else [])], default=None)
            group, current = [], priority
        if slowest is not None and time < slowest[0]:
            yield Conflict(Contradiction.TIME, slowest[1], node)
        group.append((time, node))
