"""The printed sheets that a page leads to: what to print, and what it looks like."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from generator.locales import Locale
from generator.views.page import Address, Heading, Page, PrintedSheet

ANCHOR = "paper"
"""Where a page's sheets stand."""


def by_page(sheets: Iterable[PrintedSheet]) -> Mapping[Address, tuple[PrintedSheet, ...]]:
    """The sheets of each page, in their order."""
    found: dict[Address, list[PrintedSheet]] = {}
    for sheet in sheets:
        if sheet.page is not None:
            found.setdefault(sheet.page, []).append(sheet)
    return {page: tuple(one) for page, one in found.items()}


def with_sheets(page: Page, sheets: tuple[PrintedSheet, ...], words: Locale) -> Page:
    """The page with the sheets that belong to it at its end."""
    if not sheets:
        return page
    heading = Heading(ANCHOR, words.say("paper.here"))
    return replace(page, printed=sheets, headings=(*page.headings, heading))
