"""Texts in one or several languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar, Self

from msgspec import Struct
from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

UNMARKED = ""
"""The key of a text written as one string: it is in the plan's first language."""

SAME = "same"
"""The key of a text that is the same in every language, such as a name."""

_SCALARS = (str, int, float, bool)


class Text(Struct, frozen=True):
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

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(cls._read)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        scalar: dict[str, Any] = {"type": "string"}
        return {
            "anyOf": [
                scalar,
                {"type": "object", "additionalProperties": scalar, "minProperties": 1},
            ]
        }

    @classmethod
    def _read(cls, value: Any) -> Text:
        if isinstance(value, Text):
            return value
        if isinstance(value, dict) and value:
            return cls(tuple(cls._pairs(value.items())))
        if isinstance(value, _SCALARS) and str(value).strip():
            return cls(((cls.single_key, str(value).strip()),))
        raise PydanticCustomError("text", "a text, or one text per language")

    @classmethod
    def _pairs(cls, items: Iterable[tuple[Any, Any]]) -> Iterator[tuple[str, str]]:
        for tag, words in items:
            if not isinstance(words, _SCALARS) or not str(words).strip():
                raise PydanticCustomError("text", "a text, or one text per language")
            yield str(tag), str(words).strip()


class Name(Text, frozen=True):
    """A name: written as one string it is the same in every language, and needs no translation."""

    single_key: ClassVar[str] = SAME
