"""Reads a style sheet as rules, as far as it takes to leave some of them out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

_OPAQUE = re.compile(
    r"/\*.*?\*/|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'"
    r"|url\(\s*(?![\"'\s])(?:[^()\\\"']|\\.)*\)|\\.",
    re.DOTALL | re.IGNORECASE,
)
"""What no sign inside of ends a rule: comments, strings, bare addresses, what is escaped."""
_SIGN = re.compile(_OPAQUE.pattern + r"|[{}()\[\];,]|/\*|[\"']", re.DOTALL | re.IGNORECASE)
_CLOSES = {"{": "}", "(": ")", "[": "]"}


class Rule(Struct, frozen=True):
    """What stands before the braces, and in them (None: it has none and ends in a semicolon);
    ``inside`` has the rules that the body was put together from."""

    start: str
    body: str | None
    inside: tuple[Rule, ...] = ()

    def rules(self) -> Iterator[Rule]:
        """The rules in the body."""
        return rules_of(self.body or "")

    def __str__(self) -> str:
        return f"{self.start};" if self.body is None else f"{self.start}{{{self.body}}}"


def rules_of(sheet: str) -> Iterator[Rule]:
    """The rules of a style sheet, in order. ValueError if its brackets don't match."""
    begun, opened = 0, -1
    for at, sign, depth in _signs(sheet):
        if sign == "{" and depth == 0:
            opened = at
        elif sign == "}" and depth == 0:
            yield Rule(sheet[begun:opened].strip(), sheet[opened + 1 : at])
            begun, opened = at + 1, -1
        elif sign == ";" and depth == 0:
            yield Rule(sheet[begun:at].strip(), None)
            begun = at + 1
    rest = sheet[begun:].strip()
    if opened >= 0 or (rest and _OPAQUE.fullmatch(rest) is None):
        raise ValueError("a rule has no end")


def split(text: str, by: str) -> list[str]:
    """A text where a sign stands that isn't in brackets or strings."""
    places = [at for at, sign, depth in _signs(text) if sign == by and depth == 0]
    starts = [0, *(at + 1 for at in places)]
    return [text[start:end] for start, end in zip(starts, [*places, len(text)], strict=True)]


def declarations(body: str) -> Iterator[str]:
    """The declarations of a rule's body, without the semicolons."""
    return iter(split(body, ";"))


def _signs(text: str) -> Iterator[tuple[int, str, int]]:
    """Brackets, commas and semicolons: their places, and in how many brackets they are."""
    waiting: list[str] = []
    for found in _SIGN.finditer(text):
        sign = found[0]
        if sign in _CLOSES:
            yield found.start(), sign, len(waiting)
            waiting.append(_CLOSES[sign])
        elif sign in "})]":
            if not waiting or waiting.pop() != sign:
                raise ValueError("a bracket has no fellow")
            yield found.start(), sign, len(waiting)
        elif sign in ";,":
            yield found.start(), sign, len(waiting)
        elif sign in ("/*", '"', "'"):
            raise ValueError("a comment or a string has no end")
    if waiting:
        raise ValueError("a bracket has no fellow")
