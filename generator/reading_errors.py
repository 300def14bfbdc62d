"""What the schema finds wrong with a value, in words for the person who wrote it.

No value is repeated unless it is a key or one of the schema's own choices: a value may be
somebody's number.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any, TypeAlias

from generator.model import Plan
from generator.model.base import Part
from generator.model.fields import field, fields, part_class
from generator.other_words import meant
from generator.problems import Problem, suggestion
from generator.reading import Fault, Wrong
from generator.source.tree import Fields, Path, Scalar, locate

Speaker: TypeAlias = Callable[[Fault, Fields], Problem]

_LANGUAGE = re.compile(r"same|[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def explain(fault: Fault, root: Fields) -> Problem:
    """Turn one fault of the schema into a problem with its place and cure."""
    return _SPEAKERS[fault.wrong](fault, root)


def model_at(path: Path) -> type[Part]:
    """The model class that holds the last step of a path."""
    model: type[Part] = Plan
    for step in path[:-1]:
        known = field(model, step) if isinstance(step, str) else None
        model = (part_class(known.hint) if known else None) or model
    return model


def stray_words(empty: Iterable[Scalar]) -> Iterator[Problem]:
    """Keys without a value that no part of a plan has: mostly the rest of a text between braces,
    which ends at its first comma. Who passed over them would lose words in silence."""
    for key in empty:
        word = key.value or ""
        if _LANGUAGE.fullmatch(word) or word in _all_keys():
            continue
        one_word = re.fullmatch(r"[\w-]+", word) is not None
        yield Problem(
            "unknown-field",
            f"There is no field `{_shown(word)}`, and nothing stands behind it.",
            key.position(),
            (one_word and suggestion(word, sorted(_all_keys())))
            or "If it is the rest of a text, put the whole text in double quotes: between braces a "
            "comma ends it.",
        )


@cache
def _all_keys() -> frozenset[str]:
    """The name of every field that any part of a plan has."""
    met: set[type[Part]] = {Plan}
    pending: list[type[Part]] = [Plan]
    while pending:
        below = {part_class(field.hint) for field in fields(pending.pop())}
        new = {part for part in below if part is not None} - met
        met |= new
        pending += new
    return frozenset(field.name for model in met for field in fields(model))


def _field(path: Path) -> str:
    names = [str(step) for step in path if isinstance(step, str)]
    return names[-1] if names else "plan"


def _unknown_field(fault: Fault, root: Fields) -> Problem:
    known = [field.name for field in fields(model_at(fault.path))]
    word = fault.path[-1]
    cure = meant(str(word), known) or "Here you can write: " + ", ".join(known) + "."
    return Problem(
        "unknown-field",
        f"There is no field `{_shown(word)}` here.",
        locate(root, fault.path, key=True),
        cure,
    )


def _missing(fault: Fault, root: Fields) -> Problem:
    name = str(fault.path[-1])
    return Problem(
        "missing-field",
        f"The field `{name}` is missing or empty.",
        locate(root, fault.path),
        f"Add it, for example `{name}: {_example(fault.path)}`.",
    )


def _for_example(path: Path) -> str:
    return f"Write for example `{_field(path)}: {_example(path)}`."


def _example(path: Path) -> str:
    """The field's example, on one line of YAML; for an item of a list that of the whole list."""
    while path and isinstance(path[-1], int):
        path = path[:-1]
    known = field(model_at(path), str(path[-1])) if path else None
    return _yaml(known.about.example) if known else "…"


def _yaml(value: Any, *, inside: bool = False) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(_yaml(one, inside=True) for one in value) + "]"
    if isinstance(value, dict):
        pairs = (f"{key}: {_yaml(one, inside=True)}" for key, one in value.items())
        return "{" + ", ".join(pairs) + "}"
    text = str(value).lower() if isinstance(value, bool) else str(value)
    unsafe = text[:1] in tuple("'\"*&!%@`|>+0#{[") or ": " in text or " #" in text
    return json.dumps(text, ensure_ascii=False) if unsafe or (inside and "," in text) else text


def _other_pattern(fault: Fault, root: Fields) -> Problem:
    path = fault.path
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
        _for_example(path),
    )


def _other_choice(fault: Fault, root: Fields) -> Problem:
    choices = fault.choices
    cure = suggestion(fault.said, choices) or "Write one of: " + ", ".join(choices) + "."
    place = locate(root, fault.path)
    return Problem("unknown-choice", f"`{_field(fault.path)}` can't be this.", place, cure)


def _too_low(fault: Fault, root: Fields) -> Problem:
    return _out_of_range(fault, root, "at least")


def _too_high(fault: Fault, root: Fields) -> Problem:
    if fault.path == ("format",):
        return Problem(
            "out-of-range",
            f"This plan is written for a newer runbook; this one reads format {fault.limit}.",
            locate(root, fault.path),
            "Install the version that its requirements.txt names, or a later one.",
        )
    return _out_of_range(fault, root, "at most")


def _out_of_range(fault: Fault, root: Fields, words: str) -> Problem:
    return Problem(
        "out-of-range",
        f"`{_field(fault.path)}` must be {words} {fault.limit}.",
        locate(root, fault.path),
        _for_example(fault.path),
    )


def _too_few(fault: Fault, root: Fields) -> Problem:
    return Problem(
        "missing-field",
        f"`{_field(fault.path)}` needs at least {fault.limit} item.",
        locate(root, fault.path),
        _for_example(fault.path),
    )


def _typed(expected: str, cure: str = "") -> Speaker:
    def speak(fault: Fault, root: Fields) -> Problem:
        return Problem(
            "wrong-type",
            f"`{_field(fault.path)}` {expected}.",
            locate(root, fault.path),
            cure or _for_example(fault.path),
        )

    return speak


def _shown(key: str | int) -> str:
    text = str(key)
    return text if len(text) <= 40 else text[:39] + "…"


_SPEAKERS: dict[Wrong, Speaker] = {
    Wrong.UNKNOWN_FIELD: _unknown_field,
    Wrong.MISSING: _missing,
    Wrong.OTHER_PATTERN: _other_pattern,
    Wrong.OTHER_CHOICE: _other_choice,
    Wrong.TOO_LOW: _too_low,
    Wrong.TOO_HIGH: _too_high,
    Wrong.TOO_FEW: _too_few,
    Wrong.NOT_A_LIST: _typed(
        "must be a list",
        "Begin each item on its own line with `- `, or write all of them between [ and ].",
    ),
    Wrong.NOT_A_GROUP: _typed(
        "must be a group of named fields", "Write `name: value` lines, indented beneath it."
    ),
    Wrong.NOT_WHOLE: _typed("must be a whole number"),
    Wrong.NOT_A_NUMBER: _typed("must be a number"),
    Wrong.NOT_TRUTH: _typed("must be true or false"),
    Wrong.NOT_A_DAY: _typed("must be a date, written year-month-day"),
    Wrong.NO_SUCH_DAY: _typed("is a day that no calendar has", "Correct the month or the day."),
    Wrong.NOT_ONE_TEXT: _typed("must be one text"),
    Wrong.NOT_TEXTS: _typed("must be a text, or one text per language"),
    Wrong.NOT_A_DURATION: _typed(
        "must be a length of time", "Write a number and a unit: `30 min`, `4h`, `2 days`."
    ),
}
