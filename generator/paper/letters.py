"""Letters that no font has: found before anything is printed, said with their place."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from generator.build import Opened
from generator.model.text import Text
from generator.paper.faults import place_of
from generator.paper.fonts import missing_letters
from generator.problems import Position, Problem
from generator.views.sheets.sheet import Sheet


def letter_problems(sheets: Iterable[Sheet], opened: Opened) -> Iterator[Problem]:
    """A problem for each sheet with letters that would be missing on paper, and one for the names
    that stand on every sheet."""
    header = opened.plan.plan
    missing = missing_letters(texts((tuple(header.organisation), tuple(header.title))))
    if missing:
        place = opened.loaded.places.of(("plan",))
        yield _problem(missing, "The name of the organisation or of the plan", place)
    for sheet in sheets:
        missing = missing_letters(texts((sheet.title, sheet.view)))
        if missing:
            yield _problem(missing, f"`{sheet.name}` ({sheet.title})", place_of(sheet, opened))


def texts(value: Any) -> Iterator[str]:
    """Every text that a view holds, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Text):
        yield value.words
    elif is_dataclass(value):
        for one in fields(value):
            yield from texts(getattr(value, one.name))
    elif isinstance(value, Mapping):
        yield from texts(value.values())
    elif isinstance(value, Iterable):
        for one in value:
            yield from texts(one)


def _problem(missing: tuple[str, ...], where: str, place: Position) -> Problem:
    shown = ", ".join(f"{letter} ({_name(letter)})" for letter in missing[:6])
    more = f" and {len(missing) - 6} more" if len(missing) > 6 else ""
    return Problem(
        "missing-letter",
        f"{where}: no font has {shown}{more}.",
        place,
        "Write it in other letters. For Chinese, Japanese and Korean install the fonts: "
        "`pip install 'runbook-generator[cjk]'`.",
    )


def _name(letter: str) -> str:
    return f"U+{ord(letter):04X} {unicodedata.name(letter, '')}".strip()
