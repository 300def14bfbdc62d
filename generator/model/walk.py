"""Walk a plan: every part, text and reference with its path, without naming any noun.

The shape of each model class is worked out once from its annotations, so that checks and
projections can speak of "every text" or "every reference" and new fields join by themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from functools import cache
from typing import Any

from msgspec import UNSET, Struct

from generator.model.base import FilePath, Part, Ref
from generator.model.fields import Field, fields, given, item_of, unmarked
from generator.model.text import Text

Path = tuple[str | int, ...]


class Shape(Enum):
    """What a field holds."""

    PART = "part"
    TEXT = "text"
    REF = "ref"
    FILE = "file"
    VALUE = "value"


class FieldShape(Struct, frozen=True):
    """One field of a model class; ``key`` is its name in the plan's files.

    ``default`` is UNSET where the field must be filled in.
    """

    name: str
    key: str
    shape: Shape
    many: bool
    ref: Ref | None
    default: Any

    @property
    def required(self) -> bool:
        """True if it must be filled in."""
        return self.default is UNSET


class Visit(Struct, frozen=True):
    """One value met on the walk, its path and the part that holds it."""

    path: Path
    value: Any
    field: FieldShape
    owner: Part


@cache
def shapes(model: type[Part]) -> tuple[FieldShape, ...]:
    """The fields of a model class, in the order they are declared."""
    return tuple(_shape(field) for field in fields(model))


def _shape(field: Field) -> FieldShape:
    hint, marks = unmarked(given(unmarked(field.hint)[0]))
    marks += unmarked(field.hint)[1]
    inner = item_of(hint)
    many = inner is not None
    if many:
        hint, more = unmarked(inner)
        marks += more
    ref = next((mark for mark in marks if isinstance(mark, Ref)), None)
    return FieldShape(field.name, field.name, _holds(hint, marks), many, ref, field.default)


def _holds(kind: Any, marks: tuple[Any, ...]) -> Shape:
    if any(isinstance(mark, Ref) for mark in marks):
        return Shape.REF
    if any(isinstance(mark, FilePath) for mark in marks):
        return Shape.FILE
    if issubclass(kind, Text):
        return Shape.TEXT
    return Shape.PART if issubclass(kind, Part) else Shape.VALUE


def walk(part: Part, path: Path = ()) -> Iterator[Visit]:
    """Every value below a part, depth first, in the order of declaration.

    Lists are opened: each item is visited with its index as the last step of the path. Fields
    that are left out (None) are not visited.
    """
    for shape in shapes(type(part)):
        value = getattr(part, shape.name)
        if value is None:
            continue
        if not shape.many:
            yield from _visit(value, shape, part, (*path, shape.key))
            continue
        for index, item in enumerate(value):
            yield from _visit(item, shape, part, (*path, shape.key, index))


def _visit(value: Any, shape: FieldShape, owner: Part, path: Path) -> Iterator[Visit]:
    yield Visit(path, value, shape, owner)
    if shape.shape is Shape.PART:
        yield from walk(value, path)
