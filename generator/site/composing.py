"""Puts finished articles into the theme's frames, and adds the files that go with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from html import escape

from msgspec import Struct, field
from msgspec.structs import replace

from generator.aside import Content, content_of
from generator.build import Reading
from generator.jobs import shares
from generator.outputs.artifact import Artifact
from generator.outputs.search_index import entries_of
from generator.site.articles import Made
from generator.site.frames import Filling
from generator.site.handwritten import KIND
from generator.site.replacing import Lot
from generator.site.shell import Rendered, Shell, WrittenArticle
from generator.views.page import INDEX, START, Address, Entry, Heading

_LOT = 50
"""So many pages are a lot."""


class Finished(Struct, frozen=True):
    """A page that only needs its frame; ``article`` is HTML in UTF-8, the rest plain text."""

    address: Address
    title: str
    summary: str
    headings: tuple[Heading, ...]
    entries: tuple[Entry, ...]
    article: Content

    @property
    def html(self) -> str:
        """The article as text."""
        return content_of(self.article).decode()


class Composed(Struct, frozen=True):
    """An edition in one language, ready to be written: pages are put into frames one by one then.

    ``elsewhere`` has the addresses in each other language, ``files`` what isn't a page;
    ``pictures`` are those of QR codes, in lots that are read when they are made.
    """

    reading: Reading
    shell: Shell
    rendered: Rendered
    pages: tuple[Finished, ...]
    elsewhere: Mapping[str, frozenset[Address]]
    files: Sequence[Artifact] = field(default=())
    pictures: Sequence[Lot] = field(default=())

    def made_once(self) -> Composed:
        """The same without what only another build would need of its pages: views, and what search
        finds. They are a tenth of a build's memory."""
        shown = tuple(replace(page, view=None, entries=()) for page in self.reading.pages)
        pages = tuple(replace(page, entries=()) for page in self.pages)
        return replace(self, reading=replace(self.reading, pages=shown), pages=pages)

    def lots(self) -> Iterator[Lot]:
        """Every file, in lots that can be made in any order."""
        yield partial(self._placed, self._from_theme)
        yield partial(self._placed, self.files.__iter__)
        for pictures in self.pictures:
            yield partial(self._placed, pictures)
        for lot in shares(self.pages, _LOT):
            yield partial(self._framed, lot)

    def _framed(self, pages: Sequence[Finished]) -> Iterator[Artifact]:
        folder = self.reading.edition.path
        for page in pages:
            html = self.rendered.frames[page.address.kind].fill(self._filling(page))
            yield Artifact(f"{folder}/{page.address.path}", html)

    def beside_pages(self) -> Iterator[Artifact]:
        """What isn't a page, with paths below the language folder."""
        yield from self.files
        for pictures in self.pictures:
            yield from pictures()

    def _from_theme(self) -> Iterator[Artifact]:
        return (Artifact(path, content) for path, content in self.rendered.files.items())

    def _placed(self, lot: Lot) -> Iterator[Artifact]:
        """Files with their paths in the site."""
        folder = self.reading.edition.path
        for file in lot():
            yield Artifact(f"{folder}/{file.path}", file.content)

    def _filling(self, page: Finished) -> Filling:
        base = self.reading.site_url
        return Filling(
            title=page.title,
            description=page.summary or page.title,
            canonical=base + page.address.path if base else "",
            article=content_of(page.article),
            headings=page.headings,
            links={tag: self.link(page.address, tag) for tag in self.elsewhere},
        )

    def link(self, address: Address, tag: str) -> str:
        """The same page in another language, or the start of it where it has no such page."""
        target = address if address in self.elsewhere[tag] else START
        return f"{address.up}../{tag}/{target.path}"


def finished_pages(
    reading: Reading, made: Sequence[Made], written: Sequence[WrittenArticle]
) -> tuple[Finished, ...]:
    """The pages made from the plan, the hand-written ones, and the list of the latter."""
    from_plan = (_from_plan(one) for one in made)
    from_docs = [_from_docs(article) for article in written]
    lists = [_list(reading, from_docs)] if from_docs else []
    return (*from_plan, *lists, *from_docs)


def _from_plan(made: Made) -> Finished:
    page = made.page
    return Finished(
        page.address, page.title.words, page.summary, page.headings, page.entries, made.article.html
    )


def _from_docs(article: WrittenArticle) -> Finished:
    return Finished(
        article.page.address,
        article.title,
        article.description,
        article.headings,
        entries_of(article.html, article.title),
        article.html.encode(),
    )


def _list(reading: Reading, pages: Sequence[Finished]) -> Finished:
    title = reading.words.say(f"kind.{KIND}")
    rows = "".join(
        f'<li><a class="rb-row" href="{escape(page.address.id)}.html">'
        f'<span class="rb-row__text">{escape(page.title)}</span></a></li>\n'
        for page in sorted(pages, key=lambda page: page.title.casefold())
    )
    html = f'<h1>{escape(title)}</h1>\n<ul class="rb-rows">\n{rows}</ul>\n'
    return Finished(Address(KIND, INDEX), title, "", (), (Entry(title),), html.encode())
