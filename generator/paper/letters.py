"""Letters that no font has: found before anything is printed, said with their place."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from generator.build import Opened
from generator.model.text import Text
from generator.paper.faults import place_of
from generator.paper.fonts import missing_letters
from generator.problems import Problem
from generator.views.sheets.sheet import Sheet


def letter_problems(sheets: Iterable[Sheet], opened: Opened) -> Iterator[Problem]:
    """A problem for each sheet with letters that would be missing on paper."""
    for sheet in sheets:
        missing = missing_letters(texts(sheet.view))
        if missing:
            yield _problem(missing, sheet, opened)


def texts(value: Any) -> Iterator[str]:
    """Every text that a view holds, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Text):
        yield value.words
    elif is_dataclass(value):
        for one in fields(value):
            yield from texts(getattr(value, one.name))
    elif isinstance(value, Iterable):
        for one in value:
            yield from texts(one)


def _problem(missing: tuple[str, ...], sheet: Sheet, opened: Opened) -> Problem:
    shown = ", ".join(f"{letter} ({_name(letter)})" for letter in missing[:6])
    more = f" and {len(missing) - 6} more" if len(missing) > 6 else ""
    return Problem(
        "missing-letter",
        f"`{sheet.name}` ({sheet.title}): no font has {shown}{more}.",
        place_of(sheet, opened),
        "Write it in other letters. For Chinese, Japanese and Korean install the fonts: "
        "`pip install 'runbook-generator[cjk]'`.",
    )


def _name(letter: str) -> str:
    return f"U+{ord(letter):04X} {unicodedata.name(letter, '')}".strip()
