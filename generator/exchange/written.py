"""A plan's parts as a plan's files would write them: dicts, lists and texts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import Enum
from typing import Any, TypeAlias

from generator.model.base import Part
from generator.model.duration import Duration
from generator.model.text import Text
from generator.model.walk import shapes

Written: TypeAlias = "str | list[Written] | dict[str, Written]"
Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json]"
Reader: TypeAlias = Callable[[Text], str]
"""Chooses the words of a text."""


def written(part: Part, reader: Reader = str) -> dict[str, Written]:
    """A part's fields in the order of the model, without what is left out or as usual."""
    found: dict[str, Written] = {}
    for shape in shapes(type(part)):
        value = getattr(part, shape.name)
        if value is None or (not shape.required and value == shape.default):
            continue
        found[shape.key] = _value(value, reader)
    return found


def _value(value: Any, reader: Reader) -> Written:
    if isinstance(value, tuple):
        return [_value(item, reader) for item in value]
    if isinstance(value, Part):
        return written(value, reader)
    if isinstance(value, Text):
        return reader(value)
    if isinstance(value, Duration):
        return value.written()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value.value if isinstance(value, Enum) else value)


def in_language(language: str, primary: str) -> Reader:
    """Reads texts as a reader of a language would."""
    return lambda text: text.for_reader(language, primary).words


def typed(part: Part) -> dict[str, Json]:
    """As ``written``, with numbers and truth as JSON has them; texts in the only language left."""
    tree = written(part)
    return {
        shape.key: _typed(getattr(part, shape.name), tree[shape.key])
        for shape in shapes(type(part))
        if shape.key in tree
    }


def _typed(value: Any, said: Any) -> Json:
    if isinstance(value, tuple):
        return [_typed(*pair) for pair in zip(value, said, strict=True)]
    if isinstance(value, Part):
        return typed(value)
    if isinstance(value, bool | int | float):
        return value
    return str(said)
