"""Texts in one or several languages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Self

from msgspec import Struct

UNMARKED = ""
"""The key of a text written as one string: it is in the plan's first language."""

SAME = "same"
"""The key of a text that is the same in every language, such as a name."""


class Text(Struct, frozen=True, gc=False):
    """What is said, by language tag (BCP 47): one string, or one string per language.

    In a projected plan exactly one translation is left: that of the reader's language, or the
    one it falls back to.
    """

    translations: tuple[tuple[str, str], ...]

    single_key: ClassVar[str] = UNMARKED

    @classmethod
    def of(cls, words: str, language: str | None = None) -> Self:
        """Make a text of one string."""
        return cls(((cls.single_key if language is None else language, words),))

    @property
    def words(self) -> str:
        """The only, or the first, translation."""
        return self.translations[0][1]

    @property
    def language(self) -> str:
        """The language tag of ``words``; empty for an unmarked text, ``same`` for a name."""
        return self.translations[0][0]

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self.translations)

    def __str__(self) -> str:
        return self.words

    def languages(self, primary: str) -> frozenset[str]:
        """The languages it is written in; ``primary`` is the plan's first language."""
        return frozenset(tag or primary for tag, _ in self.translations)

    def for_reader(self, language: str, primary: str) -> Self:
        """Choose one translation: the reader's language, the plan's first one, or any."""
        by_tag = {tag or primary: words for tag, words in self.translations}
        for tag in (language, SAME, language.partition("-")[0], primary):
            if tag in by_tag:
                return type(self)(((tag, by_tag[tag]),))
        return type(self)(self.translations[:1])


class Name(Text, frozen=True, gc=False):
    """A name: written as one string it is the same in every language, and needs no translation."""

    single_key: ClassVar[str] = SAME
