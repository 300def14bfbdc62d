"""All pages from A to Z: finds things where there is no script to search with.

Unlike other kinds it is made from the other pages, so it stands apart from the registry of kinds.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby

from msgspec import Struct

from generator.editions import Edition
from generator.locales import Locale
from generator.model.text import Name, Text
from generator.views.page import START, Address, Entry, Heading, Link, Page
from generator.views.parts.index import SECTIONS

ADDRESS = Address("all")

_PEOPLE = frozenset({"contacts", "suppliers", "levels", "history"})
"""Kinds of page on which also the places within are listed: people, authorities, levels."""

_SECTIONS = {
    folder: tuple(f"{kind}-" for kind, its in SECTIONS.items() if its == folder)
    for folder in SECTIONS.values()
}
"""Kinds of page on which only some places are listed: how their anchors begin."""


class Line(Struct, frozen=True):
    """One thing: where it stands, and of which kind that page is (a key in the locale)."""

    link: Link
    kind: str


class Letter(Struct, frozen=True):
    """The things that begin with a letter; ``id`` is its anchor, ``letter`` empty for no letter."""

    id: str
    letter: str
    lines: tuple[Line, ...]


def page(found: Iterable[Page], edition: Edition, words: Locale, more: Iterable[Link] = ()) -> Page:
    """The list of the pages found, and of ``more`` that were written by hand."""
    del edition
    lines = [line for one in found for line in _lines(one)]
    lines += (Line(link, "pages") for link in more)
    lines.sort(key=lambda line: (sort_key(line.link.text.words), line.link.address, line.kind))
    title = words.say("kind.all")
    view = tuple(_letters(lines))
    return Page(
        ADDRESS,
        Name.of(title),
        "listing",
        view,
        headings=tuple(Heading(one.id, one.letter or words.say("listing.other")) for one in view),
        entries=(Entry(title),),
    )


def _lines(one: Page) -> Iterator[Line]:
    if one.address == START:
        return
    yield Line(Link(one.address, one.title), one.address.kind)
    for entry in one.entries:
        if _listed(one.address, entry.anchor):
            link = Link(one.address, Name.of(entry.title), entry.anchor)
            yield Line(link, one.address.kind)


def _listed(page: Address, anchor: str) -> bool:
    if page.kind in _PEOPLE:
        return bool(anchor)
    return page == Address(page.kind) and anchor.startswith(_SECTIONS.get(page.kind, ()))


def _letters(lines: Iterable[Line]) -> Iterator[Letter]:
    for letter, group in groupby(lines, key=lambda line: _letter(line.link.text)):
        yield Letter(f"letter-{letter.casefold() or 'other'}", letter, tuple(group))


def _letter(text: Text) -> str:
    first = sort_key(text.words)[1][:1]
    return first.upper() if first.isalpha() else ""


def sort_key(words: str) -> tuple[bool, str]:
    """Signs before letters; letters without their marks, capital or not, so that é stands by e."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c))
    begun = plain.casefold().lstrip(" \t\n\"'«‘“(¿¡")
    return begun[:1].isalpha(), begun
