"""What the schema finds wrong with a value, in words for the person who wrote it.

Faults are told apart by pydantic's ``type``, never by its English text, and no value is repeated
unless it is a key or one of the schema's own choices: a value may be somebody's number.
"""

from __future__ import annotations

import json
import re
import typing
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from generator.model import Plan
from generator.model.walk import Shape, shapes
from generator.other_words import meant
from generator.problems import Problem, suggestion
from generator.source.tree import Fields, Path, Scalar, locate

_WRITTEN_AS_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LANGUAGE = re.compile(r"same|[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def explain(fault: ErrorDetails, root: Fields) -> Problem:
    """Turn one fault of the schema into a problem with its place and cure."""
    path = tuple(fault["loc"])
    for types, speak in _SPEAKERS:
        if fault["type"] in types:
            return speak(path, fault, root)
    return _wrong_type(path, root, "a value of another kind", "Look the field up in the guide.")


def model_at(path: Path) -> type[BaseModel]:
    """The model class that holds the last step of a path."""
    model: type[BaseModel] = Plan
    for step in path[:-1]:
        shape = next((s for s in shapes(model) if s.key == step), None)
        if shape is not None and shape.shape is Shape.PART:
            model = _part_class(model, shape.name)
    return model


def _part_class(model: type[BaseModel], name: str) -> type[BaseModel]:
    pending = [model.model_fields[name].annotation]
    while pending:
        current = pending.pop()
        if isinstance(current, type) and issubclass(current, BaseModel):
            return current
        pending.extend(arg for arg in typing.get_args(current) if arg is not type(None))
    return model


def stray_words(empty: Iterable[Scalar]) -> Iterator[Problem]:
    """Keys without a value that no part of a plan has: mostly the rest of a text between braces,
    which ends at its first comma. Who passed over them would lose words in silence."""
    for key in empty:
        word = key.value or ""
        if word in _all_keys() or _LANGUAGE.fullmatch(word):
            continue
        one_word = re.fullmatch(r"[\w-]+", word) is not None
        yield Problem(
            "unknown-field",
            f"There is no field `{_shown(word)}`, and nothing stands behind it.",
            key.position(),
            (one_word and suggestion(word, _all_keys()))
            or "If it is the rest of a text, put the whole text in double quotes: between braces a "
            "comma ends it.",
        )


@cache
def _all_keys() -> frozenset[str]:
    """The name of every field that any part of a plan has."""
    found: set[str] = set()
    met: set[type[BaseModel]] = {Plan}
    pending: list[type[BaseModel]] = [Plan]
    while pending:
        model = pending.pop()
        for shape in shapes(model):
            found.add(shape.key)
            part = _part_class(model, shape.name) if shape.shape is Shape.PART else Plan
            if part not in met:
                met.add(part)
                pending.append(part)
    return frozenset(found)


def _field(path: Path) -> str:
    names = [str(step) for step in path if isinstance(step, str)]
    return names[-1] if names else "plan"


def _unknown_field(path: Path, _: ErrorDetails, root: Fields) -> Problem:
    known = [shape.key for shape in shapes(model_at(path))]
    cure = meant(str(path[-1]), known) or "Here you can write: " + ", ".join(known) + "."
    return Problem(
        "unknown-field",
        f"There is no field `{_shown(path[-1])}` here.",
        locate(root, path, key=True),
        cure,
    )


def _missing(path: Path, _: ErrorDetails, root: Fields) -> Problem:
    name = str(path[-1])
    example = _example(path)
    return Problem(
        "missing-field",
        f"The field `{name}` is missing or empty.",
        locate(root, path),
        f"Add it, for example `{name}: {example}`.",
    )


def _example(path: Path) -> str:
    """The field's example, on one line of YAML; for an item of a list that of the whole list."""
    while path and isinstance(path[-1], int):
        path = path[:-1]
    fields = model_at(path).model_fields.items() if path else ()
    field = next((f for n, f in fields if (f.alias or n) == path[-1]), None)
    return _yaml(field.examples[0]) if field and field.examples else "…"


def _yaml(value: Any, *, inside: bool = False) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(_yaml(one, inside=True) for one in value) + "]"
    if isinstance(value, dict):
        pairs = (f"{key}: {_yaml(one, inside=True)}" for key, one in value.items())
        return "{" + ", ".join(pairs) + "}"
    text = str(value).lower() if isinstance(value, bool) else str(value)
    unsafe = text[:1] in tuple("'\"*&!%@`|>+0#{[") or ": " in text or " #" in text
    return json.dumps(text, ensure_ascii=False) if unsafe or (inside and "," in text) else text


def _bad_id(path: Path, _: ErrorDetails, root: Fields) -> Problem:
    if path[-1] == "id" or "aliases" in path:
        return Problem(
            "bad-id",
            "An id is made of small letters, digits and single hyphens, at most 64 of them.",
            locate(root, path),
            "Write for example `crisis-lead`. The id is part of the page's address.",
        )
    return Problem(
        "wrong-type",
        f"`{_field(path)}` isn't written in this way.",
        locate(root, path),
        f"Write for example `{_field(path)}: {_example(path)}`.",
    )


def _unknown_choice(path: Path, fault: ErrorDetails, root: Fields) -> Problem:
    expected = str(fault.get("ctx", {}).get("expected", ""))
    choices = [part.strip("' ") for part in expected.replace(" or ", ", ").split(",")]
    said = str(fault.get("input", ""))
    cure = suggestion(said, choices) or "Write one of: " + ", ".join(choices) + "."
    return Problem("unknown-choice", f"`{_field(path)}` can't be this.", locate(root, path), cure)


def _out_of_range(path: Path, fault: ErrorDetails, root: Fields) -> Problem:
    bounds = {"greater_than_equal": ("ge", "at least"), "less_than_equal": ("le", "at most")}
    key, words = bounds[fault["type"]]
    limit = fault.get("ctx", {}).get(key)
    if path == ("format",) and key == "le":
        return Problem(
            "out-of-range",
            f"This plan is written for a newer runbook; this one reads format {limit}.",
            locate(root, path),
            "Install the version that its requirements.txt names, or a later one.",
        )
    return Problem(
        "out-of-range",
        f"`{_field(path)}` must be {words} {limit}.",
        locate(root, path),
        f"Write for example `{_field(path)}: {_example(path)}`.",
    )


def _too_few(path: Path, fault: ErrorDetails, root: Fields) -> Problem:
    return Problem(
        "missing-field",
        f"`{_field(path)}` needs at least {fault.get('ctx', {}).get('min_length', 1)} item.",
        locate(root, path),
        f"Write for example `{_field(path)}: {_example(path)}`.",
    )


def _wrong_type(path: Path, root: Fields, expected: str, cure: str) -> Problem:
    return Problem("wrong-type", f"`{_field(path)}` must be {expected}.", locate(root, path), cure)


def _typed(expected: str) -> Callable[[Path, ErrorDetails, Fields], Problem]:
    def speak(path: Path, _: ErrorDetails, root: Fields) -> Problem:
        return _wrong_type(
            path, root, expected, f"Write for example `{_field(path)}: {_example(path)}`."
        )

    return speak


def _date(path: Path, fault: ErrorDetails, root: Fields) -> Problem:
    if _WRITTEN_AS_DAY.fullmatch(str(fault.get("input", ""))):
        return Problem(
            "wrong-type",
            f"`{_field(path)}` is a day that no calendar has.",
            locate(root, path),
            "Correct the month or the day.",
        )
    return _typed("a date, written year-month-day")(path, fault, root)


def _duration(path: Path, _: ErrorDetails, root: Fields) -> Problem:
    return _wrong_type(
        path, root, "a length of time", "Write a number and a unit: `30 min`, `4h`, `2 days`."
    )


def _list(path: Path, _: ErrorDetails, root: Fields) -> Problem:
    return _wrong_type(
        path,
        root,
        "a list",
        "Begin each item on its own line with `- `, or write all of them between [ and ].",
    )


def _fields(path: Path, _: ErrorDetails, root: Fields) -> Problem:
    return _wrong_type(
        path, root, "a group of named fields", "Write `name: value` lines, indented beneath it."
    )


def _shown(key: str | int) -> str:
    text = str(key)
    return text if len(text) <= 40 else text[:39] + "…"


_DATE_TYPES = (
    "date_type",
    "date_parsing",
    "date_from_datetime_parsing",
    "date_from_datetime_inexact",
    "datetime_from_date_parsing",
)

_SPEAKERS: tuple[tuple[tuple[str, ...], Callable[[Path, ErrorDetails, Fields], Problem]], ...] = (
    (("extra_forbidden",), _unknown_field),
    (("missing",), _missing),
    (("string_pattern_mismatch", "string_too_long"), _bad_id),
    (("enum", "literal_error"), _unknown_choice),
    (("greater_than_equal", "less_than_equal"), _out_of_range),
    (("too_short", "string_too_short"), _too_few),
    (("tuple_type", "list_type"), _list),
    (("model_type", "model_attributes_type", "dict_type"), _fields),
    (("int_type", "int_parsing", "int_from_float"), _typed("a whole number")),
    (("float_type", "float_parsing", "finite_number"), _typed("a number")),
    (("bool_type", "bool_parsing"), _typed("true or false")),
    (_DATE_TYPES, _date),
    (("string_type",), _typed("one text")),
    (("text",), _typed("a text, or one text per language")),
    (("duration",), _duration),
)
