"""From an edition to its pages: pure functions, one page kind per file, one explicit registry.

Each page kind is a module with ``pages(edition, words)``; the templates of its pages have the
module's name, in the singular for pages of one thing. The list of all pages comes last, because it
is made from the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from types import ModuleType

from generator.editions import Edition
from generator.locales import Locale
from generator.views import (
    actions,
    activities,
    awareness,
    calls,
    cards,
    checklists,
    contacts,
    current,
    duties,
    exercises,
    history,
    levels,
    listing,
    messages,
    paper,
    plans,
    programme,
    recovery,
    resources,
    revisions,
    risks,
    roles,
    save,
    scenarios,
    sites,
    start,
    status,
    suppliers,
    systems,
    units,
    what_if,
)
from generator.views.page import Link, Page, PrintedSheet
from generator.views.parts.printed import by_page, with_sheets
from generator.views.parts.short_code import with_code
from generator.views.parts.words import synonyms, with_synonyms

PAGE_KINDS: tuple[ModuleType, ...] = (
    start,
    scenarios,
    roles,
    calls,
    contacts,
    sites,
    suppliers,
    levels,
    messages,
    checklists,
    cards,
    history,
    what_if,
    recovery,
    activities,
    systems,
    programme,
    duties,
    units,
    plans,
    risks,
    resources,
    exercises,
    awareness,
    actions,
    status,
    revisions,
    save,
    current,
)


def all_pages(
    edition: Edition,
    words: Locale,
    more: Iterable[Link] = (),
    printed: Sequence[PrintedSheet] = (),
) -> Iterator[Page]:
    """Every page of an edition, kind by kind, then the list of them all.

    Each is found by the plan's synonyms too, and by its code if it is posted. ``more`` are pages
    written by hand, for the list; ``printed`` the sheets that pages offer for print.
    """
    groups = synonyms(edition)
    sheets = by_page(printed)
    found: list[Page] = []
    for page in (*_of_kinds(edition, words), *paper.pages(printed, words)):
        found.append(page)
        coded = with_code(with_synonyms(page, groups))
        yield with_sheets(coded, sheets.get(page.address, ()), words)
    yield listing.page(found, edition, words, more)


def _of_kinds(edition: Edition, words: Locale) -> Iterator[Page]:
    for kind in PAGE_KINDS:
        yield from kind.pages(edition, words)
