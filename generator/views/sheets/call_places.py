"""The places of a call tree as sheets name them: who, at which number, and who else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from generator.derive.branches import Branch
from generator.model.text import Text
from generator.views.parts.calls import Callee, node_callee
from generator.views.parts.index import Index
from generator.views.sheets.card_steps import Told

_BLANK = re.compile(r"\{([^{}]*)\}")


class Spot(Struct, frozen=True):
    """A place in a call tree with those called from it; ``elsewhere`` are called from here too,
    but stand in another branch. ``id`` is the place's own in the plan."""

    id: str
    who: Callee
    calls: tuple[Spot, ...]
    elsewhere: tuple[Callee, ...] = ()


class Called(Struct, frozen=True):
    """Somebody to call. ``holder`` is who answers for a role; ``instead`` are the alternates in
    order; ``branch`` is whom this one calls, and who must be called if nobody answers here."""

    name: Text
    holder: Text | None
    number: str
    note: Text | None = None
    instead: tuple[Told, ...] = ()
    branch: tuple[Told, ...] = ()


class Spoken(Struct, frozen=True):
    """A piece of a script: words to say, or what to put into a blank."""

    words: Text
    blank: bool


def spots(found: Iterable[Branch], index: Index) -> Iterator[Spot]:
    """The places that this reader may see; those below a hidden one move up."""
    for branch in found:
        who = node_callee(branch.node, index)
        below = tuple(spots(branch.callees, index))
        if who is None:
            yield from below
            continue
        others = (node_callee(node, index) for node in branch.elsewhere)
        yield Spot(branch.node.id, who, below, tuple(one for one in others if one))


def every(found: Iterable[Spot], caller: Callee | None) -> Iterator[tuple[Spot, Callee | None]]:
    """All places with who calls them, as they read from top to bottom."""
    for spot in found:
        yield spot, caller
        yield from every(spot.calls, spot.who)


def told(who: Callee) -> Told:
    """A name with its number."""
    return Told(who.link.text, who.number.shown if who.number else "")


def called(who: Callee, branch: Iterable[Callee] = ()) -> Called:
    """Somebody to call, with the branch that hangs on it."""
    known = told(who)
    others = tuple(told(one) for one in who.alternates)
    return Called(known.name, who.name, known.number, who.note, others, tuple(map(told, branch)))


def callees(spot: Spot) -> tuple[Callee, ...]:
    """All that a place calls."""
    return (*(below.who for below in spot.calls), *spot.elsewhere)


def spoken(script: Text | None) -> tuple[Spoken, ...]:
    """A script in its pieces: ``This is {your name}.`` has three."""
    if script is None:
        return ()
    pieces = _BLANK.split(script.words)
    return tuple(
        Spoken(Text.of(piece, script.language), bool(n % 2))
        for n, piece in enumerate(pieces)
        if piece
    )
