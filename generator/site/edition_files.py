"""The files of an edition that aren't pages: pictures, style sheet, search index, old addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.build import Reading
from generator.kept import Kept
from generator.outputs import FILES, app
from generator.outputs.aliases import aliases, refresh_page
from generator.outputs.artifact import Artifact
from generator.outputs.assets import imprint, style_sheet
from generator.outputs.search_index import search_index
from generator.outputs.single import Part, single_file
from generator.site.articles import setting_of
from generator.site.composing import Finished
from generator.site.configuration import own_files
from generator.site.handwritten import HandWritten
from generator.site.shell import Rendered
from generator.views.page import Address
from generator.views.parts.identity import identity
from generator.views.parts.printed import ANCHOR


def edition_files(
    reading: Reading,
    rendered: Rendered,
    pages: Sequence[Finished],
    handwritten: Sequence[HandWritten],
    plan_folder: Path,
    icons: Kept,
) -> Iterator[Artifact]:
    """Every file but the pages, the theme's own and the QR codes; ``icons`` are those of earlier
    builds."""
    language = reading.edition.language
    yield style_sheet(own_files() / "assets" / "stylesheets", reading.edition.plan.plan.colour)
    yield imprint(identity(reading.edition), reading.words)
    yield from search_index(((page.address, page.entries) for page in pages), rendered.search)
    yield from aliases(reading.pages, language)
    yield from _former_handwritten(handwritten, pages, language)
    for files in FILES:
        yield from files(reading.edition, reading.words, plan_folder)
    yield from app.files(reading.edition, reading.words, plan_folder, icons)


_SHEETS = re.compile(
    r'<section class="rb-paper">.*?</section>|<ul class="rb-sheets.*?</ul>'
    rf'|<li><a [^>]*href="#{ANCHOR}".*?</li>',
    re.DOTALL,
)
"""Sheets for print, and links to them: with their pictures they would be twice the rest of the
file."""


def one_file(
    reading: Reading, rendered: Rendered, pages: Sequence[Finished], files: Sequence[Artifact]
) -> Artifact:
    """All of the edition in one file; ``files`` are its other ones."""
    parts = [Part(page.address, _SHEETS.sub("", page.html), _keywords(page)) for page in pages]
    by_path = {**rendered.files, **{file.path: file.content for file in files}}
    return single_file(parts, by_path, setting_of(reading), own_files())


def _keywords(page: Finished) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for entry in page.entries for word in entry.keywords))


def _former_handwritten(
    handwritten: Sequence[HandWritten], pages: Sequence[Finished], language: str
) -> Iterator[Artifact]:
    titles = {page.address: page.title for page in pages}
    for page in handwritten:
        for alias in page.aliases:
            former = Address(page.address.kind, alias)
            if former not in titles:
                yield refresh_page(former, page.address, titles[page.address], language)
