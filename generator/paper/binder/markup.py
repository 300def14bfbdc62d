"""An article's HTML as a tree.

It is our own templates' HTML: every element is closed, every value of an attribute stands in double
quotes, and ``<`` in a text is written ``&lt;``. What is written in another way is refused.

Why not by a reader of any HTML: the standard library's took a quarter of the time of a binder's
views.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, KeysView, Mapping
from functools import lru_cache
from html import unescape
from typing import Final

from msgspec import Struct, field

from generator.paper.binder.vocabulary import DROPPED, DROPPED_IDS, DROPPED_LINKS, INLINE

_VOID: Final = frozenset(
    ("area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr")
)
_ICON: Final = re.compile(r'<svg class="rb-icon".*?</svg>', re.DOTALL)
_MARKUP: Final = re.compile(
    r'(<svg class="rb-drawing".*?</svg>|<[^<>"]*(?:"[^"]*"[^<>"]*)*>)', re.DOTALL
)
_ONE: Final = r'\s+[A-Za-z][\w:.-]*(?:="[^"]*")?'
_TAG: Final = re.compile(rf"<([a-z][a-z0-9]*)((?:{_ONE})*)\s*(/?)>")
_ATTRIBUTE: Final = re.compile(r'([A-Za-z][\w:.-]*)(?:="([^"]*)")?')
_DRAWING: Final = '<svg class="rb-drawing"'


class Head(Struct, frozen=True):
    """What an element's tag says; ``empty`` if nothing can stand in it. On paper it may be
    ``dropped``, or be of a ``kind`` of inline node (``vocabulary.py``)."""

    tag: str
    attributes: Mapping[str, str]
    classes: KeysView[str]
    empty: bool
    dropped: bool
    kind: str


class Element(Struct, frozen=True):
    """An element; ``raw`` is the source of a drawing, which is not taken apart."""

    head: Head
    children: list[Element | str] = field(default_factory=list)
    raw: str = ""

    @property
    def tag(self) -> str:
        """Its name."""
        return self.head.tag

    @property
    def attributes(self) -> Mapping[str, str]:
        """The values of its attributes, without entities."""
        return self.head.attributes

    @property
    def classes(self) -> KeysView[str]:
        """Its classes, in their order."""
        return self.head.classes

    def elements(self) -> Iterator[Element]:
        """Its children that are elements."""
        return (child for child in self.children if isinstance(child, Element))

    def all(self) -> Iterator[Element]:
        """Every element within, in the order of the source."""
        for child in self.children:
            if isinstance(child, Element):
                yield child
                if child.children:
                    yield from child.all()

    def first(self, name: str) -> Element | None:
        """The first element within that has a class or tag."""
        return next((e for e in self.all() if name in e.classes or e.tag == name), None)

    def text(self) -> str:
        """All its words."""
        return "".join(one if isinstance(one, str) else one.text() for one in self.children)


def parsed(html: str) -> Element:
    """The article as one element. ValueError if its tags don't match, or if it has what our
    templates don't write."""
    open_ = [Element(_head("<article>"))]
    parts = iter(_MARKUP.split(_ICON.sub("", html)))
    _say(next(parts), open_)
    for tag, text in zip(parts, parts, strict=True):
        if tag.startswith("</"):
            _close(tag, open_)
        elif tag.startswith(_DRAWING):
            open_[-1].children.append(Element(_head('<img class="rb-drawing">'), raw=tag))
        else:
            made = Element(_head(tag))
            open_[-1].children.append(made)
            if not made.head.empty:
                open_.append(made)
        _say(text, open_)
    if len(open_) != 1:
        raise ValueError(f"<{open_[-1].tag}> isn't closed")
    return open_[0]


def _say(text: str, open_: list[Element]) -> None:
    if "<" in text:
        raise ValueError(f"this is no text: {text[text.index('<') :][:40]}")
    if text:
        open_[-1].children.append(unescape(text) if "&" in text else text)


def _close(tag: str, open_: list[Element]) -> None:
    name = tag[2:-1].strip()
    if open_[-1].tag != name or len(open_) == 1:
        raise ValueError(f"{tag} closes <{open_[-1].tag}>")
    open_.pop()


@lru_cache(8192)
def _head(tag: str) -> Head:
    """Many elements have the same tag, to the letter."""
    found = _TAG.fullmatch(tag)
    if found is None or found[1] in ("script", "style"):
        raise ValueError(f"this is no tag that templates write: {tag[:40]}")
    name = found[1]
    pairs = {key.lower(): unescape(said) for key, said in _ATTRIBUTE.findall(found[2])}
    classes = dict.fromkeys(pairs.get("class", "").split()).keys()
    kinds = (INLINE[one] for one in classes if one in INLINE)
    return Head(
        name,
        pairs,
        classes,
        name in _VOID or bool(found[3]),
        _is_dropped(name, pairs, classes),
        next(kinds, INLINE.get(name, "")),
    )


def _is_dropped(name: str, pairs: Mapping[str, str], classes: KeysView[str]) -> bool:
    return (
        name in DROPPED
        or not DROPPED.isdisjoint(classes)
        or pairs.get("id") in DROPPED_IDS
        or pairs.get("href", "").endswith(DROPPED_LINKS)
    )
