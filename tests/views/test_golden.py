"""Every page of the canonical plan, in both languages, against its golden file.

After a change that is meant, run with ``RUNBOOK_UPDATE_GOLDEN=1`` and read what git shows.
"""

from __future__ import annotations

import os
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from generator.editions import audiences, project
from generator.load import load
from generator.locales import locale
from generator.outputs.article import Setting, article
from generator.outputs.codes import code_path
from generator.views import all_pages

HERE = Path(__file__).parent
GOLDEN = HERE / "golden"
UPDATE = bool(os.environ.get("RUNBOOK_UPDATE_GOLDEN"))
AS_OF = date(2026, 6, 1)
EDITIONS = (("staff", "en"), ("staff", "nl"), ("public", "en"))


@cache
def _articles(audience: str, language: str) -> dict[str, str]:
    loaded = load(HERE / "canonical.yml")
    assert loaded.plan is not None
    assert loaded.problems == ()
    reader = next(one for one in audiences(loaded.plan) if one.id == audience)
    edition = project(loaded.plan, reader, language, AS_OF)
    words = locale(language)
    url = f"https://plan.example/{edition.path}/"
    setting = Setting(edition, words, code_path, url)
    return {
        f"{edition.path}/{page.address.path}": _tidy(article(page, setting))
        for page in all_pages(edition, words)
    }


def _tidy(html: str) -> str:
    """Without empty lines and indents, which no reader sees."""
    return "\n".join(line.strip() for line in html.splitlines() if line.strip()) + "\n"


def _all() -> dict[str, str]:
    return {path: html for one in EDITIONS for path, html in _articles(*one).items()}


@pytest.mark.skipif(not UPDATE, reason="only when asked to")
def test_update() -> None:
    assert not os.environ.get("CI"), "golden files are not updated in CI"
    for path in GOLDEN.rglob("*.html"):
        path.unlink()
    for name, html in _all().items():
        (GOLDEN / name).parent.mkdir(parents=True, exist_ok=True)
        (GOLDEN / name).write_text(html, "utf-8")


def test_the_pages_are_those_of_the_golden_files() -> None:
    golden = {path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*.html")}
    assert len(golden) > 60
    assert set(_all()) == golden


@pytest.mark.parametrize("edition", EDITIONS)
def test_each_page_is_as_its_golden_file(edition: tuple[str, str]) -> None:
    articles = _articles(*edition)
    differing = [
        name for name, html in articles.items() if html != (GOLDEN / name).read_text("utf-8")
    ]
    assert articles
    assert differing == []


def test_the_public_edition_says_nothing_that_is_for_staff() -> None:
    text = "".join(_articles("public", "en").values())
    assert "Leave the building." in text
    for restricted in (
        "An Żółć",
        "99000011",
        "Crisis lead",
        "Open the vault",
        "Key in the safe",
        "a deputy",
    ):
        assert restricted not in text


def test_the_staff_edition_says_nothing_of_what_is_for_the_team() -> None:
    text = "".join(_articles("staff", "en").values())
    assert "Watch the network" in text
    for restricted in ("Secret work", "The vault moved", "activities/spy", "Watcher"):
        assert restricted not in text


def test_texts_of_a_plan_are_never_markup() -> None:
    text = "".join(_all().values())
    assert "<b>inside</b>" not in text
    assert "&lt;b&gt;inside&lt;/b&gt;" in text
    assert "<test>" not in text


def test_a_missing_translation_is_marked() -> None:
    html = _articles("staff", "nl")["staff/nl/checklists/first.html"]
    assert 'class="rb-fallback" lang="en">Ring the helper.<abbr' in html
