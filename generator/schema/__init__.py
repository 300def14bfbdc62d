"""The JSON Schema of a plan's files, made from the model."""

from __future__ import annotations

import inspect
import json
from datetime import date
from enum import Enum
from typing import Any, TypeAlias

from generator.model import Plan
from generator.model.base import About, Part, Pattern
from generator.model.duration import Duration
from generator.model.fields import Field, fields, given, item_of, unmarked
from generator.model.text import Text

IDENTIFIER = "https://json-schema.org/draft/2020-12/schema"

Schema: TypeAlias = dict[str, Any]

# The loader reads every scalar as text, so wherever it reads a text an editor must accept an
# unquoted number or boolean too.
_TEXT: Schema = {"type": ["string", "number", "boolean"]}
_TEXTS: Schema = {
    "anyOf": [_TEXT, {"type": "object", "additionalProperties": _TEXT, "minProperties": 1}]
}
_PLAIN: dict[type, Schema] = {
    str: _TEXT,
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    date: _TEXT | {"format": "date"},
    Duration: _TEXT,
}


def plan_schema() -> Schema:
    """The schema of one file: any topic may stand in any file, so none is required."""
    schema = _object(Plan)
    del schema["required"]
    return {"$schema": IDENTIFIER, "$defs": _definitions(), **schema}


def plan_schema_text() -> str:
    """The schema as it is committed and printed."""
    return json.dumps(plan_schema(), indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def _definitions() -> dict[str, Schema]:
    """Every kind of part and every enumeration that a plan has, by the name of its class."""
    found: dict[str, Schema] = {}
    pending: list[type[Part]] = [Plan]
    while pending:
        for field in fields(pending.pop()):
            kind, _ = unmarked(_innermost(field.hint))
            if kind.__name__ in found:
                continue
            if issubclass(kind, Part):
                found[kind.__name__] = _object(kind)
                pending.append(kind)
            elif issubclass(kind, Enum):
                found[kind.__name__] = _choice(kind)
    return found


def _innermost(hint: Any) -> Any:
    """What the field holds, or what the items of its list are."""
    inner = given(hint)
    return item_of(inner) or inner


def _object(model: type[Part]) -> Schema:
    every = fields(model)
    schema: Schema = {
        "title": model.__name__,
        "description": inspect.getdoc(model),
        "type": "object",
        "additionalProperties": False,
        "properties": {field.name: _property(field) for field in every},
    }
    required = [field.name for field in every if field.required]
    return schema | ({"required": required} if required else {})


def _choice(options: type[Enum]) -> Schema:
    return {
        "title": options.__name__,
        "description": inspect.getdoc(options),
        "type": "string",
        "enum": [option.value for option in options],
    }


def _property(field: Field) -> Schema:
    about = {"description": field.about.meaning, "examples": [field.about.example]}
    default = {} if field.required else {"default": _written(field.default)}
    schema = _optional(field)
    title = {} if _is_named(field) else {"title": field.name.replace("_", " ").title()}
    return schema | title | about | default


def _is_named(field: Field) -> bool:
    """True if the field holds one thing of a class that has a title of its own."""
    kind, _ = unmarked(given(field.hint))
    return isinstance(kind, type) and issubclass(kind, Part | Enum)


def _optional(field: Field) -> Schema:
    inner = given(field.hint)
    schema = _value(inner, field.about)
    if inner is field.hint:
        return schema
    choices = schema["anyOf"] if set(schema) == {"anyOf"} else [schema]
    return {"anyOf": [*choices, {"type": "null"}]}


def _value(hint: Any, about: About) -> Schema:
    base, marks = unmarked(hint)
    if (inner := item_of(base)) is not None:
        least = {"minItems": about.fewest} if about.fewest else {}
        return {"type": "array", "items": _value(inner, About("", None))} | least
    if issubclass(base, Text):
        return _TEXTS
    if issubclass(base, Part | Enum):
        return {"$ref": f"#/$defs/{base.__name__}"}
    schema = dict(_PLAIN[base])
    for mark in marks:
        if isinstance(mark, Pattern):
            schema["pattern"] = mark.expression
            if mark.longest is not None:
                schema["maxLength"] = mark.longest
    limits = {
        "minimum": about.at_least,
        "maximum": about.at_most,
        "minLength": about.fewest or None,
    }
    return schema | {name: limit for name, limit in limits.items() if limit is not None}


def _written(value: Any) -> Any:
    """A default as JSON has it."""
    if isinstance(value, tuple):
        return [_written(one) for one in value]
    if isinstance(value, Part):
        return {field.name: _written(getattr(value, field.name)) for field in fields(type(value))}
    if isinstance(value, Duration):
        return value.written()
    return value.value if isinstance(value, Enum) else value
