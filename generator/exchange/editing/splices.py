"""Pieces of a text replaced by others, all at once."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct


class Splice(Struct, frozen=True):
    """``text`` instead of what stands from ``start`` to ``end``; deeper ones come first."""

    start: int
    end: int
    depth: int
    text: str


class OverlapError(Exception):
    """Two splices touch the same place."""


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """The text after all splices; those of one place and depth keep their order."""
    out, end = [], 0
    for splice in sorted(splices, key=lambda one: (one.start, one.end, -one.depth)):
        if splice.start < end:
            raise OverlapError
        out += [text[end : splice.start], splice.text]
        end = splice.end
    return "".join([*out, text[end:]])
