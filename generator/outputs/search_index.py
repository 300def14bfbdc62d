"""What search finds, written from the pages' own entries instead of parsed out of their HTML.

The texts are in one script: `file:` pages, which can't fetch, run it, and elsewhere the search
worker reads it as text. The theme asks for a JSON file on http, which has the settings and no
texts, so that they don't go through the page. Titles, texts and keywords are plain text; the
worker escapes what it shows.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from html.parser import HTMLParser
from typing import Any

from generator.outputs.artifact import Artifact
from generator.views.page import Address, Entry
from generator.views.parts.kinds import PROGRAMME

JSON_PATH = "search/search_index.json"
SCRIPT_PATH = "search/search_index.js"

Found = tuple[Address, Iterable[Entry]]

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_UNREAD = ("script", "style", "svg")


def search_index(found: Iterable[Found], settings: Mapping[str, Any]) -> tuple[Artifact, Artifact]:
    """The theme's index without texts, and the script; ``settings`` are the theme's own."""
    docs = [_doc(address, entry) for address, entries in found for entry in entries]
    # Two line ends that JSON allows in a text, and scripts before 2019 don't.
    script = _json(settings, docs).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return (
        Artifact(JSON_PATH, _json(settings, []).encode()),
        Artifact(SCRIPT_PATH, f"var __index = {script};\n".encode()),
    )


def _json(settings: Mapping[str, Any], docs: list[dict[str, Any]]) -> str:
    index = {"config": dict(settings), "docs": docs}
    return json.dumps(index, ensure_ascii=False, separators=(",", ":"))


def _doc(address: Address, entry: Entry) -> dict[str, Any]:
    anchor = f"#{entry.anchor}" if entry.anchor else ""
    doc: dict[str, Any] = {
        "location": address.path + anchor,
        "title": entry.title,
        "text": entry.text,
    }
    if entry.keywords:
        doc["keywords"] = list(entry.keywords)
    if address.kind in PROGRAMME and not anchor:
        doc["later"] = True
    return doc


def entries_of(html: str, title: str) -> tuple[Entry, ...]:
    """The entries of a hand-written page: itself, and each heading that has an id."""
    parser = _Sections(title)
    parser.feed(html)
    parser.close()
    return tuple(parser.entries())


class _Sections(HTMLParser):
    """Splits a page's text at its headings; the first heading is the page's own."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._sections: list[tuple[str, list[str], list[str]]] = [("", [title], [])]
        self._heading = False
        self._unread = 0

    def entries(self) -> Iterator[Entry]:
        for anchor, title, text in self._sections:
            yield Entry(_flat(title), _flat(text), anchor)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unread += tag in _UNREAD
        if tag in _HEADINGS:
            self._heading = True
            anchor = dict(attrs).get("id")
            if tag != "h1" and anchor:
                self._sections.append((anchor, [], []))
        elif tag not in ("a", "abbr", "b", "code", "em", "i", "mark", "span", "strong"):
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        self._unread -= tag in _UNREAD
        if tag in _HEADINGS:
            self._heading = False

    def handle_data(self, data: str) -> None:
        if self._unread:
            return
        anchor, title, text = self._sections[-1]
        if not self._heading:
            text.append(data)
        elif anchor:
            title.append(data)


def _flat(parts: Iterable[str]) -> str:
    return " ".join("".join(parts).split())
