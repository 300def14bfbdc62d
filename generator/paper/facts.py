"""What a sheet shows, as facts: what its code is reckoned over, and what the ledger names.

Each field of a sheet's view is a fact. A field that is a list whose lines have names is a fact per
line, so that it can be said that a certain line of it changed. Every leaf of the view is in one
of them. Nothing else is: revision, date and code stand beside the view, not in it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from enum import Enum
from functools import lru_cache
from hashlib import sha256
from types import NoneType
from typing import Any, Final

from msgspec import Struct

from generator.model.duration import Duration
from generator.model.span import Span
from generator.model.text import SAME, UNMARKED, Text
from generator.paper.data import FIELDS, ByType, leaf
from generator.problems import without_contacts
from generator.views.page import Address, Link
from generator.views.sheets.sheet import Photo, Sheet

Picture = Callable[[str], bytes]
"""The bytes of a picture of the plan, by its path there."""

ORDER = "\n"
"""Stands for the name of a line where the order of lines is meant; no name has it."""

_NAMES = ("name", "title", "label")
_LONGEST_NAME = 60
_SECRET = frozenset({"shown", "uri", "digits", "number", "value", "payload"})
"""Fields of views that hold the value of a contact."""

_SHORTEST_SECRET = 3
_SAID = str | bytes | bool | int | float | Text
"""What holds no fields."""


class Fact(Struct, frozen=True):
    """One fact: the view's field, the name of a line in it (empty for what of the field has no
    name, ``ORDER`` for the order of its lines), and the value as canonical JSON, which is shown
    nowhere."""

    field: str
    line: str
    value: str


def facts_of(sheet: Sheet, picture: Picture) -> tuple[Fact, ...]:
    """A sheet's facts, in the order of its view."""
    canonical = _Canonical(sheet.language, picture, contact_values(sheet.view))
    return tuple(
        fact
        for name in sheet.view.__struct_fields__
        for fact in _facts(name, getattr(sheet.view, name), canonical)
    )


def _facts(field: str, value: Any, canonical: _Canonical) -> Iterator[Fact]:
    lines: list[tuple[str, Any]] = []
    rest = canonical.plain(value, lines)
    alike: dict[str, list[Any]] = {}
    for name, line in lines:
        alike.setdefault(name, []).append(line)
    if not lines or not _is_empty(rest):
        yield Fact(field, "", _text(rest))
    for name, its in alike.items():
        yield Fact(field, name, _text(its))
    if len(lines) > 1:
        yield Fact(field, ORDER, _text([name for name, _ in lines]))


def name_of(line: Any) -> str:
    """What a line of a list is called: its own name, title or label, else that of the first
    thing that it links to; empty if it has none. A text is no name, but what is said."""
    if isinstance(line, Link):
        return line.text.words
    attributes = _NAMED[type(line)]
    if attributes is None:
        return ""
    for attribute in attributes:
        named = getattr(line, attribute)
        if isinstance(named, Text | str) and str(named):
            return str(named)
    parts = (getattr(line, name) for name in line.__struct_fields__)
    links = (part if isinstance(part, Link) else getattr(part, "link", None) for part in parts)
    return next((link.text.words for link in links if isinstance(link, Link)), "")


def _attributes(kind: type[Any]) -> tuple[str, ...] | None:
    """Where lines of a type may have their names; None of one that has none."""
    if not issubclass(kind, Struct) or issubclass(kind, Text | Address) or hasattr(kind, "text"):
        return None
    return tuple(attribute for attribute in _NAMES if hasattr(kind, attribute))


_NAMED: Final = ByType(_attributes)


def spoken(name: str, secrets: frozenset[str]) -> str:
    """A name as it may stand in the ledger: on one line, short, and no contact's value."""
    return "" if any(secret in name for secret in secrets) else _flat(name)


@lru_cache(4096)
def _flat(name: str) -> str:
    flat = without_contacts(" ".join(name.split()))
    return flat if len(flat) <= _LONGEST_NAME else f"{flat[: _LONGEST_NAME - 1]}…"


