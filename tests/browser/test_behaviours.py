"""What the scripts do on the pages of an edition, by http and from a folder."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.browser.axe import serious
from tests.browser.conftest import Serve
from tests.frontend_tools import BUILT

PAGE = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'">
<meta name="runbook-root" content="../..">
<meta name="runbook-edition" content="{edition}">
<meta name="runbook-language" content="{language}">
<title>Fire</title>
</head>
<body>
<main>
<h1>Fire</h1>
<a href="../../{edition}/en/fire.html" data-rb-language="en">English</a>
<a href="../../{edition}/nl/fire.html" data-rb-language="nl">Nederlands</a>
<details id="closed"><summary>More</summary><p>Text</p></details>
<details id="open" open><summary>Yet more</summary><p>Text</p></details>
<h2 id="steps">Steps</h2>
<label><input type="checkbox" data-rb-step="fire.call"> Call</label>
<label><input type="checkbox" data-rb-step="fire.leave"> Leave</label>
<label><input type="checkbox" data-rb-step="fire.call"> Call (again)</label>
<p role="status" data-rb-ticks-count></p>
<button type="button" hidden data-rb-ticks-reset="Start again?">Clear</button>
</main>
<script src="../../js/runbook.js"></script>
</body>
</html>
"""

EDITIONS = [("staff", "en"), ("staff", "nl"), ("board", "en"), ("board", "nl")]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two editions in two languages; the scripts run under a strict policy."""
    site = tmp_path / "plan"
    shutil.copytree(BUILT, site / "js")
    return site


def write_pages(folder: Path) -> None:
    for edition, language in EDITIONS:
        page = folder / edition / language / "fire.html"
        page.parent.mkdir(parents=True)
        page.write_text(PAGE.format(edition=edition, language=language), "utf-8")


@pytest.fixture
def served(folder: Path, serve: Serve) -> str:
    """The site below a path of a host that has neighbours; no slash at the end."""
    root = f"{serve(folder.parent).url}plan"
    write_pages(folder)
    return root


@pytest.fixture
def local(folder: Path) -> str:
    write_pages(folder)
    return folder.as_uri()


def stored(page: Page) -> dict[str, str]:
    found: dict[str, str] = page.evaluate("({ ...localStorage })")
    return found


def test_the_page_in_use_is_remembered_apart_from_neighbours(phone: Page, served: str) -> None:
    phone.goto(f"{served}/staff/nl/fire.html")
    assert list(stored(phone)) == ["runbook.last:/plan/"]
    last = json.loads(stored(phone)["runbook.last:/plan/"])
    assert last == {"edition": "staff", "language": "nl"}


def test_a_local_page_stores_nothing(phone: Page, local: str) -> None:
    phone.goto(f"{local}/staff/nl/fire.html")
    phone.get_by_label("Leave").check()
    expect(phone.get_by_role("status")).to_have_text("1 / 2")
    assert stored(phone) == {}


def test_another_language_keeps_the_place_and_is_remembered(phone: Page, served: str) -> None:
    phone.goto(f"{served}/staff/en/fire.html#steps")
    phone.get_by_role("link", name="Nederlands").click()
    expect(phone).to_have_url(f"{served}/staff/nl/fire.html#steps")
    assert json.loads(stored(phone)["runbook.last:/plan/"])["language"] == "nl"


def test_the_choice_of_a_language_is_stored_at_once(phone: Page, served: str) -> None:
    phone.goto(f"{served}/staff/en/fire.html")
    phone.evaluate("addEventListener('click', (event) => event.preventDefault())")
    phone.get_by_role("link", name="Nederlands").click()
    expect(phone).to_have_url(f"{served}/staff/en/fire.html")
    assert json.loads(stored(phone)["runbook.last:/plan/"])["language"] == "nl"


def test_the_place_may_change_after_the_page_has_loaded(phone: Page, local: str) -> None:
    phone.goto(f"{local}/staff/en/fire.html")
    phone.evaluate("location.hash = 'steps'")
    link = phone.get_by_role("link", name="Nederlands")
    expect(link).to_have_js_property("href", f"{local}/staff/nl/fire.html#steps")


def test_closed_details_open_for_print_only(desktop: Page, local: str) -> None:
    desktop.goto(f"{local}/staff/en/fire.html")
    desktop.evaluate(
        "addEventListener('beforeprint', () => {"
        "  window.printed = document.querySelectorAll('details[open]').length; })"
    )
    desktop.pdf()
    assert desktop.evaluate("window.printed") == 2
    expect(desktop.locator("#closed")).not_to_have_attribute("open")
    expect(desktop.locator("#open")).to_have_attribute("open")


def test_ticks_stay_and_count_each_step_once(phone: Page, served: str) -> None:
    phone.goto(f"{served}/staff/en/fire.html")
    expect(phone.get_by_role("status")).to_have_text("0 / 2")
    phone.get_by_label("Call", exact=True).check()
    expect(phone.get_by_label("Call (again)")).to_be_checked()
    expect(phone.get_by_role("status")).to_have_text("1 / 2")
    phone.reload()
    expect(phone.get_by_label("Call", exact=True)).to_be_checked()
    expect(phone.get_by_role("status")).to_have_text("1 / 2")


def test_ticks_are_the_same_in_every_edition_and_language(phone: Page, served: str) -> None:
    phone.goto(f"{served}/staff/en/fire.html")
    phone.get_by_label("Leave").check()
    phone.goto(f"{served}/board/nl/fire.html")
    expect(phone.get_by_label("Leave")).to_be_checked()
    expect(phone.get_by_label("Call", exact=True)).not_to_be_checked()
    phone.get_by_label("Leave").uncheck()
    phone.goto(f"{served}/staff/en/fire.html")
    expect(phone.get_by_label("Leave")).not_to_be_checked()


def test_ticks_of_another_window_show(phone: Page, served: str) -> None:
    phone.goto(f"{served}/staff/en/fire.html")
    other = phone.context.new_page()
    other.goto(f"{served}/staff/nl/fire.html")
    other.get_by_label("Leave").check()
    expect(phone.get_by_label("Leave")).to_be_checked()
    expect(phone.get_by_role("status")).to_have_text("1 / 2")


@pytest.mark.parametrize("sure", [True, False])
def test_clearing_asks_first(phone: Page, served: str, sure: bool) -> None:
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.message)
        dialog.accept() if sure else dialog.dismiss()

    phone.on("dialog", answer)
    phone.goto(f"{served}/staff/en/fire.html")
    phone.get_by_label("Leave").check()
    phone.get_by_role("button", name="Clear").click()
    expect(phone.get_by_role("status")).to_have_text("0 / 2" if sure else "1 / 2")
    assert asked == ["Start again?"]
    phone.reload()
    expect(phone.get_by_role("status")).to_have_text("0 / 2" if sure else "1 / 2")


def test_a_page_without_storage_still_works(phone: Page, served: str) -> None:
    phone.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('off'); } })"
    )
    phone.goto(f"{served}/staff/en/fire.html#steps")
    phone.get_by_label("Leave").check()
    expect(phone.get_by_role("status")).to_have_text("1 / 2")
    phone.get_by_role("link", name="Nederlands").click()
    expect(phone).to_have_url(f"{served}/staff/nl/fire.html#steps")


def test_what_the_scripts_add_is_accessible(phone: Page, served: str) -> None:
    phone.goto(f"{served}/staff/en/fire.html")
    expect(phone.get_by_role("button", name="Clear")).to_be_visible()
    assert serious(phone) == []
