"""Recovery times through the graph of dependencies (ISO 22301:2019, 8.2.2 and 8.3).

Downwards: the time in which a thing must be back, because of what depends on it. Upwards: the
time after which a thing is really back, because of what it depends on.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping

from msgspec import Struct

from generator.derive.dependencies import Graph, Node, Requirement
from generator.derive.dependencies_circles import groups, supplies
from generator.model.activity import Activity, Decision
from generator.model.duration import Duration


class Limit(Struct, frozen=True):
    """The time in which a thing must be back; ``because`` is the thing whose own time that is."""

    time: Duration
    because: Node


class Back(Struct, frozen=True):
    """When a thing is really back.

    ``time`` is None if nothing is known. ``through`` is the direct dependency that holds it up,
    None if it is only its own time. ``complete`` is False if the time of something that counts is
    not known: then it takes at least ``time``.
    """

    time: Duration | None
    through: Node | None
    complete: bool


class Slower(Struct, frozen=True):
    """A dependency that needs longer than what depends on it may take.

    ``target`` needs ``recovery``; ``limit`` is that of the requirement's dependent. Of several
    things, any one of which would do, the quickest.
    """

    requirement: Requirement
    target: Node
    recovery: Duration
    limit: Limit


def own_limit(graph: Graph, node: Node) -> Duration | None:
    """The time that a thing sets itself: its own recovery; of an activity without one, its MTPD."""
    own = graph.own_recovery(node)
    thing = graph.things.get(node)
    return thing.mtpd if own is None and isinstance(thing, Activity) else own


def must_be_back(graph: Graph) -> dict[Node, Limit]:
    """Roll-down: for each thing that others depend on, the time in which it must be back.

    The least over all that depends on it, directly or through other things. A need that begins
    later is awaited no sooner. No limit follows from a dependency that is mitigated, or from one
    that several things can meet (any of them would do).
    """
    found: dict[Node, Limit] = {}
    waiting: list[tuple[int, int, Node, Node]] = []
    order = {node: index for index, node in enumerate(graph.things)}
    for node in graph.things:
        own = own_limit(graph, node)
        if own is not None:
            waiting.append((own.seconds, order[node], node, node))
    heapq.heapify(waiting)
    passed: set[Node] = set()
    while waiting:
        seconds, _, node, because = heapq.heappop(waiting)
        if node in passed:
            continue
        passed.add(node)
        for requirement in _binding(graph, node):
            after = requirement.after.seconds if requirement.after else 0
            limit = max(seconds, after)
            (target,) = requirement.any_of
            if target not in found or limit < found[target].time.seconds:
                found[target] = Limit(Duration(limit), because)
                heapq.heappush(waiting, (limit, order[because], target, because))
    return found


def _binding(graph: Graph, node: Node) -> Iterator[Requirement]:
    for requirement in graph.of(node):
        single = len(requirement.any_of) == 1
        if supplies(requirement) and single and requirement.decision is not Decision.MITIGATED:
            yield requirement


def slower_dependencies(graph: Graph) -> tuple[Slower, ...]:
    """Dependencies that recover more slowly than what depends on them, in the order of the plan.

    Compared is the time that the dependency states, else the thing's own, with the dependent's
    own time, else the one rolled down to it. What is mitigated is passed over.
    """
    limits = must_be_back(graph)
    found = (_slower(graph, requirement, limits) for requirement in graph.requirements())
    return tuple(slower for slower in found if slower is not None)


def _slower(graph: Graph, requirement: Requirement, limits: Mapping[Node, Limit]) -> Slower | None:
    if not supplies(requirement) or requirement.decision is Decision.MITIGATED:
        return None
    own = own_limit(graph, requirement.dependent)
    rolled = limits.get(requirement.dependent)
    limit = rolled if own is None else Limit(own, requirement.dependent)
    times = [
        (time, target)
        for target in requirement.any_of
        if (time := requirement.recovery or graph.own_recovery(target)) is not None
    ]
    if limit is None or len(times) < len(requirement.any_of):
        return None
    time, target = min(times, key=lambda pair: pair[0])
    allowed = max(limit.time, requirement.after or limit.time)
    return Slower(requirement, target, time, limit) if time > allowed else None


def really_back(graph: Graph) -> dict[Node, Back]:
    """For every thing the time after which it is really back: its own, or its dependencies'.

    The greatest of its own time and of those of all it needs, each of which waits for its own
    dependencies. Of several things that can meet a need, the quickest counts. A time that stands
    at the dependency itself counts instead of the thing's. What is mitigated (and states no
    time), people and roles, and a need that begins later hold nothing up. Things in a circle are
    all back when the slowest is.
    """
    found: dict[Node, Back] = {}
    for group in groups(graph):
        members = frozenset(group)
        backs = {node: _back(graph, node, members, found) for node in group}
        found.update(_together(backs) if len(group) > 1 else backs)
    # Products and customers wait for what is delivered to them, which can't run in a circle.
    for kind in ("product", "customer"):
        for node in graph.things:
            if node.kind == kind:
                found[node] = _delivered(graph, node, found)
    return found


def _together(backs: Mapping[Node, Back]) -> dict[Node, Back]:
    """The members of a circle: all are back when the slowest is."""
    slowest = max(backs, key=lambda node: _seconds(backs[node]))
    last = backs[slowest]
    complete = all(back.complete for back in backs.values())
    return {
        node: Back(last.time, back.through if back.time == last.time else slowest, complete)
        for node, back in backs.items()
    }


_NEEDS_NO_TIME = frozenset({"role", "person", "product", "customer"})


def _back(graph: Graph, node: Node, group: frozenset[Node], found: Mapping[Node, Back]) -> Back:
    own = graph.own_recovery(node)
    longest = Back(own, None, own is not None or node.kind in _NEEDS_NO_TIME)
    for requirement in graph.of(node):
        if not _counts(requirement):
            continue
        held = _held(requirement, group, found)
        if held is not None:
            longest = _longer(longest, held, requirement.after)
    return longest


def _counts(requirement: Requirement) -> bool:
    if requirement.recovery is not None:
        return True
    return supplies(requirement) and requirement.decision is not Decision.MITIGATED


def _held(
    requirement: Requirement, group: frozenset[Node], found: Mapping[Node, Back]
) -> Back | None:
    """How long a requirement holds its dependent up; ``through`` is what meets it first."""
    if requirement.recovery is not None:
        return Back(requirement.recovery, requirement.any_of[0], True)
    outside = [node for node in requirement.any_of if node not in group]
    if not outside:
        return None
    known = [node for node in outside if found[node].time is not None]
    if not known:
        return Back(None, None, all(found[node].complete for node in outside))
    first = min(known, key=lambda node: _seconds(found[node]))
    return Back(found[first].time, first, all(found[node].complete for node in outside))


def _longer(longest: Back, held: Back, after: Duration | None) -> Back:
    complete = longest.complete and held.complete
    later = held.time is not None and (after is None or held.time > after)
    if later and _seconds(held) > _seconds(longest):
        return Back(held.time, held.through, complete)
    return Back(longest.time, longest.through, complete)


def _delivered(graph: Graph, node: Node, found: Mapping[Node, Back]) -> Back:
    back = Back(None, None, True)
    for requirement in graph.of(node):
        (target,) = requirement.any_of
        other = found[target]
        back = _longer(back, Back(other.time, target, other.complete), None)
    return back


def _seconds(back: Back) -> int:
    return -1 if back.time is None else back.time.seconds