def contact_values(view: Any) -> frozenset[str]:
    """Every way in which a view writes the value of a contact."""
    found: set[str] = set()
    _gather(view, found)
    return frozenset(found)


def _gather(value: Any, found: set[str]) -> None:
    kind = type(value)
    if _HOLDS_NONE[kind]:
        return
    names = FIELDS[kind]
    if names is None:
        for one in value.values() if isinstance(value, Mapping) else value:
            _gather(one, found)
        return
    for name in names:
        part = getattr(value, name)
        if name in _SECRET and len(str(part)) >= _SHORTEST_SECRET:
            found.add(str(part))
        if not _HOLDS_NONE[type(part)]:
            _gather(part, found)


_HOLDS_NONE: Final = ByType(
    lambda kind: issubclass(kind, NoneType | _SAID) or not issubclass(kind, Struct | Iterable)
)


class _Canonical(Struct, frozen=True):
    """One way of writing for each value.

    What is empty is left out, so that a new optional part of a view makes no sheet another one.
    """

    language: str
    picture: Picture
    secrets: frozenset[str]

    def plain(self, value: Any, lines: list[tuple[str, Any]]) -> Any:
        """A value without the lines in it that have a name; those are added to ``lines``."""
        kind = type(value)
        written = _LEAF[kind]
        if written is not None:
            return value if written is _as_it_is else written(value, self)
        names = FIELDS[kind]
        if names is not None:
            return self._filled(((name, getattr(value, name)) for name in names), lines)
        if isinstance(value, Mapping):
            return self._filled(((str(key), one) for key, one in value.items()), lines)
        if isinstance(value, frozenset | set):
            return sorted((self.plain(one, lines) for one in value), key=_text)
        return list(self._unnamed(value, lines))

    def _filled(
        self, parts: Iterable[tuple[str, Any]], lines: list[tuple[str, Any]]
    ) -> dict[str, Any]:
        filled: dict[str, Any] = {}
        for name, part in parts:
            written = part if _LEAF[type(part)] is _as_it_is else self.plain(part, lines)
            if written or not _is_empty(written):
                filled[name] = written
        return filled

    def _unnamed(self, values: Iterable[Any], lines: list[tuple[str, Any]]) -> Iterator[Any]:
        for one in values:
            name = spoken(name_of(one), self.secrets)
            inner: list[tuple[str, Any]] = []
            written = self.plain(one, inner)
            if name:
                lines.append((name, written))
            else:
                yield written
            lines += inner

    def said(self, text: Text) -> Any:
        """A text; its language only where that isn't the sheet's."""
        own = (UNMARKED, SAME, self.language, self.language.partition("-")[0])
        pairs = [["" if tag in own else tag, words] for tag, words in text]
        return pairs[0][1] if len(pairs) == 1 and not pairs[0][0] else pairs

    def photo(self, photo: Photo) -> dict[str, str]:
        """A picture, with what the file holds."""
        content = sha256(self.picture(photo.file)).hexdigest()
        return {"file": photo.file, "alt": photo.alt, "content": content}


_text: Final = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode
"""A value as canonical JSON."""


def _is_empty(written: Any) -> bool:
    return written is None or written is False or written in ("", [], {})


def _as_it_is(value: Any, canonical: _Canonical) -> Any:  # noqa: ARG001
    return value


_LEAVES: tuple[tuple[Any, Callable[[Any, _Canonical], Any]], ...] = (
    (Enum, lambda value, _: value.value),
    (NoneType | bool | int | float | str, _as_it_is),
    (Text, lambda value, canonical: canonical.said(value)),
    (Photo, lambda value, canonical: canonical.photo(value)),
    (Duration, lambda value, _: value.seconds),
    (Span, lambda value, _: [value.first.isoformat(), value.last.isoformat()]),
    (date, lambda value, _: value.isoformat()),
    (Address, lambda value, _: value.path),
)
"""What isn't taken apart, and how it is written."""

_LEAF = ByType(lambda kind: leaf(_LEAVES, kind))
