"""What changed on a sheet, in words: its fields' own, and the names of lines. Never a value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from msgspec import Struct

from generator.locales import Locale, locale
from generator.paper.facts import ORDER, Fact
from generator.views.sheets.sheet import Sheet

_DIVIDER = ": "
"""Between a field's words and the name of a line in it, in every language; no field has one."""

_MOST_LINES = 5
"""If more lines of a field changed, only the field is named."""

_ALL_LINES = frozenset({"sections"})
"""Fields whose lines are all named: a binder's sections are printed by name."""


class Difference(StrEnum):
    """What became of a sheet since."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


class SheetChange(Struct, frozen=True):
    """A sheet (by its name in the ledger) that is to be given out, or taken back.

    ``title`` is empty for one that is gone; ``labels`` where it isn't known what changed.
    """

    name: str
    title: str
    difference: Difference
    labels: tuple[str, ...] = ()


class Shown(Struct, frozen=True):
    """A sheet with the facts that it shows."""

    sheet: Sheet
    facts: tuple[Fact, ...]


def labels(before: Shown, after: Shown) -> tuple[str, ...]:
    """What of a sheet changed, in the sheet's language; empty if nothing did."""
    words = locale(after.sheet.language)
    found: list[str] = []
    for field in _fields(before.facts, after.facts):
        was, now = _of(field, before.facts), _of(field, after.facts)
        if was == now:
            continue
        lines = [line for line in _lines(was, now) if line != ORDER]
        most = len(lines) if field in _ALL_LINES else _MOST_LINES
        named = "" not in lines and 0 < len(lines) <= most
        found += (label(field, line, words) for line in (lines if named else [""]))
    return tuple(found)


def label(field: str, line: str, words: Locale) -> str:
    """What a fact is called: the field's words, and the line's name if it is one of a list."""
    said = words.say(f"sheet.fact.{field}")
    return words.say("sheet.named_fact", field=said, line=line) if line else said


def without_line(said: str) -> str:
    """A label without the name of a line."""
    return said.partition(_DIVIDER)[0].rstrip()


def line_of(said: str) -> str:
    """The name of the line in a label; empty if it has none."""
    return said.partition(_DIVIDER)[2]


def _fields(before: Iterable[Fact], after: Iterable[Fact]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fact.field for fact in (*after, *before)))


def _of(field: str, facts: Iterable[Fact]) -> tuple[Fact, ...]:
    return tuple(fact for fact in facts if fact.field == field)


def _lines(was: tuple[Fact, ...], now: tuple[Fact, ...]) -> Iterator[str]:
    """The names of the lines that are new, other or gone."""
    before = {fact.line: fact.value for fact in was}
    after = {fact.line: fact.value for fact in now}
    yield from (line for line, value in after.items() if before.get(line) != value)
    yield from (line for line in before if line not in after)
