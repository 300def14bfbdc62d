"""Walk a plan: every part, text and reference with its path, without naming any noun.

The shape of each model class is worked out once from its annotations, so that checks and
projections can speak of "every text" or "every reference" and new fields join by themselves.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from enum import Enum
from functools import cache
from typing import Any

from msgspec import Struct
from pydantic import BaseModel

from generator.model.base import FilePath, Ref
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
    """One field of a model class; ``key`` is its name in the plan's files."""

    name: str
    key: str
    shape: Shape
    many: bool
    ref: Ref | None = None


class Visit(Struct, frozen=True):
    """One value met on the walk, its path and the part that holds it."""

    path: Path
    value: Any
    field: FieldShape
    owner: BaseModel


@cache
def shapes(model: type[BaseModel]) -> tuple[FieldShape, ...]:
    """The fields of a model class, in the order they are declared."""
    hints = typing.get_type_hints(model, include_extras=True)
    return tuple(
        _shape(name, field.alias or name, hints[name]) for name, field in model.model_fields.items()
    )


def _shape(name: str, key: str, annotation: Any) -> FieldShape:
    many, ref, kind = False, None, Shape.VALUE
    pending = [annotation]
    while pending:
        current = pending.pop()
        origin = typing.get_origin(current)
        if origin is typing.Annotated:
            base, *marks = typing.get_args(current)
            ref = next((mark for mark in marks if isinstance(mark, Ref)), ref)
            if any(isinstance(mark, FilePath) for mark in marks):
                kind = Shape.FILE
            pending.append(base)
        elif origin in (typing.Union, types.UnionType):
            pending.extend(arg for arg in typing.get_args(current) if arg is not type(None))
        elif origin is tuple:
            many = True
            pending.append(typing.get_args(current)[0])
        elif isinstance(current, type) and issubclass(current, Text):
            kind = Shape.TEXT
        elif isinstance(current, type) and issubclass(current, BaseModel):
            kind = Shape.PART
    return FieldShape(name, key, Shape.REF if ref else kind, many, ref)


def walk(part: BaseModel, path: Path = ()) -> Iterator[Visit]:
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


def _visit(value: Any, shape: FieldShape, owner: BaseModel, path: Path) -> Iterator[Visit]:
    yield Visit(path, value, shape, owner)
    if shape.shape is Shape.PART:
        yield from walk(value, path)
