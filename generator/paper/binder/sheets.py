"""The binder of an edition as a sheet: its sections with their articles as nodes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Final

from generator.jobs import all_done, shares
from generator.outputs.article import Setting, article
from generator.paper.binder.blocks import Blocks
from generator.paper.binder.levels import close_gaps
from generator.paper.binder.links import Article, Places, path_of, places
from generator.paper.binder.markup import parsed
from generator.paper.binder.view import Binder, BoundPicture, BoundSection, shows
from generator.paper.binder.words import Wording
from generator.views import all_pages
from generator.views.cards import CardView
from generator.views.page import INDEX, START, Page
from generator.views.parts.pictures import picture_files, picture_src
from generator.views.sheets.binder import KIND, Section, arranged
from generator.views.sheets.sheet import Order, Photo, Qr, Reading, Sheet

SECTION_LEVEL: Final = 2
"""The heading of a section; its part has level 1."""

_WIDEST: Final = 860
"""As wide as a drawing may be to stand upright on A4 (``binder_nodes.typ``), in its own pixels."""

_TOGETHER: Final = 8
"""So many articles are one job."""


def sheets(order: Order) -> Iterator[Sheet]:
    """The binder of the edition that is printed."""
    reading = order.reading
    title = reading.words.say("sheet.binder.title")
    view = bound(reading, order.page_url(START))
    yield Sheet(KIND, "edition", title, order.language, order.audience.id, view)


def bound(reading: Reading, url: str | None = None) -> Binder:
    """The edition's binder; ``url`` is where the edition is published."""
    edition = reading.edition
    found = arranged(all_pages(edition, reading.words), reading.words)
    made = _articles([page for one in found for page in one.pages], reading)
    sections = _sections(found, made)
    page = Qr(url, reading.words.say("sheet.binder.phone")) if url else None
    title = edition.audience.title.for_reader(edition.language, edition.primary)
    return Binder(title, page, sections, tuple(_pictures(reading, sections)))


def _articles(pages: Sequence[Page], reading: Reading) -> dict[str, Article]:
    """The articles by their pages' paths."""
    setting = Setting(reading.edition, reading.words, _no_code, None, widest=_WIDEST)
    lots = [partial(_lot, lot, setting) for lot in shares(pages, _TOGETHER)]
    made = [one for lot in all_done(lots) for one in lot]
    return {path_of(page): one for page, one in zip(pages, made, strict=True)}


def _lot(pages: Sequence[Page], setting: Setting) -> list[Article]:
    return [Article.of(article(page, setting)) for page in pages]


def _sections(found: Sequence[Section], made: Mapping[str, Article]) -> tuple[BoundSection, ...]:
    """The sections, in order. They are made from the longest to the shortest, so that no processor
    waits for a long one at the end."""
    where = places(found, made)
    longest = sorted(found, key=lambda one: -sum(len(made[path_of(p)].html) for p in one.pages))
    done = all_done([partial(_section, one, made, where) for one in longest])
    by_code = {one.code: one for one in done}
    return tuple(by_code[one.code] for one in found)


def _pictures(reading: Reading, sections: tuple[BoundSection, ...]) -> Iterator[BoundPicture]:
    """Those that some section shows."""
    for file in picture_files(reading.edition):
        name = picture_src(file)
        picture = BoundPicture(name, Photo(file, ""))
        if any(shows(one, picture) for one in sections):
            yield picture


def _no_code(payload: str) -> str:  # noqa: ARG001 - as articles call it
    return ""


def _section(section: Section, made: Mapping[str, Article], where: Places) -> BoundSection:
    """A section; if its first page has the section's own title, that says it for both."""
    pages = []
    titled = bool(section.place and section.pages and _is_named(section))
    above = SECTION_LEVEL if section.place and not titled else SECTION_LEVEL - 1
    for number, page in enumerate(section.pages):
        wording = Wording(path_of(page), where)
        level = SECTION_LEVEL + (1 if section.place and (number or not titled) else 0)
        blocks = Blocks(wording, level)
        body = blocks.of(parsed(made[path_of(page)].html).children)
        above = close_gaps(blocks.headings, above)
        pages.append(
            {
                "path": path_of(page),
                "at": wording.missed(),
                "sheet": isinstance(page.view, CardView),
                "titled": titled and number == 0,
                "body": body,
            }
        )
    body_text = json.dumps(pages, ensure_ascii=False, separators=(",", ":"))
    return BoundSection(section.title, section.part, section.code, section.place, body_text)


def _is_named(section: Section) -> bool:
    page = section.pages[0]
    return page.address.id == INDEX or page.title.words == section.title
