"""Which reader a field has: worked out from its annotation, once for each class of parts."""

from __future__ import annotations

from datetime import date
from enum import Enum
from functools import cache
from typing import Any

from msgspec import Struct

from generator.model.base import About, Part, Pattern
from generator.model.duration import Duration
from generator.model.fields import fields, given, item_of, unmarked
from generator.model.text import Text
from generator.reading.faults import Wrong
from generator.reading.readers import Group, Listed, Notes, Reader, Single, Texts
from generator.reading.scalars import (
    as_written,
    choice,
    day,
    duration,
    limited,
    matching,
    number,
    truth,
    whole_number,
)
from generator.source.tree import Node, Path

_OF_ITEMS = About("", None)
"""The limits of a field are those of its list, not of the list's items."""


class Inner(Struct, frozen=True):
    """A part, whose fields are worked out when the first one of its class is read."""

    model: type[Part]

    def read(self, node: Node, path: Path, step: str | int, notes: Notes) -> Part:
        """Read the part."""
        return group(self.model).read(node, (*path, step), notes)


@cache
def group(model: type[Part]) -> Group:
    """The reader of a class of parts."""
    every = fields(model)
    readers = {field.name: reader(field.hint, field.about) for field in every}
    return Group(model, readers, frozenset(field.name for field in every if field.required))


def reader(hint: Any, about: About) -> Reader:
    """The reader of a field with this annotation and these limits."""
    base, marks = unmarked(hint)
    for mark in marks:
        if isinstance(mark, Pattern):
            return Single(matching(mark), Wrong.NOT_ONE_TEXT)
    if (inner := given(base)) is not base:
        return reader(inner, about)
    if (inner := item_of(base)) is not None:
        return Listed(reader(inner, _OF_ITEMS), about.fewest)
    if issubclass(base, Text):
        return Texts(base)
    if issubclass(base, Part):
        return Inner(base)
    if issubclass(base, Enum):
        choices = tuple(option.value for option in base)
        return Single(choice(base), Wrong.OTHER_CHOICE, choices)
    return _single(base, about)


def _single(kind: Any, about: About) -> Single:
    if kind is str:
        return Single(as_written(about.fewest), Wrong.NOT_ONE_TEXT)
    convert, wrong = {
        bool: (truth, Wrong.NOT_TRUTH),
        int: (limited(whole_number, about), Wrong.NOT_WHOLE),
        float: (limited(number, about), Wrong.NOT_A_NUMBER),
        date: (day, Wrong.NOT_A_DAY),
        Duration: (duration, Wrong.NOT_A_DURATION),
    }[kind]
    return Single(convert, wrong)
