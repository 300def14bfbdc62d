"""From an edition to its pages: pure functions, one page kind per file, one explicit registry.

Each page kind is a module with ``pages(edition, words)``; the template of its pages has the
module's name.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

from generator.editions import Edition
from generator.locales import Locale
from generator.views import calls, cards, checklists, roles, scenarios, start
from generator.views.page import Page

PAGE_KINDS: tuple[ModuleType, ...] = (start, scenarios, roles, calls, checklists, cards)


def all_pages(edition: Edition, words: Locale) -> Iterator[Page]:
    """Every page of an edition, kind by kind."""
    for kind in PAGE_KINDS:
        yield from kind.pages(edition, words)
