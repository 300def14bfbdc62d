"""Drawings of who leads to whom: boxes and arrows, without their places."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from generator.derive.branches import Branch, branches, walk
from generator.model.call_tree import CallTree, TreeKind
from generator.views.page import Link
from generator.views.parts.calls import Callee, callee
from generator.views.parts.index import Index

START = "start"
"""The box of whoever starts a call tree; places of the tree have longer names."""


class Box(Struct, frozen=True):
    """``title`` is what it is, ``detail`` a second line, such as who holds it.

    ``strong`` boxes are where reading begins.
    """

    id: str
    title: str
    detail: str = ""
    link: Link | None = None
    strong: bool = False


class Arrow(Struct, frozen=True):
    """From one box to another, by their ids; ``dashed`` ones are the lesser way."""

    source: str
    target: str
    dashed: bool = False


class Drawing(Struct, frozen=True):
    """Boxes and arrows, in reading order.

    Of a ``tangled`` one several arrows lead to one box: none may run along another, or nobody
    could tell where each comes from.
    """

    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    tangled: bool = False


def call_tree_drawing(tree: CallTree, index: Index) -> Drawing | None:
    """A call tree as a drawing; None where there is nothing to draw.

    A hunt order is drawn as one chain; what comes after each box is tried if it does not answer.
    """
    found = branches(tree)
    in_tree = any(branch.node.who == tree.initiator for branch in found)
    starter = None if in_tree else callee(tree.initiator or "", index)
    boxes = [_box(branch.node.id, callee(branch.node.who, index)) for branch in walk(found)]
    if len(boxes) + bool(starter) < 2:
        return None
    start = (_box(START, starter, strong=True),) if starter else ()
    arrows = _chain(found) if tree.kind is TreeKind.HUNT else _calls(found)
    first = found[:1] if tree.kind is TreeKind.HUNT else found
    begun = tuple(Arrow(START, _name(branch.node.id)) for branch in first) if starter else ()
    return Drawing((*start, *boxes), (*begun, *arrows))


def _box(id_: str, who: Callee | None, *, strong: bool = False) -> Box:
    name = id_ if strong else _name(id_)
    if who is None:
        return Box(name, "…")
    return Box(name, who.link.text.words, who.name.words if who.name else "", who.link, strong)


def _name(node: str) -> str:
    return f"node-{node}"


def _calls(found: tuple[Branch, ...]) -> Iterator[Arrow]:
    for branch in walk(found):
        if branch.caller is not None:
            yield Arrow(_name(branch.caller.id), _name(branch.node.id))
        for other in branch.elsewhere:
            yield Arrow(_name(branch.node.id), _name(other.id), dashed=True)


def _chain(found: tuple[Branch, ...]) -> Iterator[Arrow]:
    order = [branch.node.id for branch in walk(found)]
    for here, following in pairwise(order):
        yield Arrow(_name(here), _name(following), dashed=True)
