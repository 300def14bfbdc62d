"""Running text of an article as inline nodes: strings, and ``{"k": kind, "body": […]}``.

Kinds besides those of the vocabulary: ``link`` (``to`` a label, ``code`` of another section),
``url`` (``to`` an address), ``lang`` (``lang``), ``br``, ``anchor`` (``to``), ``marks`` (``n`` of
``all``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Any

from msgspec import Struct, field

from generator.paper.binder.links import Places, label
from generator.paper.binder.markup import Element

Inline = str | dict[str, Any]

_SPACE = re.compile(r"[ \t\r\n\f]+")
_IN_NUMBER = re.compile(r"(?:\+|\b0)\d[\d ()./-]{5,}\d")
_FIRM = "\N{NO-BREAK SPACE}"
_PHONED = ("tel:", "sms:")
_ONE_LINE = 45
"""A name and a number up to so many letters stand on one line."""
_MARKS = frozenset(("rb-level__mark", "rb-impact__mark"))
_FILLED = "▮"
_MARKS_AFTER = (".", ",", ";", ":", "!", "?", ")")


class Wording(Struct, frozen=True):
    """What running text needs of its page: its path, and where links lead. ``given`` are the
    labels that stand somewhere already: each stands once."""

    here: str
    places: Places
    given: set[str] = field(default_factory=set)

    def inline(self, children: Iterable[Element | str]) -> list[Inline]:
        """The text of elements, without spaces at its ends."""
        known = tuple(children)
        if len(known) == 1 and isinstance(known[0], str):
            said = _folded(known[0]).strip()
            return [said] if said else []
        return trimmed([*self._run(known)])

    def anchor(self, element: Element) -> str | None:
        """The label of an element that something links to."""
        name = element.attributes.get("id")
        its = label(self.here, name) if name else ""
        if its not in self.places.wanted or its in self.given:
            return None
        self.given.add(its)
        return its

    def missed(self) -> list[str]:
        """The labels of this page that something links to and that stand nowhere yet."""
        names = (label(self.here, name) for name in ("", *sorted(self.places.ids[self.here])))
        return [one for one in names if one in self.places.wanted and one not in self.given]

    def _run(self, children: Sequence[Element | str]) -> Iterator[Inline]:
        """Running text; what is set apart on a screen has a space behind it, unless a mark follows
        that belongs to the word before it."""
        for child, after in zip_longest(children, children[1:]):
            if isinstance(child, str):
                yield _folded(child)
            elif not is_dropped(child):
                yield from self._nodes(child)
                marked = isinstance(after, str) and after.startswith(_MARKS_AFTER)
                if not marked and _is_apart(child):
                    yield " "

    def _nodes(self, child: Element) -> Iterator[Inline]:
        anchor = self.anchor(child)
        if anchor:
            yield {"k": "anchor", "to": anchor}
        yield from self._element(child)

    def _element(self, child: Element) -> Iterator[Inline]:
        body = [*self._run(child.children)]
        if child.tag == "br":
            yield {"k": "br"}
        elif child.classes & _MARKS:
            text = child.text()
            yield {"k": "marks", "n": text.count(_FILLED), "all": len(text.strip())}
        elif "rb-fallback" in child.classes:
            yield self._fallback(child)
        elif child.tag == "a":
            yield self._link(child, trimmed(body))
        else:
            kind = child.head.kind
            if kind:
                yield {"k": kind, "body": trimmed(body)}
            else:
                yield from body

    def _fallback(self, child: Element) -> Inline:
        """A text in another language, and the sign of that language."""
        signs = [one for one in child.elements() if one.tag == "abbr"]
        words = self.inline(one for one in child.children if one not in signs)
        sign = "".join(one.text() for one in signs)
        lang = child.attributes.get("lang", "").partition("-")[0]
        return {"k": "lang", "lang": lang, "sign": sign, "body": words}

    def _link(self, child: Element, body: list[Inline]) -> Inline:
        href = child.attributes.get("href", "")
        target = self.places.find(href, self.here)
        kind = child.head.kind
        if target:
            own = self.places.codes[self.here]
            code = target.code if target.code != own else ""
            said = _closed(body) if code else body
            made: Inline = {"k": "link", "to": target.label, "code": code, "body": said}
        elif ":" in href:
            said = _firm(body) if href.startswith(_PHONED) else body
            made = {"k": "url", "to": href, "said": _said_outside(href, child), "body": said}
        else:
            made = {"k": "span", "body": body}
        return {"k": kind, "body": [made]} if kind in ("fact", "more") else made


def _folded(text: str) -> str:
    """With single spaces, and phone numbers that stand on one line."""
    said = _SPACE.sub(" ", text)
    return _IN_NUMBER.sub(lambda found: found[0].replace(" ", _FIRM), said)


def _firm(body: list[Inline]) -> list[Inline]:
    """Whom to call and the number, on one line."""
    match body:
        case [str(said)] if len(said) <= _ONE_LINE:
            return [said.replace(" ", _FIRM)]
    return body


def _closed(body: list[Inline]) -> list[Inline]:
    """Without the room behind a fact at the end: the code of where a link leads stands there."""
    match body:
        case [*rest, {"k": "fact", "body": last}]:
            return [*rest, {"k": "span", "body": last}]
    return body


def _is_apart(element: Element) -> bool:
    plain = element.tag == "a" or "rb-fallback" in element.classes or element.classes & _MARKS
    return not plain and bool(element.head.kind)


def is_dropped(element: Element) -> bool:
    """True for what doesn't go on paper."""
    return element.head.dropped


def _said_outside(href: str, element: Element) -> str:
    """An address to write out, where the words of the link don't hold it already."""
    scheme, _, rest = href.partition(":")
    if scheme in ("tel", "sms"):
        digits = re.sub(r"\D", "", rest)
        return "" if digits in re.sub(r"\D", "", element.text()) else rest
    shown = rest.removeprefix("//").partition("?")[0].rstrip("/")
    return "" if shown in element.text() or scheme == "geo" else shown


def trimmed(nodes: list[Inline]) -> list[Inline]:
    """Without spaces at the ends, neighbouring strings joined."""
    joined: list[Inline] = []
    for node in nodes:
        last = joined[-1] if joined else None
        if isinstance(node, str) and isinstance(last, str):
            joined[-1] = _SPACE.sub(" ", last + node)
        elif isinstance(node, str) and last == {"k": "br"}:
            joined.append(node.lstrip())
        elif node != "":
            joined.append(node)
    if joined and isinstance(joined[0], str):
        joined[0] = joined[0].lstrip()
    if joined and isinstance(joined[-1], str):
        joined[-1] = joined[-1].rstrip()
    return [node for node in joined if node != ""]
