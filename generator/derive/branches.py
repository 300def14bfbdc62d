"""Who calls whom: a call tree's places as branches.

The same shape serves all three kinds: of a hunt order the roots are tried in order, of a
simultaneous alert they are reached at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from generator.model.call_tree import CallNode, CallTree

DEEPEST = 40
"""Branches are not nested deeper than this; what lies deeper stands at the deepest level."""


class Branch(Struct, frozen=True):
    """One place in a call tree with all that is called from there.

    ``caller`` is the place that calls it, None if the initiator does. ``depth`` is 0 for those.
    ``elsewhere`` are places that it calls too, but that stand under another caller (or above it,
    in a tree that runs in a circle): each place stands in the tree once.
    """

    node: CallNode
    depth: int
    caller: CallNode | None
    callees: tuple[Branch, ...]
    elsewhere: tuple[CallNode, ...] = ()


class Part(Struct, frozen=True):
    """What a role or person has to do with a call tree.

    ``initiates`` and ``controls`` as the tree names it; ``branches`` are its own places, with
    whom it calls; ``stands_in`` those where it is an alternate.
    """

    tree: CallTree
    initiates: bool
    controls: bool
    branches: tuple[Branch, ...]
    stands_in: tuple[Branch, ...]

    def __bool__(self) -> bool:
        return bool(self.initiates or self.controls or self.branches or self.stands_in)


def branches(tree: CallTree) -> tuple[Branch, ...]:
    """The places that the initiator calls, in order, each with its branch.

    Every place of the tree is found exactly once, whatever the plan says: where all are called by
    one another, the first one written is a root.
    """
    nodes: dict[str, CallNode] = {}
    for node in tree.nodes:
        nodes.setdefault(node.id, node)
    called = {id_ for node in nodes.values() for id_ in node.calls}
    roots = [id_ for id_ in nodes if id_ not in called]
    drawing = _Drawing(nodes)
    for id_ in (*roots, *nodes):
        drawing.root(id_)
    return drawing.branches()


def walk(found: Iterable[Branch]) -> Iterator[Branch]:
    """All branches as they read from top to bottom."""
    for branch in found:
        yield branch
        yield from walk(branch.callees)


def part_of(who: str, tree: CallTree) -> Part:
    """The part that a role or person (by id) has in a call tree; false if it has none."""
    every = tuple(walk(branches(tree)))
    return Part(
        tree,
        tree.initiator == who,
        tree.controller == who,
        tuple(branch for branch in every if branch.node.who == who),
        tuple(branch for branch in every if who in branch.node.alternates),
    )


class _Drawing:
    """Finds each place's caller, depth first, without recursion: plans may be wrong."""

    def __init__(self, nodes: dict[str, CallNode]) -> None:
        self._nodes = nodes
        self._depths: dict[str, int] = {}
        self._callers: dict[str, str | None] = {}
        self._below: dict[str | None, list[str]] = {None: []}

    def root(self, id_: str) -> None:
        """Place a node and all that it calls, unless it has a place already."""
        waiting: list[tuple[str, str | None]] = [(id_, None)]
        while waiting:
            here, caller = waiting.pop()
            if here in self._depths or here not in self._nodes:
                continue
            self._place(here, caller)
            waiting += [(callee, here) for callee in reversed(self._nodes[here].calls)]

    def _place(self, here: str, caller: str | None) -> None:
        self._callers[here] = above = caller
        while above is not None and self._depths[above] >= DEEPEST:
            above = self._callers[above]
        self._depths[here] = 0 if above is None else self._depths[above] + 1
        self._below.setdefault(above, []).append(here)

    def branches(self) -> tuple[Branch, ...]:
        """What was placed, as branches: those below are made before those above."""
        made: dict[str, Branch] = {}
        for here in reversed(self._depths):
            below = self._below.get(here, ())
            made[here] = self._branch(here, tuple(made[callee] for callee in below))
        return tuple(made[id_] for id_ in self._below[None])

    def _branch(self, here: str, callees: tuple[Branch, ...]) -> Branch:
        node, caller = self._nodes[here], self._callers[here]
        return Branch(
            node,
            self._depths[here],
            None if caller is None else self._nodes[caller],
            callees,
            tuple(
                self._nodes[callee]
                for callee in dict.fromkeys(node.calls)
                if callee in self._nodes and self._callers[callee] != here
            ),
        )
