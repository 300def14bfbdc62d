"""Texts in a row, as a language writes them."""

from __future__ import annotations

from typing import Final

from generator.model.text import SAME, Text

_COMMAS: Final = {"ar": "، ", "fa": "، ", "ur": "، ", "ja": "、", "zh": "、"}


def comma(language: str) -> str:
    """What stands between the items of a list, with the space after it."""
    return _COMMAS.get(language.partition("-")[0], ", ")


def joined(first: Text, second: Text, language: str) -> Text | str:
    """Two texts with the comma of a sheet's language between them; words alone where they are in
    two languages, as no text is."""
    words = f"{first}{comma(language)}{second}"
    tags = {text.language for text in (first, second)} - {SAME}
    return words if len(tags) > 1 else Text.of(words, next(iter(tags), SAME))
