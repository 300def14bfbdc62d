"""A page's article as plain Markdown: headings, lists, paragraphs, links.

The peers build these pages, so that all build the same pages with the same text.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

_BLOCK = re.compile(
    "address|article|aside|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|header|hr|legend|"
    "main|nav|p|section|summary|table|tbody|td|th|thead|tr"
)
_LEFT_OUT = ("button", "script", "style", "svg", "template")
_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*", "code": "`"}
_HEADING = re.compile(r"h[1-6]")


def as_markdown(html: str, ending: str) -> str:
    """The article as Markdown; links to pages end in ``ending`` (``.md`` or ``.html``)."""
    writer = _Writer(ending)
    writer.feed(html)
    writer.close()
    return writer.text()


class _Writer(HTMLParser):
    """Writes a block at each end of a block; what stands in a list item is indented."""

    def __init__(self, ending: str) -> None:
        super().__init__()
        self._ending = ending
        self._blocks: list[str] = []
        self._words: list[str] = []
        self._prefix = ""
        self._lists: list[str] = []
        self._bullet = ""
        self._skipped = 0
        self._links: list[str] = []

    def text(self) -> str:
        self._end_block()
        return "\n\n".join(self._blocks) + "\n"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._skipped += tag in _LEFT_OUT
        if self._skipped:
            return
        if tag in _MARKS:
            self._words.append(_MARKS[tag])
        elif tag == "a":
            self._links.append(self._target(dict(attrs).get("href") or ""))
            self._words.append("[")
        elif _HEADING.fullmatch(tag):
            self._end_block()
            self._prefix = "#" * int(tag[1]) + " "
        elif tag in ("ol", "ul"):
            self._end_block()
            self._lists.append("1. " if tag == "ol" else "- ")
        elif tag == "li":
            self._end_block()
            self._bullet = self._lists[-1] if self._lists else ""
        elif _BLOCK.fullmatch(tag):
            self._end_block()

    def handle_endtag(self, tag: str) -> None:
        if tag in _LEFT_OUT:
            self._skipped -= 1
        elif self._skipped:
            return
        elif tag in _MARKS:
            self._words.append(_MARKS[tag])
        elif tag == "a" and self._links:
            self._words.append(f"]({self._links.pop()})")
        elif tag in ("ol", "ul"):
            self._end_block()
            del self._lists[-1:]
        elif tag == "li" or _BLOCK.fullmatch(tag) or _HEADING.fullmatch(tag):
            self._end_block()

    def handle_data(self, data: str) -> None:
        if not self._skipped:
            self._words.append(data)

    def _end_block(self) -> None:
        words = " ".join("".join(self._words).split())
        self._words.clear()
        if words.strip("*[] "):
            depth = len(self._lists)
            indent = "    " * (depth - 1 if self._bullet else depth)
            self._blocks.append(f"{indent}{self._bullet}{self._prefix}{words}")
            self._bullet = ""
        self._prefix = ""

    def _target(self, href: str) -> str:
        path, mark, anchor = href.partition("#")
        if path.endswith(".html") and ":" not in path:
            path = path.removesuffix(".html") + self._ending
        return f"{path}{mark}{anchor}".replace(" ", "%20")
