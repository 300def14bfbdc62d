"""The headings of a page whose sections are named after its view's fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.locales import Locale
from generator.views.page import Heading


def sections(view: object, names: Iterable[str], kind: str, words: Locale) -> Iterator[Heading]:
    """A heading for each field of that name that holds anything, in words of the page's kind."""
    for name in names:
        if getattr(view, name):
            yield Heading(name, words.say(f"{kind}.{name}"))
