"""The theme's page with holes: rendered once per folder, then filled once per page.

The theme renders a page whose title, description, article and so on are marks such as
``@@rb:title@@``. The page is cut at the marks; filling it is joining the pieces, and what is put
in is never looked at again, so that a mark in somebody's text stays text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape

from msgspec import Struct

from generator.site.early import early
from generator.site.handwritten import KIND
from generator.views.page import Heading

ARTICLE_ID = "rb-article"
"""The element that holds the article, and where the skip link leads."""

_MARK = re.compile(r"@@rb:([A-Za-z0-9.-]+)@@")
_SPACE = re.compile(r"\s*\n\s*")
_HEADING_ID = "@@rb:heading.id@@"
_SKIP = re.compile(rf'<a href="#{_HEADING_ID}"\s+class="md-skip">.*?</a>', re.DOTALL)
_SKIP_PLACE = '<div data-md-component="skip">'


def mark(name: str) -> str:
    """The mark of a hole."""
    return f"@@rb:{name}@@"


class FrameError(Exception):
    """The theme's page isn't the one this code knows: a mark is missing or unknown."""

    def __init__(self, where: str, fault: str):
        super().__init__(
            f"The theme's frame of `{where or 'the start page'}` {fault}. A template in the "
            "theme's `custom_dir` may stand in front of ours, or the theme may be another version."
        )


class Filling(Struct, frozen=True):
    """What one page puts into its frame. ``article`` is HTML in UTF-8, the rest plain text.

    ``links`` leads to the page, or the start, of each other language.
    """

    title: str
    description: str
    canonical: str
    article: bytes
    headings: tuple[Heading, ...]
    links: Mapping[str, str]


class _Cut(Struct, frozen=True):
    """A page in UTF-8, cut at its marks: ``pieces`` has one more than ``names``."""

    pieces: tuple[bytes, ...]
    names: tuple[str, ...]

    @classmethod
    def of(cls, html: str) -> _Cut:
        parts = _MARK.split(html)
        return cls(tuple(piece.encode() for piece in parts[::2]), tuple(parts[1::2]))

    def fill(self, values: Mapping[str, bytes]) -> bytes:
        parts = [self.pieces[0]]
        for name, piece in zip(self.names, self.pieces[1:], strict=True):
            parts += (values[name], piece)
        return b"".join(parts)


class Frame(Struct, frozen=True):
    """The frame of one folder: with and without a table of contents, and one item of the latter."""

    full: _Cut
    bare: _Cut
    items: tuple[_Cut, ...]

    @classmethod
    def cut(cls, where: str, full: str, bare: str, marks: Iterable[str]) -> Frame:
        """Cut the theme's page for the folder ``where``, which must have exactly these marks
        (and those of the table of contents). FrameError if it hasn't."""
        full, bare = (early(_dense(html), tabs=where == KIND) for html in (full, bare))
        full, bare = _with_skip_link(where, full, bare)
        full, items = _without_items(full)
        frame = cls(_Cut.of(full), _Cut.of(bare), tuple(_Cut.of(item) for item in items))
        wanted = set(marks)
        lists = {f"headings.{number}" for number in range(len(items))}
        _expect(where, frame.bare, wanted)
        _expect(where, frame.full, wanted | (lists or {"headings.0"}))
        for item in frame.items:
            _expect(where, item, {"heading.id", "heading.words"})
        return frame

    def fill(self, page: Filling) -> bytes:
        """The whole page."""
        values = {
            "title": _escaped(page.title),
            "description": _escaped(page.description),
            "canonical": _escaped(page.canonical),
            "article": page.article,
        }
        values |= {f"link.{tag}": _escaped(link) for tag, link in page.links.items()}
        if not page.headings:
            return self.bare.fill(values)
        for number, item in enumerate(self.items):
            values[f"headings.{number}"] = b"".join(_items(item, page.headings))
        return self.full.fill(values)


def _items(item: _Cut, headings: Sequence[Heading]) -> Iterable[bytes]:
    for heading in headings:
        yield item.fill(
            {"heading.id": _escaped(heading.id), "heading.words": _escaped(heading.words)}
        )


def _escaped(text: str) -> bytes:
    return escape(text).encode()


def _with_skip_link(where: str, full: str, bare: str) -> tuple[str, str]:
    """Lead the skip link to the article, also where the theme leaves it out."""
    found = _SKIP.search(full)
    if found is None or _SKIP_PLACE not in bare:
        raise FrameError(where, "has no skip link")
    link = found[0].replace(_HEADING_ID, ARTICLE_ID)
    return full.replace(found[0], link), bare.replace(_SKIP_PLACE, _SKIP_PLACE + link, 1)


def _dense(html: str) -> str:
    """Without the theme's empty lines and indents, which are a fifth of its bytes."""
    return _SPACE.sub("\n", html).lstrip()


def _without_items(html: str) -> tuple[str, list[str]]:
    """Take the items of the tables of contents out, and leave one mark for each table."""
    items: list[str] = []
    while (at := html.find(_HEADING_ID)) >= 0:
        start, end = html.rfind("<li", 0, at), html.find("</li>", at) + len("</li>")
        if start < 0 or end < at:
            break
        items.append(html[start:end])
        html = html[:start] + mark(f"headings.{len(items) - 1}") + html[end:]
    return html, items


def _expect(where: str, cut: _Cut, wanted: set[str]) -> None:
    present = set(cut.names)
    if missing := sorted(wanted - present):
        raise FrameError(where, f"lacks the mark `{missing[0]}`")
    if unknown := sorted(present - wanted):
        raise FrameError(where, f"has an unknown mark `{unknown[0]}`")
