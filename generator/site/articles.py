"""Makes the articles of an edition, and keeps those whose page did not change between builds."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from generator.build import Reading
from generator.outputs.article import Setting, article
from generator.outputs.codes import Codes, code_path
from generator.views.page import Address, Page

_SWEPT = 50
"""After so many articles what their templates left in circles is cleared away: only what is new
is looked through, which costs little, and it would grow as large as the articles."""


@dataclass(frozen=True, slots=True)
class Made:
    """A page with its article in UTF-8, and the payloads of the QR codes on it.

    Why bytes: one sign beyond Latin-1 doubles the memory of a whole text.
    """

    page: Page
    html: bytes
    payloads: tuple[str, ...]


@dataclass
class Articles:
    """The articles of one edition and language, over several builds."""

    _setting: tuple[Any, ...] = ()
    _made: dict[Address, Made] = field(default_factory=dict)

    def make(self, reading: Reading) -> tuple[tuple[Made, ...], Codes]:
        """The article of each page, and the QR codes that they ask for."""
        setting = _what_articles_share(reading)
        kept = self._made if setting == self._setting else {}
        made = tuple(_make(reading, kept))
        codes = Codes()
        for one in made:
            codes.add(one.payloads)
        self._setting, self._made = setting, {one.page.address: one for one in made}
        return made, codes


def _make(reading: Reading, kept: dict[Address, Made]) -> Iterator[Made]:
    asked: list[str] = []

    def code(payload: str) -> str:
        asked.append(payload)
        return code_path(payload)

    setting = Setting(reading.edition, reading.words, code, reading.site_url)
    made = 0
    gc.freeze()
    for page in reading.pages:
        before = kept.get(page.address)
        if before is not None and before.page == page:
            yield before
            continue
        asked.clear()
        html = article(page, setting).encode()
        yield Made(page, html, tuple(asked))
        made += 1
        if made % _SWEPT == 0:
            gc.collect(0)


def _what_articles_share(reading: Reading) -> tuple[Any, ...]:
    """What an article may show besides its own page."""
    edition = reading.edition
    return (
        edition.path,
        edition.audience,
        edition.languages,
        edition.plan.plan,
        reading.words.words,
        reading.site_url,
    )
