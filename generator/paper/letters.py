"""Letters that no font has: found before anything is printed, said with their place."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.build import Opened
from generator.model.text import Text
from generator.paper.data import FIELDS
from generator.paper.faults import place_of
from generator.paper.fonts import missing_letters
from generator.problems import Position, Problem
from generator.source.tree import Scalar, walk
from generator.views.sheets.sheet import Sheet

Letters = tuple[str, ...]


def letter_problems(sheets: Iterable[Sheet], opened: Opened) -> Iterator[Problem]:
    """A problem for each place with letters that would be missing on paper, and one for the names
    that stand on every sheet."""
    header = opened.plan.plan
    missing = missing_letters(texts((tuple(header.organisation), tuple(header.title))))
    if missing:
        place = opened.loaded.places.of(("plan",))
        yield _problem(missing, "The name of the organisation or of the plan", place)
    said = [(sheet, frozenset(texts((sheet.title, sheet.view)))) for sheet in sheets]
    if missing_letters(frozenset().union(*(its for _, its in said))):
        found = ((sheet, missing_letters(its)) for sheet, its in said)
        yield from _by_place([(sheet, its) for sheet, its in found if its], opened)


def _by_place(lacking: list[tuple[Sheet, Letters]], opened: Opened) -> Iterator[Problem]:
    """One problem for each text of the plan that has such letters, with the sheets that show it;
    one for each sheet that has them from elsewhere."""
    every = frozenset(letter for _, its in lacking for letter in its)
    written = [
        (node.value, node.position())
        for _, node in walk(opened.loaded.places.root)
        if isinstance(node, Scalar) and node.value and not every.isdisjoint(node.value)
    ]
    sheets: dict[Position, list[Sheet]] = {}
    letters: dict[Position, Letters] = {}
    for sheet, missing in lacking:
        shown = [one for one in texts((sheet.title, sheet.view)) if not every.isdisjoint(one)]
        its = {place: said for said, place in written if any(said in one for one in shown)}
        for place, said in (its or {place_of(sheet, opened): "".join(missing)}).items():
            sheets.setdefault(place, []).append(sheet)
            letters[place] = missing_letters((said,))
    for place, (first, *more) in sheets.items():
        count = f" and {len(more)} more sheet{'s' if len(more) > 1 else ''}" if more else ""
        yield _problem(letters[place], f"`{first.name}` ({first.title}){count}", place)


def texts(value: Any) -> Iterator[str]:
    """Every text that a view holds, however deep."""
    found: list[str] = []
    _gather(value, found)
    return iter(found)


def _gather(value: Any, found: list[str]) -> None:
    if isinstance(value, str):
        found.append(value)
        return
    names = FIELDS[type(value)]
    if isinstance(value, Text):
        found.append(value.words)
    elif names is not None:
        for name in names:
            _gather(getattr(value, name), found)
    elif isinstance(value, Mapping):
        for one in value.values():
            _gather(one, found)
    elif isinstance(value, Iterable):
        for one in value:
            _gather(one, found)


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
