"""Circles in the graph of dependencies: things that wait for one another."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

from generator.derive.dependencies import Graph, Node, Requirement, Source


def supplies(requirement: Requirement) -> bool:
    """True if the requirement holds its dependent up until it is met.

    What is delivered to products and customers, and having a customer at all, does not: an
    activity may depend on a customer who buys what that activity makes.
    """
    return requirement.source is not Source.DELIVERY and not any(
        node.kind == "customer" for node in requirement.any_of
    )


def groups(graph: Graph) -> tuple[tuple[Node, ...], ...]:
    """All nodes in groups that depend on one another, each after all that it depends on.

    Most groups have one member. (Tarjan's algorithm, without recursion; linear.)
    """
    return tuple(_Groups(graph).run())


def circles(graph: Graph) -> tuple[tuple[Node, ...], ...]:
    """One shortest circle in each group that has one, each node depending on the next.

    A circle begins with its member that comes first in the graph; a thing that depends on itself
    is a circle of one. In the order of the graph.
    """
    order = {node: index for index, node in enumerate(graph.things)}
    found = []
    for group in groups(graph):
        first = min(group, key=order.__getitem__)
        circle = _shortest(graph, first, frozenset(group))
        if circle:
            found.append(circle)
    return tuple(sorted(found, key=lambda circle: order[circle[0]]))


def targets(graph: Graph, node: Node) -> Iterator[Node]:
    """The nodes that hold a node up."""
    for requirement in graph.of(node):
        if supplies(requirement):
            yield from requirement.any_of


def _shortest(graph: Graph, first: Node, group: frozenset[Node]) -> tuple[Node, ...]:
    """The shortest way from a node back to itself within its group; empty if there is none."""
    came_from: dict[Node, Node] = {}
    waiting = deque([first])
    while waiting:
        here = waiting.popleft()
        for target in targets(graph, here):
            if target == first:
                return _way(came_from, first, here)
            if target in group and target not in came_from:
                came_from[target] = here
                waiting.append(target)
    return ()


def _way(came_from: dict[Node, Node], first: Node, last: Node) -> tuple[Node, ...]:
    way = [last]
    while way[-1] != first:
        way.append(came_from[way[-1]])
    return tuple(reversed(way))


class _Groups:
    """Strongly connected components, dependencies first."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._number: dict[Node, int] = {}
        self._lowest: dict[Node, int] = {}
        self._open: dict[Node, None] = {}

    def run(self) -> Iterator[tuple[Node, ...]]:
        for node in self._graph.things:
            if node not in self._number:
                yield from self._from(node)

    def _from(self, start: Node) -> Iterable[tuple[Node, ...]]:
        trail = [(start, self._enter(start))]
        while trail:
            here, rest = trail[-1]
            target = next(rest, None)
            if target is None:
                trail.pop()
                if trail:
                    self._lower(trail[-1][0], self._lowest[here])
                if self._lowest[here] == self._number[here]:
                    yield self._close(here)
            elif target not in self._number:
                trail.append((target, self._enter(target)))
            elif target in self._open:
                self._lower(here, self._number[target])

    def _enter(self, node: Node) -> Iterator[Node]:
        self._number[node] = self._lowest[node] = len(self._number)
        self._open[node] = None
        return targets(self._graph, node)

    def _lower(self, node: Node, number: int) -> None:
        self._lowest[node] = min(self._lowest[node], number)

    def _close(self, first: Node) -> tuple[Node, ...]:
        group = []
        while True:
            node, _ = self._open.popitem()
            group.append(node)
            if node == first:
                return tuple(reversed(group))
