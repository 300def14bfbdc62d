"""Writing from right to left among writing from left to right, and the other way about.

The bidirectional algorithm (Unicode Standard Annex 9) turns the groups of a phone number around
where they follow Arabic or Hebrew words: ``+49 30 1234`` becomes ``1234 30 49+``. So numbers, and
texts of another direction than their sheet's, are isolated.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any, Final

RIGHT_TO_LEFT: Final = frozenset(("ar", "fa", "he", "ur"))
"""Languages that are written from right to left."""

SUBSTITUTES: Final = {"\u05f3": "\u2019", "\u05f4": "\u201d"}
"""Hebrew's geresh and gershayim, which the fonts lack, as keyboards without them write them."""

_AS_WRITTEN: Final = str.maketrans(SUBSTITUTES)
_LEFT_TO_RIGHT, _BY_FIRST_LETTER, _END = "\u2066", "\u2068", "\u2069"
_SIDES: Final = {"L": "ltr", "R": "rtl", "AL": "rtl"}
_ESCAPED = re.compile(r"\\u(?:0(?:59|5[a-f]|[67]\w|8\w)|f[bde])\w")
_NUMBER = re.compile(r"(?<![\w:+])\+\d(?:[\d \u00a0().-]*\d)?")


def direction(language: str) -> str:
    """``rtl`` or ``ltr``: how a language is written."""
    return "rtl" if language.partition("-")[0] in RIGHT_TO_LEFT else "ltr"


def among(words: str, around: str) -> str:
    """Words isolated if their first letter is written in another direction than what is around
    them: else the full stop after them would stand before them."""
    sides = (_SIDES.get(unicodedata.bidirectional(letter)) for letter in words)
    own = next(filter(None, sides), around)
    return words if own == around else f"{_BY_FIRST_LETTER}{words}{_END}"


def has_right_to_left(dumped: str) -> bool:
    """True if there is a letter in JSON, in ASCII, that is written from right to left."""
    return _ESCAPED.search(dumped) is not None


def kept_in_order(data: Any) -> Any:
    """A document's value with its phone numbers isolated and letters substituted, in every
    text."""
    if isinstance(data, str):
        told = data.translate(_AS_WRITTEN)
        return _NUMBER.sub(lambda found: f"{_LEFT_TO_RIGHT}{found[0]}{_END}", told)
    if isinstance(data, dict):
        return {name: kept_in_order(one) for name, one in data.items()}
    if isinstance(data, list | tuple):
        return [kept_in_order(one) for one in data]
    return data
