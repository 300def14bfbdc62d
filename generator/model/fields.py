"""The fields of a part of a plan, as its class declares them."""

from __future__ import annotations

import types
import typing
from functools import cache
from typing import Annotated, Any

from msgspec import UNSET, Struct
from msgspec.structs import FieldInfo
from msgspec.structs import fields as declared

from generator.model.base import About, Part


class Field(Struct, frozen=True):
    """One field. ``name`` is also its key in the plan's files; ``hint`` its annotation, with the
    marks that say more of its type; ``default`` is UNSET where the field must be filled in."""

    name: str
    hint: Any
    about: About
    default: Any

    @property
    def required(self) -> bool:
        """True if it must be filled in."""
        return self.default is UNSET


@cache
def fields(model: type[Part]) -> tuple[Field, ...]:
    """The fields of a class, in the order they are declared, those of its bases first."""
    return tuple(_field(info) for info in declared(model))


def field(model: type[Part], name: str) -> Field | None:
    """The field of this name, if the class has one."""
    return next((one for one in fields(model) if one.name == name), None)


def _field(info: FieldInfo) -> Field:
    base, marks = unmarked(info.type)
    (about,) = (mark for mark in marks if isinstance(mark, About))
    others = tuple(mark for mark in marks if mark is not about)
    hint = Annotated[base, *others] if others else base
    return Field(info.name, hint, about, UNSET if info.required else info.default)


def unmarked(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    """An annotation without its marks, and the marks."""
    if typing.get_origin(hint) is Annotated:
        base, *marks = typing.get_args(hint)
        return base, tuple(marks)
    return hint, ()


def given(hint: Any) -> Any:
    """What the field holds if it is not left out: ``X`` of ``X | None``."""
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        (one,) = (arg for arg in typing.get_args(hint) if arg is not type(None))
        return one
    return hint


def item_of(hint: Any) -> Any | None:
    """What the items are of which the field holds a list; None if it holds one value."""
    return typing.get_args(hint)[0] if typing.get_origin(hint) is tuple else None


def part_class(hint: Any) -> type[Part] | None:
    """The class of the part, or parts, that a field with this annotation holds."""
    inner = given(unmarked(hint)[0])
    inner = unmarked(item_of(inner) or inner)[0]
    return inner if isinstance(inner, type) and issubclass(inner, Part) else None
