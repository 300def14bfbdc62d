"""What things need, and what needs them, as pages show it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from msgspec import Struct

from generator.derive.dependencies import (
    Graph,
    Node,
    Requirement,
    Source,
    dependency_graph,
)
from generator.derive.dependencies_times import slower_dependencies
from generator.model.activity import Decision
from generator.model.duration import Duration
from generator.model.text import Text
from generator.model.walk import Path
from generator.views.page import Address, Link
from generator.views.parts.drawing import Arrow, Box, Drawing
from generator.views.parts.index import Index

LOSABLE = ("system", "site", "supplier", "machine")
"""Kinds of thing of which each has a page that says what falls without it."""

LARGEST = 24
"""A drawing of more boxes than this can't be read."""


class Thing(Struct, frozen=True):
    """A thing of the plan by its kind, and the way to it."""

    kind: str
    link: Link
    what_if: Link | None = None


class NeedLine(Struct, frozen=True):
    """Something that is needed: any one of ``things`` is enough.

    ``slower``: it takes longer than what needs it may. ``decision`` is None where nothing was
    stated about it. ``after`` is the time from which it is needed.
    """

    things: tuple[Thing, ...]
    recovery: Duration | None
    slower: bool
    decision: Decision | None
    why: Text | None
    after: Duration | None

    @property
    def kind(self) -> str:
        """The kind of the first of the things."""
        return self.things[0].kind


class Dependencies(Struct, frozen=True, dict=True):
    """The dependencies of one edition, with links."""

    index: Index

    @cached_property
    def graph(self) -> Graph:
        """The graph of what this edition shows."""
        return dependency_graph(self.index.edition.plan)

    @cached_property
    def slower(self) -> frozenset[Path]:
        """The places in the plan of what takes longer than what depends on it may."""
        return frozenset(one.requirement.path for one in slower_dependencies(self.graph))

    def thing(self, node: Node) -> Thing | None:
        """A thing with its links; None where it has no page."""
        link = self.index.link(*node)
        return Thing(node.kind, link, self.what_if(node)) if link else None

    def things(self, nodes: Iterable[Node]) -> tuple[Thing, ...]:
        """Several things, each once, in the order given."""
        return tuple(thing for node in dict.fromkeys(nodes) if (thing := self.thing(node)))

    def what_if(self, node: Node) -> Link | None:
        """The way to what falls without a thing, where there is such a page."""
        if node.kind not in LOSABLE or not self.index.edition.plan.activities:
            return None
        link = self.index.link(*node)
        return Link(loss_address(node), link.text) if link else None

    def needs(self, node: Node) -> tuple[NeedLine, ...]:
        """What a thing needs, in the order of the plan."""
        return tuple(self._lines(self.graph.of(node)))

    def dependents(self, node: Node) -> tuple[Thing, ...]:
        """What needs a thing itself."""
        return self.things(one.dependent for one in self.graph.on(node))

    def _lines(self, requirements: Iterable[Requirement]) -> Iterator[NeedLine]:
        for one in requirements:
            things = self.things(one.any_of)
            if not things:
                continue
            yield NeedLine(
                things,
                one.recovery or self._quickest(one.any_of),
                one.path in self.slower,
                one.decision if one.source is Source.STATED else None,
                one.why,
                one.after,
            )

    def _quickest(self, nodes: Iterable[Node]) -> Duration | None:
        """The shortest recovery among things of which one is enough."""
        return min(filter(None, map(self.graph.own_recovery, nodes)), default=None)

    def drawing(self, nodes: Iterable[Node]) -> tuple[Drawing | None, bool]:
        """What some things need, one step far, as a drawing; and whether part of it is left out.

        A drawing is left out altogether where nothing is needed.
        """
        strong = tuple(dict.fromkeys(nodes))
        kept: dict[Node, Thing] = {}
        arrows: dict[Arrow, None] = {}
        cut = False
        for node in strong:
            targets = [t for one in self.graph.of(node) for t in one.any_of]
            found = {n: thing for n in (node, *targets) if (thing := self.thing(n))}
            if len({*kept, *found}) > LARGEST:
                cut = True
                continue
            kept |= found
            for one in self.graph.of(node):
                lesser = len(one.any_of) > 1
                for target in one.any_of:
                    if target in found and target != node:
                        arrows[Arrow(_name(node), _name(target), lesser)] = None
        if not arrows:
            return None, cut
        boxes = tuple(_box(node, thing, node in strong) for node, thing in kept.items())
        return Drawing(boxes, tuple(arrows), tangled=len(strong) > 1), cut


def _box(node: Node, thing: Thing, strong: bool) -> Box:
    return Box(_name(node), thing.link.text.words, "", thing.link, strong)


def _name(node: Node) -> str:
    return f"{node.kind}-{node.id}"


def loss_address(node: Node) -> Address:
    """The page that says what falls without a thing."""
    return Address("what-if", f"{node.kind}-{node.id}")
