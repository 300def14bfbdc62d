"""A sample plan with one very long word in each of its texts, and where letters stand on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as raw  # type: ignore[import-untyped]
from msgspec import Struct
from msgspec.structs import replace

from generator.build import Opened
from generator.model.base import Part
from generator.model.text import Text

MM = 72 / 25.4

WORDS = {
    "letters": "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk",
    "address": "https://wiki.example/afdelingen/bedrijfsvoering/noodplan?versie=20261122&taal=nl",
    "one-letter": "W" * 50,
    "arabic": "والمستشفياتوالصيدلياتوالمختبراتوالعياداتوالمراكز",
}
"""By what they are: a compound of 53 letters, an address, 50 times the widest letter, and 48 Arabic
letters, which are joined."""

_FIRST = re.compile(r"\w{4,}")


def with_word(at: Opened, word: str) -> Opened:
    """The plan with the word instead of the first word of each text and each person's name; no
    organisation is named by an address."""
    plan = _worded(at.plan, word)
    kept = {"plan": at.plan.plan} if "://" in word else {}
    return replace(at, plan=replace(plan, **kept))


def _worded(value: Any, word: str) -> Any:
    if isinstance(value, Text):
        told = tuple((tag, _FIRST.sub(word, said, count=1)) for tag, said in value.translations)
        return type(value)(told)
    if isinstance(value, Part):
        names = value.__struct_fields__
        new = {name: _worded(getattr(value, name), word) for name in names}
        if "contacts" in names and "name" in names and isinstance(value.name, str):  # type: ignore[attr-defined]
            new["name"] = _FIRST.sub(word, new["name"], count=1)
        return replace(value, **new)
    if isinstance(value, tuple):
        return tuple(_worded(one, word) for one in value)
    return value


class Letter(Struct, frozen=True):
    """A letter on a page: its place in the page's text, and its box: left, lower, right and upper
    edge in mm from the lower left."""

    at: int
    letter: str
    box: tuple[float, float, float, float]


def letters(page: pypdfium2.PdfPage) -> Iterator[Letter]:
    """What is visible of a page's text."""
    text = page.get_textpage()
    for at in range(text.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text, at))
        if raw.FPDFText_IsGenerated(text, at) == 1 or letter.isspace() or letter == "\u00ad":
            continue
        left, lower, right, upper = (edge / MM for edge in text.get_charbox(at))
        yield Letter(at, letter, (left, lower, right, upper))


def outside(page: pypdfium2.PdfPage, edge: float) -> list[Letter]:
    """The letters that are nearer to the page's edge than so many millimetres, or beyond it."""
    width, height = (side / MM for side in page.get_size())
    return [
        one
        for one in letters(page)
        if one.box[0] < edge
        or one.box[1] < edge
        or one.box[2] > width - edge
        or one.box[3] > height - edge
    ]


def overprinted(page: pypdfium2.PdfPage) -> list[tuple[Letter, Letter]]:
    """Pairs of letters of which one stands on the other: what ran out of its column."""
    known: dict[tuple[int, int], list[Letter]] = {}
    found = []
    for one in letters(page):
        left, lower, right, upper = one.box
        cells = {(int(x / 4), int(y / 4)) for x in (left, right) for y in (lower, upper)}
        near = {id(other): other for cell in cells for other in known.get(cell, ())}
        found += [(other, one) for other in near.values() if _covers(one, other)]
        for cell in cells:
            known.setdefault(cell, []).append(one)
    return found


def _covers(one: Letter, other: Letter) -> bool:
    """Whether two letters that don't follow one another, as in a ligature, share their place."""
    apart = abs(one.at - other.at) > 2
    return apart and one.letter.isalnum() and other.letter.isalnum() and _shared(one, other) > 0.4


def _shared(one: Letter, other: Letter) -> float:
    """How much of the smaller of two boxes lies in the other."""
    wide = min(one.box[2], other.box[2]) - max(one.box[0], other.box[0])
    tall = min(one.box[3], other.box[3]) - max(one.box[1], other.box[1])
    smaller = min((b[2] - b[0]) * (b[3] - b[1]) for b in (one.box, other.box))
    return wide * tall / smaller if min(wide, tall, smaller) > 0 else 0.0
