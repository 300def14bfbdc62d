"""Pages of a small plan, for tests of views."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.editions import audiences, project
from generator.locales import locale
from generator.outputs.article import Setting, article
from generator.outputs.codes import code_path
from generator.views import all_pages
from generator.views.page import Page
from tests.plan_builder import make_plan


def pages_of(*, language: str = "en", as_of: date | None = None, **changes: Any) -> dict[str, Page]:
    """The pages by path, as the most closed audience reads them."""
    plan = make_plan(**changes)
    edition = project(plan, audiences(plan)[-1], language, as_of)
    return {page.address.path: page for page in all_pages(edition, locale(language))}


def html_of(path: str, *, language: str = "en", as_of: date | None = None, **changes: Any) -> str:
    """The article of a page."""
    plan = make_plan(**changes)
    edition = project(plan, audiences(plan)[-1], language, as_of)
    words = locale(language)
    setting = Setting(edition, words, code_path, "https://plan.example/all/en/")
    found = {page.address.path: page for page in all_pages(edition, words)}
    return article(found[path], setting)
