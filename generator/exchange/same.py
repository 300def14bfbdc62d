"""When two cells say the same, though they are written in different ways."""

from __future__ import annotations

import re
from datetime import date

from generator.derive.phone import phone_number
from generator.exchange.written import Written
from generator.model.contact import DIALLED, Channel
from generator.model.duration import Duration

_LENGTHS = frozenset({"recovery", "after"})
_ROUNDED = re.compile(r"\d(?:[.,]\d+)?[eE]\+?\d+")
_FEWEST_DIGITS = 7


def same(field: str, old: Written, new: Written) -> bool:
    """True if two values of a field say the same."""
    if isinstance(old, str) and isinstance(new, str):
        if field in _LENGTHS:
            try:
                return Duration.parse(old) == Duration.parse(new)
            except ValueError:
                return old == new
        return tidy(old) == tidy(new)
    return old == new


def tidy(words: str) -> str:
    """A text without what no reader sees: spaces around it, and how its lines end."""
    return words.replace("\r\n", "\n").replace("\r", "\n").strip()


def spoken(name: str) -> str:
    """A name for comparison, without what nobody hears: small letters, single spaces."""
    return " ".join(name.casefold().split())


def key(kind: str, value: str, country: str | None) -> str:
    """A contact's value for comparison: a number's digits, a mail address in small letters."""
    if kind in DIALLED:
        number = phone_number(restored(value, country), country)
        return number.uri if number else re.sub(r"[\s./()-]", "", value)
    return tidy(value).casefold() if kind == Channel.MAIL.value else tidy(value)


def restored(value: str, country: str | None) -> str:
    """A number with the plus that a spreadsheet took from it, where only that makes sense."""
    digits = value.strip()
    bare = digits.isascii() and digits.isdecimal() and len(digits) >= _FEWEST_DIGITS
    if bare and phone_number(digits, country) is None and phone_number(f"+{digits}", None):
        return f"+{digits}"
    return value


def rounded(value: str) -> bool:
    """True for a number that a spreadsheet shortened (3.32E+10): its last digits are lost."""
    return _ROUNDED.fullmatch(value.strip()) is not None


def is_day(words: str) -> bool:
    """True for year-month-day."""
    try:
        date.fromisoformat(words.strip())
    except ValueError:
        return False
    return len(words.strip()) == len("2026-11-21")
