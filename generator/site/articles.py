"""Makes the articles of an edition, and keeps those whose page did not change between builds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from generator.build import Reading
from generator.outputs.article import Setting, article
from generator.outputs.codes import Codes, code_path
from generator.views.page import Address, Page


@dataclass(frozen=True, slots=True)
class Made:
    """A page with its article, and the payloads of the QR codes on it."""

    page: Page
    html: str
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
    for page in reading.pages:
        before = kept.get(page.address)
        if before is not None and before.page == page:
            yield before
            continue
        asked.clear()
        html = article(page, setting)
        yield Made(page, html, tuple(asked))


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
