"""Call tree sheets: the drawn tree, one for each caller, the controller's, and one for tests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from generator.derive.branches import branches
from generator.model.call_tree import CallTree, TreeKind
from generator.model.duration import Duration
from generator.model.text import Text
from generator.views.page import Address
from generator.views.parts.calls import Callee, callee
from generator.views.parts.figures import percent
from generator.views.parts.short_code import short_code
from generator.views.sheets.call_drawing import TreePage, tree_pages
from generator.views.sheets.call_places import (
    Called,
    Spoken,
    Spot,
    called,
    callees,
    every,
    spoken,
    spots,
    told,
)
from generator.views.sheets.card_steps import Told
from generator.views.sheets.sheet import Order, Qr, Sheet

KIND = "call-tree"


class About(Struct, frozen=True):
    """Of which tree a sheet is. ``back`` is whom the last one calls; ``typed`` finds ``page``."""

    title: Text
    kind: TreeKind
    purpose: Text | None
    retry_after: Duration | None
    method: Text | None
    controller: Told | None
    back: Told | None
    page: Qr | None
    typed: str


class TreeSheet(Struct, frozen=True):
    """The drawn tree: ``drawing`` of a cascade, ``called`` of the other kinds."""

    tree: About
    start: Called | None
    drawing: tuple[TreePage, ...]
    called: tuple[Called, ...]


class CallerSheet(Struct, frozen=True):
    """One caller's own branch. Nobody in particular starts a hunt without an initiator."""

    tree: About
    caller: Called | None
    called_by: Told | None
    script: tuple[Spoken, ...]
    calls: tuple[Called, ...]


class Reported(Struct, frozen=True):
    """A place on the controller's sheet, and who calls it."""

    who: Called
    by: Text | None


class ControllerSheet(Struct, frozen=True):
    """All that are called, for whoever hears who was not reached."""

    tree: About
    everyone: tuple[Reported, ...]


class DrillSheet(Struct, frozen=True):
    """What a test of the tree must show. ``share`` of ``people`` are to be reached ``within``."""

    tree: About
    coordinators: tuple[Told, ...]
    people: int
    share: str
    within: Duration | None


class _Known(Struct, frozen=True):
    """A tree with its places as this reader sees them. Of a cascade, ``start`` has no place in
    it."""

    tree: CallTree
    about: About
    start: Callee | None
    spots: tuple[Spot, ...]
    order: Order


def sheets(order: Order) -> Iterator[Sheet]:
    """The sheets of every call tree in which this reader sees somebody."""
    for tree in order.reading.edition.plan.call_trees:
        known = _known(tree, order)
        if known.spots:
            yield from _sheets(known)


def _known(tree: CallTree, order: Order) -> _Known:
    index = order.reading.index
    found = tuple(spots(branches(tree), index))
    starts = callee(tree.initiator or "", index)
    cascade = tree.kind is TreeKind.CASCADE
    inside = cascade and any(node.who == tree.initiator for node in tree.nodes)
    return _Known(tree, _about(tree, starts, order), None if inside else starts, found, order)


def _about(tree: CallTree, starts: Callee | None, order: Order) -> About:
    page = Address("calls", tree.id)
    url = order.page_url(page)
    hears = callee(tree.controller or "", order.reading.index)
    return About(
        tree.title,
        tree.kind,
        tree.purpose,
        tree.retry_after,
        tree.method,
        told(hears) if hears else None,
        told(starts) if starts and tree.call_back else None,
        Qr(url, order.reading.words.say("sheet.calls.scan")) if url else None,
        short_code(page),
    )


def _sheets(known: _Known) -> Iterator[Sheet]:
    say = known.order.reading.words.say
    yield _sheet(known, "", "", _drawn(known))
    for id_, name, view in _callers(known):
        yield _sheet(known, f"--from-{id_}", name, view)
    yield _sheet(known, "--controller", say("sheet.calls.controller"), _controller(known))
    yield _sheet(known, "--test", say("sheet.calls.test"), _test(known))


def _sheet(known: _Known, suffix: str, name: str, view: Any) -> Sheet:
    title = known.tree.title.words
    return Sheet(
        KIND,
        f"{known.tree.id}{suffix}",
        f"{title} – {name}" if name else title,
        known.order.language,
        known.order.audience.id,
        view,
        about=("call-tree", known.tree.id),
        page=Address("calls", known.tree.id),
    )


def _drawn(known: _Known) -> TreeSheet:
    start = called(known.start) if known.start else None
    if known.tree.kind is TreeKind.CASCADE:
        return TreeSheet(known.about, start, tree_pages(known.start, known.spots), ())
    rows = tuple(called(spot.who) for spot, _ in every(known.spots, None))
    return TreeSheet(known.about, start, (), rows)


def _callers(known: _Known) -> Iterator[tuple[str, str, CallerSheet]]:
    """Each caller's sheet, with the end of its id and the caller's name."""
    if known.tree.kind is not TreeKind.CASCADE:
        starter = known.start.link if known.start else None
        everyone = (spot.who for spot, _ in every(known.spots, None))
        rows = tuple(called(who) for who in everyone if who.link != starter)
        yield "start", *_caller(known, known.start, None, rows)
        return
    if known.start:
        rows = tuple(called(one.who, callees(one)) for one in known.spots)
        yield "start", *_caller(known, known.start, None, rows)
    for spot, by in every(known.spots, known.start):
        if spot.calls or spot.elsewhere:
            own = (called(below.who, callees(below)) for below in spot.calls)
            others = (called(one) for one in spot.elsewhere)
            yield spot.id, *_caller(known, spot.who, by, (*own, *others))


def _caller(
    known: _Known, who: Callee | None, by: Callee | None, rows: tuple[Called, ...]
) -> tuple[str, CallerSheet]:
    name = who.link.text.words if who else known.order.reading.words.say("sheet.calls.anybody")
    view = CallerSheet(
        known.about,
        called(who) if who else None,
        told(by) if by else None,
        spoken(known.tree.script),
        rows,
    )
    return name, view


def _controller(known: _Known) -> ControllerSheet:
    rows = (
        Reported(called(spot.who, callees(spot)), by.link.text if by else None)
        for spot, by in every(known.spots, known.start)
    )
    return ControllerSheet(known.about, tuple(rows))


def _test(known: _Known) -> DrillSheet:
    """The coordinators of a cascade are those who call others; of the other kinds, all."""
    found = [spot for spot, _ in every(known.spots, known.start)]
    leading = [spot for spot in found if spot.calls or spot.elsewhere] or found
    target = known.tree.target
    return DrillSheet(
        known.about,
        tuple(told(spot.who) for spot in leading),
        len(found),
        percent(target.share / 100, known.order.reading.words) if target else "",
        target.within if target else None,
    )
