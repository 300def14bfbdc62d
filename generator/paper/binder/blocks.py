"""An article as block nodes: ``{"k": kind, …}``, of which one template makes paper.

Kinds: ``h`` (``level``), ``p`` (``style``), ``list`` (``ordered``, ``items``), ``facts`` (``rows``
of words and blocks), ``step`` (``not``, ``n``, ``body``), ``pause``, ``call``, ``contacts``
(``rows`` of three), ``dial``, ``table``, ``picture``, ``drawing``, ``group``. Each may
have ``at``, the label that stands there.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from generator.paper.binder.drawings import taken_apart
from generator.paper.binder.markup import Element
from generator.paper.binder.tables import table
from generator.paper.binder.vocabulary import BLOCK_TAGS, KEPT, SHORT, STYLED, style
from generator.paper.binder.words import Inline, Wording, is_dropped

Block = dict[str, Any]
Make = Callable[[Element, "Blocks"], Iterator[Block]]


class Blocks:
    """Makes the blocks of one article. ``level`` is that of its title among the headings, which are
    all ``headings`` as well, in their order."""

    def __init__(self, wording: Wording, level: int) -> None:
        self.words = wording
        self.level = level
        self.headings: list[Block] = []

    def of(self, children: Iterable[Element | str]) -> list[Block]:
        """The blocks of elements; running text between them becomes paragraphs."""
        found: list[Block] = []
        run: list[Element | str] = []
        for child in children:
            if isinstance(child, str) or not is_block(child):
                if run or not isinstance(child, str) or not child.isspace():
                    run.append(child)
                continue
            if run:
                found += self._paragraph(run)
                run = []
            if not is_dropped(child):
                found += self._block(child)
        if run:
            found += self._paragraph(run)
        return found

    def inline(self, element: Element) -> list[Inline]:
        """An element's running text."""
        return self.words.inline(element.children)

    def _paragraph(self, run: list[Element | str]) -> Iterator[Block]:
        said = self.words.inline(run)
        if said:
            yield {"k": "p", "style": _alone(run), "body": said}

    def _block(self, element: Element) -> list[Block]:
        made = list(maker(element)(element, self))
        anchor = self.words.anchor(element)
        if anchor and made:
            made[0].setdefault("at", []).append(anchor)
        elif anchor:
            made = [{"k": "p", "style": "", "body": [], "at": [anchor]}]
        return made


def _alone(run: list[Element | str]) -> str:
    """The style of a paragraph that is one element and nothing else."""
    only, *others = [one for one in run if not isinstance(one, str) or not one.isspace()]
    return "" if others or isinstance(only, str) else style(only.classes)


def is_block(element: Element) -> bool:
    """True for what stands on lines of its own."""
    return element.tag in BLOCK_TAGS or not _BY_CLASS.keys().isdisjoint(element.classes)


def maker(element: Element) -> Make:
    """What makes blocks of an element: by its class, else by its tag, else by its text."""
    for name in element.classes:
        if name in _BY_CLASS:
            return _BY_CLASS[name]
    return _BY_TAG.get(element.tag, _container)


def _heading(element: Element, blocks: Blocks) -> Iterator[Block]:
    level = blocks.level + int(element.tag[1]) - 1
    made: Block = {"k": "h", "level": level, "body": blocks.inline(element)}
    blocks.headings.append(made)
    yield made


def _text(element: Element, blocks: Blocks) -> Iterator[Block]:
    if any(is_block(child) for child in element.elements()):
        yield from _container(element, blocks)
        return
    body = blocks.words.inline([element]) if element.tag == "a" else blocks.inline(element)
    if body:
        yield {"k": "p", "style": style(element.classes, element.tag), "body": body}


def _apart(element: Element, blocks: Blocks) -> Iterator[Block]:
    """Words that stand beside each other without anything between them."""
    parts = [part for child in element.elements() if (part := blocks.words.inline([child]))]
    body: list[Inline] = []
    for number, part in enumerate(parts):
        body += [" · ", *part] if number else part
    yield {"k": "p", "style": "quiet", "body": body}


def _container(element: Element, blocks: Blocks) -> Iterator[Block]:
    inner = blocks.of(element.children)
    set_off = next((STYLED[name] for name in element.classes if name in STYLED), "")
    short = not KEPT.isdisjoint(element.classes) and len(element.text()) < SHORT
    if inner and (set_off or short):
        yield {"k": "group", "style": set_off, "keep": short, "body": inner}
    else:
        yield from inner


