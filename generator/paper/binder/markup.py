"""An article's HTML as a tree. It is our own templates' HTML, so every element is closed."""

from __future__ import annotations

import re
from collections.abc import Iterator, KeysView
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser

_VOID = frozenset(("area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"))
_ICON = re.compile(r'<svg class="rb-icon".*?</svg>', re.DOTALL)
_DRAWING = re.compile(r'<svg class="rb-drawing".*?</svg>', re.DOTALL)


@dataclass
class Element:
    """An element; ``raw`` is the source of a drawing, which is not taken apart."""

    tag: str
    attributes: dict[str, str]
    children: list[Element | str] = field(default_factory=list)
    raw: str = ""

    @cached_property
    def classes(self) -> KeysView[str]:
        """Its classes, in their order."""
        return dict.fromkeys(self.attributes.get("class", "").split()).keys()

    def elements(self) -> Iterator[Element]:
        """Its children that are elements."""
        return (child for child in self.children if isinstance(child, Element))

    def all(self) -> Iterator[Element]:
        """Every element within, in the order of the source."""
        for child in self.elements():
            yield child
            yield from child.all()

    def first(self, name: str) -> Element | None:
        """The first element within that has a class or tag."""
        return next((e for e in self.all() if name in e.classes or e.tag == name), None)

    def text(self) -> str:
        """All its words."""
        return "".join(one if isinstance(one, str) else one.text() for one in self.children)


def parsed(html: str) -> Element:
    """The article as one element. ValueError if its tags don't match."""
    drawings: list[str] = []

    def aside(found: re.Match[str]) -> str:
        drawings.append(found[0])
        return f'<img class="rb-drawing" alt="{len(drawings) - 1}">'

    reader = _Reader()
    reader.feed(_DRAWING.sub(aside, _ICON.sub("", html)))
    reader.close()
    if len(reader.open) != 1:
        raise ValueError(f"<{reader.open[-1].tag}> isn't closed")
    root = reader.open[0]
    if drawings:
        for one in root.all():
            if "rb-drawing" in one.classes:
                one.raw = drawings[int(one.attributes["alt"])]
    return root


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("article", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(made)
        if tag not in _VOID:
            self.open.append(made)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        if self.open[-1].tag != tag:
            raise ValueError(f"</{tag}> closes <{self.open[-1].tag}>")
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)
