"""The words that the generator itself says: one file per language, found by its name."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import yaml
from babel import Locale as Babel
from babel.dates import format_date
from msgspec import Struct

from generator.model.duration import Duration
from generator.model.span import Span

FOLDER = Path(__file__).parent
FALLBACK = "en"

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Ten times as fast, where libyaml is."""


class Locale(Struct, frozen=True):
    """The generator's words in one language; ``tag`` is the reader's, ``words`` those it has."""

    tag: str
    words: dict[str, str]
    babel: Babel

    def say(self, key: str, /, **slots: object) -> str:
        """The words of a key, with its ``{slots}`` filled in. KeyError if no language has them."""
        return self.words[key].format(**slots) if slots else self.words[key]

    def count(self, key: str, number: int, **slots: object) -> str:
        """The words for one or for many: ``<key>.one`` or ``<key>.other`` with ``{n}``."""
        form = "one" if number == 1 else "other"
        return self.say(f"{key}.{form}", n=number, **slots)

    def date(self, day: date) -> str:
        """A day, written out: 21 November 2026."""
        return format_date(day, "d MMMM y", locale=self.babel)

    def duration(self, length: Duration) -> str:
        """A length of time in words: 1 hour 30 minutes."""
        return " ".join(self.count(f"duration.{unit}", n) for n, unit in length.parts())

    def span(self, length: Span) -> str:
        """How long something lasted: 2 years 2 months."""
        return " ".join(self.count(f"span.{unit}", n) for n, unit in length.parts())

    def every(self, length: Duration) -> str:
        """How often something comes back: once a year."""
        number, unit = length.cycle()
        return self.count(f"every.{unit}", number)

    def listed(self, items: list[str], joiner: str = "and") -> str:
        """Items in a sentence: a, b and c."""
        if len(items) < 2:
            return "".join(items)
        return f"{', '.join(items[:-1])} {self.say(f'list.{joiner}')} {items[-1]}"


def available() -> tuple[str, ...]:
    """The languages that the generator speaks."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yml")))


@cache
def locale(tag: str) -> Locale:
    """The locale of a language tag; what it lacks is said in English."""
    known = available()
    own = next((t for t in (tag, tag.partition("-")[0]) if t in known), FALLBACK)
    words = {**_read(FALLBACK), **_read(own)}
    return Locale(tag, words, Babel.parse(own))


@cache
def _read(tag: str) -> dict[str, str]:
    tree = yaml.load((FOLDER / f"{tag}.yml").read_bytes(), _LOADER)  # noqa: S506 - a safe one
    return dict(_flat(tree))


def _flat(tree: dict[str, object], prefix: str = "") -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in tree.items():
        if isinstance(value, dict):
            found += _flat(value, f"{prefix}{key}.")
        else:
            found.append((prefix + str(key), str(value)))
    return found