def _details(element: Element, blocks: Blocks) -> Iterator[Block]:
    """What opens on a screen is open on paper; a title of nothing but what is dropped goes too."""
    if any(not is_dropped(one) and one.tag != "summary" for one in element.elements()):
        yield from _container(element, blocks)


def _items(element: Element, blocks: Blocks) -> Iterator[Block]:
    items = []
    for child in element.elements():
        if is_dropped(child):
            continue
        anchor = blocks.words.anchor(child)
        body = blocks.of(child.children)
        if anchor and body:
            body[0].setdefault("at", []).append(anchor)
        if body:
            items.append(body)
    if items:
        ordered = element.tag == "ol" and _UNNUMBERED.isdisjoint(element.classes)
        yield {"k": "list", "ordered": ordered, "items": items}


def _steps(element: Element, blocks: Blocks) -> Iterator[Block]:
    for child in element.elements():
        number = child.first("rb-step__number")
        body = blocks.of(child.children)
        anchor = blocks.words.anchor(child)
        yield {
            "k": "step",
            "not": "rb-step--not" in child.classes,
            "n": number.text().strip() if number else "",
            "keep": len(child.text()) < SHORT,
            "body": body,
            "at": [anchor] if anchor else [],
        }


def _pause(element: Element, blocks: Blocks) -> Iterator[Block]:
    yield {"k": "pause", "body": blocks.inline(element)}


def _facts(element: Element, blocks: Blocks) -> Iterator[Block]:
    rows: list[list[Any]] = []
    for child in element.elements():
        if child.tag == "dt":
            rows.append([blocks.inline(child), []])
        elif child.tag == "dd" and rows:
            rows[-1][1] += blocks.of(child.children)
        elif child.tag not in ("dt", "dd"):
            yield from blocks.of([child])
    if rows:
        yield {"k": "facts", "rows": rows}


def _contacts(element: Element, blocks: Blocks) -> Iterator[Block]:
    rows = []
    for child in element.elements():
        parts = [child.first(f"rb-contact__{name}") for name in ("what", "value", "note")]
        rows.append([blocks.inline(part) if part else [] for part in parts])
    yield {"k": "contacts", "rows": rows}


def _dial(element: Element, blocks: Blocks) -> Iterator[Block]:
    rows = []
    for child in element.elements():
        who, number = child.first("rb-dial__who"), child.first("rb-dial__number")
        rest = [one for one in child.elements() if one not in (who, number)]
        name = blocks.words.inline([one for one in (who, *rest) if one])
        rows.append([name, blocks.inline(number) if number else []])
    yield {"k": "dial", "rows": rows}


def _calls(element: Element, blocks: Blocks) -> Iterator[Block]:
    rows = [next(_call(a, blocks)) for a in element.all() if "rb-call" in a.classes]
    yield {"k": "dial", "rows": [[row["who"], row["number"]] for row in rows]}


def _call(element: Element, blocks: Blocks) -> Iterator[Block]:
    who, number = element.first("rb-call__whom"), element.first("rb-call__number")
    yield {
        "k": "call",
        "who": blocks.inline(who) if who else [],
        "number": blocks.inline(number) if number else [],
    }


def _picture(element: Element, blocks: Blocks) -> Iterator[Block]:
    image, caption = element.first("img"), element.first("figcaption")
    said = blocks.inline(caption) if caption else []
    if image:
        folder, file = posixpath.dirname(blocks.words.here), image.attributes.get("src", "")
        name = posixpath.normpath(posixpath.join(folder, file))
        alt = image.attributes.get("alt", "")
        yield {"k": "picture", "file": name, "alt": alt, "body": said}


def _drawing(element: Element, blocks: Blocks) -> Iterator[Block]:  # noqa: ARG001 - as the others
    yield {"k": "drawing", **taken_apart(element.raw)}


_UNNUMBERED: Final = frozenset(("rb-timeline", "rb-impact"))
"""Ordered by a time that stands there: a number would say nothing."""

_BY_CLASS: Final[Mapping[str, Make]] = {
    "rb-steps": _steps,
    "rb-step__text": _text,
    "rb-step__facts": _text,
    "rb-pause": _pause,
    "rb-contacts": _contacts,
    "rb-dial": _dial,
    "rb-calls": _calls,
    "rb-call": _call,
    "rb-go": _text,
    "rb-picture": _picture,
    "rb-drawing": _drawing,
    "rb-identity": _apart,
}
_BY_TAG: Final[Mapping[str, Make]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _heading),
    **dict.fromkeys(("p", "blockquote", "pre", "summary", "figcaption"), _text),
    **dict.fromkeys(("ul", "ol"), _items),
    "details": _details,
    "dl": _facts,
    "table": table,
}
