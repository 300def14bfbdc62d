"""From one text to a value: each function refuses what it can't read."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from enum import Enum
from typing import Any, TypeAlias

from generator.model.base import About, Pattern
from generator.model.duration import Duration
from generator.reading.faults import Refused, Wrong

Convert: TypeAlias = Callable[[str], Any]

TRUE = frozenset({"true", "t", "yes", "y", "on", "1"})
FALSE = frozenset({"false", "f", "no", "n", "off", "0"})
"""The words for truth, in small or capital letters."""

_WHOLE = re.compile(r"[+-]?[0-9]+(?:_[0-9]+)*(?=(?:\.0+)?$)")
_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:_[0-9]+)*\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
# Spreadsheets write midnight behind a day.
_DAY = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"(?:[Tt _]00:00(?::00(?:\.0+)?)?(?:[Zz]|[+-][0-9]{2}:[0-9]{2})?)?"
)


def truth(text: str) -> bool:
    """Read ``true`` or ``false``, ``yes`` or ``no`` and the like."""
    word = text.lower()
    if word in TRUE:
        return True
    if word in FALSE:
        return False
    raise Refused(Wrong.NOT_TRUTH)


def whole_number(text: str) -> int:
    """Read ``12``, ``-3``, ``1_000`` or ``2.0``."""
    found = _WHOLE.match(text.strip())
    try:
        return int(found[0] if found else "")
    except ValueError:  # also where there are thousands of digits
        raise Refused(Wrong.NOT_WHOLE) from None


def number(text: str) -> float:
    """Read ``12``, ``2.5`` or ``1e3``."""
    if not _NUMBER.fullmatch(stripped := text.strip()):
        raise Refused(Wrong.NOT_A_NUMBER)
    return float(stripped)


def day(text: str) -> date:
    """Read ``2026-11-30``."""
    found = _DAY.fullmatch(text)
    if found is None:
        raise Refused(Wrong.NOT_A_DAY)
    try:
        return date.fromisoformat(found[1])
    except ValueError:
        raise Refused(Wrong.NO_SUCH_DAY) from None


def duration(text: str) -> Duration:
    """Read a length of time."""
    try:
        return Duration.parse(text)
    except ValueError:
        raise Refused(Wrong.NOT_A_DURATION) from None


def choice(options: type[Enum]) -> Convert:
    """Reads the value of one of an enumeration's members."""
    members: dict[str, Enum] = {option.value: option for option in options}

    def convert(text: str) -> Enum:
        found = members.get(text)
        if found is None:
            raise Refused(Wrong.OTHER_CHOICE, choices=tuple(members), said=text)
        return found

    return convert


def matching(pattern: Pattern) -> Convert:
    """Reads a text that has the form of a pattern."""
    matches = re.compile(pattern.expression).fullmatch
    longest = pattern.longest

    def convert(text: str) -> str:
        if (longest is not None and len(text) > longest) or not matches(text):
            raise Refused(Wrong.OTHER_PATTERN)
        return text

    return convert


def limited(convert: Convert, about: About) -> Convert:
    """Reads a number that is not beyond its field's limits."""
    lowest, highest = about.at_least, about.at_most
    if lowest is None and highest is None:
        return convert

    def within(text: str) -> Any:
        value = convert(text)
        # The limit is of the value's own type, as it will be shown.
        if lowest is not None and value < lowest:
            raise Refused(Wrong.TOO_LOW, limit=type(value)(lowest))
        if highest is not None and value > highest:
            raise Refused(Wrong.TOO_HIGH, limit=type(value)(highest))
        return value

    return within


def as_written(fewest: int) -> Convert:
    """Reads a text as it stands, if it has enough letters."""

    def convert(text: str) -> str:
        if len(text) < fewest:
            raise Refused(Wrong.TOO_FEW, limit=fewest)
        return text

    return convert
