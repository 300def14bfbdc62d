"""The root page leads on to an edition, or shows the list of them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Serve
from tests.browser.guard import Guard
from tests.frontend_tools import BUILT

LINK = (
    '<li><a href="{0}/{1}/index.html" data-edition="{0}" lang="{1}" hreflang="{1}">{0} {1}</a></li>'
)
ROOT_PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<link rel="icon" href="data:,">
<meta name="runbook-root" content=".">
<title>Plan</title>
</head>
<body><ul data-rb-editions>{links}</ul><script src="lead-on.js"></script></body>
</html>
"""
EDITIONS = [("staff", "en"), ("staff", "nl"), ("staff", "pt-BR"), ("board", "en"), ("board", "nl")]

Open = Callable[..., Page]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    site = tmp_path / "plan"
    site.mkdir()
    shutil.copy(BUILT / "lead-on.js", site)
    for edition, language in EDITIONS:
        page = site / edition / language / "index.html"
        page.parent.mkdir(parents=True)
        title = f'<link rel="icon" href="data:,"><title>{edition} {language}</title>'
        page.write_text(title, "utf-8")
    links = "".join(LINK.format(*edition) for edition in EDITIONS)
    (site / "index.html").write_text(ROOT_PAGE.format(links=links), "utf-8")
    return site


@pytest.fixture
def open_root(browser: Browser, guard: Guard, serve: Serve, folder: Path) -> Iterator[Open]:
    """`open_root(language, last=…, script=…, place=…, local=…)` opens the root page."""
    contexts = []

    def opened(
        language: str,
        last: object = None,
        script: bool = True,
        place: str = "",
        local: bool = False,
    ) -> Page:
        context = browser.new_context(locale=language, java_script_enabled=script)
        contexts.append(context)
        guard.watch(context)
        page = context.new_page()
        root = folder.as_uri() if local else f"{serve(folder.parent).url}plan"
        if last is not None:
            page.goto(f"{root}/index.html#editions")
            value = last if isinstance(last, str) else json.dumps(last)
            page.evaluate("([key, value]) => { localStorage[key] = value }", [key(page), value])
            page.goto("about:blank")
        page.goto(f"{root}/index.html{place}", wait_until="commit")
        return page

    yield opened
    for context in contexts:
        context.close()


def key(page: Page) -> str:
    path: str = page.evaluate("location.pathname.replace('index.html', '')")
    return f"runbook.last:{path}"


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("nl", "staff nl"),
        ("nl-BE", "staff nl"),
        ("pt-PT", "staff pt-BR"),
        ("en-GB", "staff en"),
        ("ja", "staff en"),
    ],
)
@pytest.mark.parametrize("local", [False, True])
def test_first_visit_goes_by_language(
    open_root: Open, language: str, title: str, local: bool
) -> None:
    expect(open_root(language, local=local)).to_have_title(title)


def test_the_last_used_edition_comes_before_the_language(open_root: Open) -> None:
    page = open_root("nl", last={"edition": "board", "language": "en"})
    expect(page).to_have_title("board en")


@pytest.mark.parametrize(
    "last",
    [{"edition": "guests", "language": "en"}, {"edition": "board"}, "null", "[]", "{", '"board"'],
)
def test_what_is_gone_or_broken_is_passed_over(open_root: Open, last: object) -> None:
    expect(open_root("nl", last=last)).to_have_title("staff nl")


def test_a_local_page_reads_no_storage(open_root: Open) -> None:
    page = open_root("nl", last={"edition": "board", "language": "en"}, local=True)
    expect(page).to_have_title("staff nl")


def test_going_back_does_not_lead_on_again(open_root: Open) -> None:
    page = open_root("nl")
    expect(page).to_have_title("staff nl")
    assert page.evaluate("history.length") <= 2
    page.go_back()
    expect(page).to_have_url("about:blank")


@pytest.mark.parametrize("asked", [{"script": False}, {"place": "#editions"}])
def test_the_list_stays_without_scripts_and_when_asked_for(
    open_root: Open, asked: dict[str, bool | str]
) -> None:
    page = open_root("nl", **asked)
    page.wait_for_load_state("networkidle")
    expect(page).to_have_title("Plan")
    expect(page.get_by_role("link")).to_have_count(len(EDITIONS))
