"""Words that people search by: a page that has one word of a group is found by the others."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from generator.editions import Edition
from generator.views.page import Entry, Page

_WORD = re.compile(r"\w+")
_LONG = 4


class Synonyms(Struct, frozen=True):
    """The plan's groups of synonyms: each word as written, and as it is sought."""

    groups: tuple[tuple[tuple[str, str], ...], ...]

    def others(self, text: str) -> tuple[str, ...]:
        """The words that stand in a group with a word of the text, but not in the text."""
        here = _compared(text)
        found: dict[str, None] = {}
        for group in self.groups:
            absent = [word for word, compared in group if compared not in here]
            if len(absent) < len(group):
                found.update(dict.fromkeys(absent))
        return tuple(found)


def synonyms(edition: Edition) -> Synonyms:
    """The groups in the edition's language."""
    return Synonyms(
        tuple(
            tuple((text.words, _sought(text.words)) for text in group.words)
            for group in edition.plan.synonyms
        )
    )


def with_synonyms(page: Page, groups: Synonyms) -> Page:
    """The page with more keywords, where the plan has synonyms for its words."""
    if not groups.groups or not page.entries:
        return page
    return replace(page, entries=tuple(_expanded(page.entries, groups)))


def _expanded(entries: Iterable[Entry], groups: Synonyms) -> Iterable[Entry]:
    for entry in entries:
        more = groups.others(" ".join((entry.title, entry.text, *entry.keywords)))
        yield replace(entry, keywords=(*entry.keywords, *more)) if more else entry


def _sought(word: str) -> str:
    """How a word of a group is sought: a long one also as the beginning of a longer word, so that
    it is found in the plural and in compounds."""
    whole = _compared(word)
    return whole.rstrip() if len(whole) >= _LONG + 2 else whole


def _compared(text: str) -> str:
    """Whole words in small letters with a space around each."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "
