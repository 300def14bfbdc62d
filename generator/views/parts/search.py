"""What search finds: texts of a page as plain words."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.text import Text


def plain(*texts: Text | str | None) -> str:
    """Texts in a row, those that are left out passed over."""
    return " ".join(str(text) for text in texts if text)


def keywords(texts: Iterable[Text]) -> tuple[str, ...]:
    """Texts as search words."""
    return tuple(text.words for text in texts)
