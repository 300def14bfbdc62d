"""Articles of one setting: what they share is made once, what belongs to a page stays there."""

from __future__ import annotations

from pathlib import Path

from generator.editions import audiences, project
from generator.load import load
from generator.locales import locale
from generator.outputs.article import Setting, article, fragment
from generator.outputs.codes import code_path
from generator.views import all_pages
from generator.views.page import START

_PLAN = Path(__file__).parents[1] / "views" / "canonical.yml"


def _setting() -> Setting:
    plan = load(_PLAN).plan
    assert plan is not None
    edition = project(plan, audiences(plan)[-1], "en")
    return Setting(edition, locale("en"), code_path, "https://plan.example/all/en/")


def test_no_article_depends_on_those_before_it() -> None:
    shared = _setting()
    pages = list(all_pages(shared.edition, shared.words))
    assert len(pages) > 30
    alone = [article(page, _setting()) for page in pages]
    assert any("https://plan.example/all/en/" in html for html in alone)
    assert [article(page, shared) for page in pages] == alone
    assert [article(page, shared) for page in reversed(pages)] == alone[::-1]


def test_parts_of_templates_are_made_once() -> None:
    setting = _setting()
    pages = list(all_pages(setting.edition, setting.words))
    for page in pages:
        article(page, setting)
    parts = dict(setting.names["here"].parts)
    assert "parts/page.html" in parts
    for page in pages:
        article(page, setting)
    assert setting.names["here"].parts == parts


def test_a_fragment_has_no_page() -> None:
    setting = _setting()
    article(next(iter(all_pages(setting.edition, setting.words))), setting)
    fragment("parts/single_file", START, setting)
    assert setting.names["here"].page is None
