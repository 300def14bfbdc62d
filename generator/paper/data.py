"""From views to the one JSON value that a Typst template gets.

A text is a string, or, where it fell back to another language, ``{"words", "lang"}``. A QR code is
``{"svg", "mm", "caption"}``; ``mm`` is its least width with the quiet zone. A length of time and a
day are said in the sheet's language. Everything else keeps its fields' names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import Enum
from types import NoneType
from typing import Any, Final, TypeVar

from msgspec import Struct

from generator.locales import Locale, locale
from generator.model.duration import Duration
from generator.model.span import Span
from generator.model.text import SAME, Text
from generator.paper.directions import among, direction
from generator.views.page import Address
from generator.views.sheets.sheet import Photo, Qr

T = TypeVar("T")

MODULE_MM = 0.4
"""The smallest module that phones read reliably from paper (ISO/IEC 18004 leaves it open)."""


class Setting(Struct, frozen=True):
    """In which words views are said, and where codes and pictures come from.

    ``primary`` is the plan's first language. ``draw`` gives the SVG of a payload's QR code,
    ``picture`` the path, for Typst, of a picture of the plan.
    """

    words: Locale
    primary: str
    draw: Callable[[str], bytes]
    picture: Callable[[str], str]


_UNBREAKABLE = re.compile(r"(?<=\S) (?=[:;?!»](?![\w:;]))|(?<=«) ")


def typed(words: str, language: str) -> str:
    """Words as they are set: in French, no line begins or ends at the space that belongs to a
    colon, semicolon, question or exclamation mark or quotation mark."""
    return _UNBREAKABLE.sub("\u00a0", words) if language.partition("-")[0] == "fr" else words


def phrase(said: str, words: Locale) -> str:
    """Words of the generator as they are set; those that its locale lacks are in English."""
    return among(typed(said, words.babel.language), direction(words.tag))


def days(day: date | None, tags: Iterable[str]) -> dict[str, str]:
    """A day in each of the languages; nothing if there is none."""
    return {tag: locale(tag).date(day) for tag in tags} if day else {}


def as_data(value: Any, setting: Setting) -> Any:
    """The value as JSON."""
    kind = type(value)
    said = _LEAF[kind]
    if said is not None:
        return said(value, setting)
    names = FIELDS[kind]
    if names is not None:
        return {name: as_data(getattr(value, name), setting) for name in names}
    if isinstance(value, Mapping):
        return {str(key): as_data(one, setting) for key, one in value.items()}
    return [as_data(one, setting) for one in value]


class ByType(dict[type[Any], T]):
    """What holds for a type, worked out when it is met first: many values have few types."""

    def __init__(self, of: Callable[[type[Any]], T]) -> None:
        super().__init__()
        self._of = of

    def __missing__(self, kind: type[Any]) -> T:
        self[kind] = found = self._of(kind)
        return found


def leaf(kinds: Iterable[tuple[Any, T]], kind: type[Any]) -> T | None:
    """What belongs to the first of the kinds that a type is of."""
    return next((its for one, its in kinds if issubclass(kind, one)), None)


def _names(kind: type[Any]) -> tuple[str, ...] | None:
    return kind.__struct_fields__ if issubclass(kind, Struct) else None


FIELDS: Final = ByType(_names)
"""The names of a struct's fields; None of another type."""


def _said(text: Text, setting: Setting) -> Any:
    tag, own = text.language or setting.primary, setting.words.tag
    if tag in (SAME, own, own.partition("-")[0]):
        return among(typed(text.words, own), direction(own))
    return {"words": among(typed(text.words, tag), direction(own)), "lang": tag.partition("-")[0]}


def _code(code: Qr, setting: Setting) -> dict[str, Any]:
    drawn = setting.draw(code.payload).decode()
    return {"svg": drawn, "mm": round(_side(drawn) * MODULE_MM, 2), "caption": code.caption}


def _side(drawn: str) -> int:
    """The width of a drawn code in modules, with its quiet zone."""
    return int(drawn.split('viewBox="0 0 ', 1)[1].split(" ", 1)[0])


def _photo(photo: Photo, setting: Setting) -> dict[str, str]:
    return {"file": setting.picture(photo.file), "alt": photo.alt}


_LEAVES: tuple[tuple[Any, Callable[[Any, Setting], Any]], ...] = (
    (Enum, lambda value, _: str(value.value)),
    (str, lambda value, setting: typed(value, setting.words.tag)),
    ((NoneType, bool, int, float), lambda value, _: value),
    (Text, _said),
    (Qr, _code),
    (Photo, _photo),
    (Duration, lambda value, setting: setting.words.duration(value)),
    (Span, lambda value, setting: setting.words.span(value)),
    (date, lambda value, setting: setting.words.date(value)),
    (Address, lambda value, _: value.path),
)
"""What isn't taken apart, and how it is said."""

_LEAF: Final = ByType(lambda kind: leaf(_LEAVES, kind))
