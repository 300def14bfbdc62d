"""Makes the articles of an edition, and keeps those whose page did not change between builds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from msgspec import Struct

from generator.aside import Aside, Content
from generator.build import Reading
from generator.outputs.article import Setting, article
from generator.outputs.codes import code_path
from generator.outputs.single import file_name
from generator.views.page import Address, Page


class Article(NamedTuple):
    """A page's article in UTF-8, and the payloads of the QR codes on it.

    Why bytes: one sign beyond Latin-1 doubles the memory of a whole text.
    """

    html: Content
    payloads: tuple[str, ...]


class Made(Struct, frozen=True):
    """A page with its article."""

    page: Page
    article: Article


def setting_of(reading: Reading, codes: Callable[[str], str] = code_path) -> Setting:
    """What a reading's articles share."""
    edition = reading.edition
    file = file_name(edition.audience.id, edition.language) if reading.single_file else None
    return Setting(edition, reading.words, codes, reading.site_url, file)


def articles(reading: Reading, pages: Sequence[Page], aside: Aside | None = None) -> list[Article]:
    """The articles of some of an edition's pages, in their order; put ``aside`` if they may be."""
    asked: list[str] = []

    def code(payload: str) -> str:
        asked.append(payload)
        return code_path(payload)

    setting = setting_of(reading, code)
    made: list[bytes] = []
    payloads: list[tuple[str, ...]] = []
    for page in pages:
        asked.clear()
        made.append(article(page, setting).encode())
        payloads.append(tuple(asked))
    return list(map(Article, aside.put(made) if aside else made, payloads))


@dataclass
class Articles:
    """The articles of one edition and language, over several builds."""

    _setting: tuple[Any, ...] = ()
    _made: dict[Address, Made] = field(default_factory=dict)

    def missing(self, reading: Reading) -> tuple[Page, ...]:
        """The pages whose article has to be made."""
        if self._setting != _what_articles_share(reading):
            self._setting, self._made = _what_articles_share(reading), {}
        return tuple(page for page in reading.pages if not self._is_kept(page))

    def take(self, reading: Reading, fresh: Mapping[Address, Article]) -> tuple[Made, ...]:
        """All pages with their articles; ``fresh`` has those of the ``missing``."""
        made = tuple(
            Made(page, fresh.get(page.address) or self._made[page.address].article)
            for page in reading.pages
        )
        self._made = {one.page.address: one for one in made}
        return made

    def _is_kept(self, page: Page) -> bool:
        before = self._made.get(page.address)
        return before is not None and before.page == page


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
        reading.single_file,
    )
