"""Figures in words and as bars, as a language writes them."""

from __future__ import annotations

from babel.numbers import format_decimal, format_percent
from msgspec import Struct

from generator.locales import Locale


class Bar(Struct, frozen=True):
    """A share from 0 to 1 as a bar of whole hundredths; ``mark`` is where it should be."""

    share: int
    mark: int | None = None


def number(value: float, words: Locale) -> str:
    """A number with at most one decimal."""
    return str(format_decimal(value, format="0.#", locale=words.babel))


def percent(share: float, words: Locale) -> str:
    """A share from 0 to 1 in whole percents, never rounded up to all of it."""
    whole = int(share * 100) if share < 1 else 100
    return str(format_percent(whole / 100, format="#,##0 %", locale=words.babel))
