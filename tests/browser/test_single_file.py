"""An edition as one file, opened from a disk: with scripts off, with scripts on, and on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser.axe import serious
from tests.browser.guard import Guard
from tests.outputs.single.reading import ROOT, single_files
from tests.site.organisation import write_organisation

PUBLIC = "runbook-public-en.html"
STAFF = "runbook-staff-en.html"
FOLDED = ".rb-single__found *, details.rb-codes *, .rb-table__detail"
"""What a phone doesn't show: search, codes of numbers that stand above, what a row's page tells."""

PHONE: ViewportSize = {"width": 360, "height": 740}

pytestmark = pytest.mark.xdist_group("single")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's files, and a small organisation's one with hostile texts, on a disk."""
    place = tmp_path_factory.mktemp("disk")
    small = single_files(write_organisation(tmp_path_factory.mktemp("organisation")))
    files = single_files(ROOT / "mkdocs.yml") | {"hostile.html": small[STAFF]}
    for name, html in files.items():
        (place / name).write_text(html, "utf-8")
    return place


@pytest.fixture
def unscripted(browser: Browser, guard: Guard) -> Iterator[Page]:
    """A page on a phone whose browser runs no scripts."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    guard.watch(context)
    yield context.new_page()
    context.close()


def address(folder: Path, name: str, anchor: str = "") -> str:
    return f"{(folder / name).as_uri()}{anchor}"


@pytest.mark.parametrize("name", [PUBLIC, "hostile.html"])
def test_all_words_show_without_scripts(folder: Path, unscripted: Page, name: str) -> None:
    unscripted.goto(address(folder, name))
    pages = unscripted.locator("[data-rb-page]")
    assert pages.count() > 5
    for page in pages.all():
        expect(page).to_be_visible()
    folded = unscripted.locator("details:not([open])")
    assert folded.count() == unscripted.locator("details.rb-codes").count()
    words = unscripted.locator(f"main :is(h1, h2, h3, li, dd, td):not({FOLDED})")
    assert words.count() > 50
    assert [one.inner_html() for one in words.all() if not one.is_visible()] == []


def test_links_jump_without_scripts(folder: Path, unscripted: Page) -> None:
    unscripted.goto(address(folder, STAFF))
    for link, anchor in (
        (".rb-tile >> nth=1", "scenarios.it-down"),
        (".rb-bar__place[href='#calls']", "calls"),
        (".rb-bar__place[href='#start']", "start"),
    ):
        unscripted.click(link)
        place = unscripted.locator(f"[id='{anchor}'] :is(h1, .rb-copy)").first
        expect(place).to_be_in_viewport()


def test_one_page_at_a_time_with_scripts(folder: Path, phone: Page) -> None:
    phone.goto(address(folder, STAFF))
    shown = phone.locator("[data-rb-page]:not([hidden])")
    expect(shown).to_have_count(1)
    phone.click(".rb-tile >> nth=1")
    expect(shown).to_have_attribute("id", "scenarios.it-down")
    expect(shown.locator("h1")).to_be_in_viewport()
    phone.go_back()
    expect(shown).to_have_attribute("id", "start")
    phone.get_by_role("button", name="Show all pages at once").click()
    assert shown.count() > 300
    phone.get_by_role("button", name="Show one page at a time").click()
    expect(shown).to_have_count(1)


def test_a_link_into_a_page_shows_its_place(folder: Path, phone: Page) -> None:
    phone.goto(address(folder, STAFF, "#scenarios.it-down..phases"))
    expect(phone.locator("[id='scenarios.it-down..phases']")).to_be_in_viewport()
    phone.goto(address(folder, STAFF, "#nothing%here"))
    expect(phone.locator("[id='start'] h1")).to_be_visible()


@pytest.mark.parametrize(
    ("query", "title"), [("crisi led", "Crisis lead"), ("benali", "Karim Benali"), ("zzzz", "")]
)
def test_search(folder: Path, phone: Page, query: str, title: str) -> None:
    phone.goto(address(folder, STAFF))
    phone.click("[data-rb-search]")
    expect(phone.locator("#rb-query")).to_be_focused()
    phone.keyboard.type(query)
    hits = phone.locator(".rb-single__hit")
    if not title:
        expect(phone.get_by_role("status").first).to_have_text(re.compile("Nothing found"))
        expect(hits).to_have_count(0)
        return
    hit = hits.filter(has_text=title).first
    expect(hit).to_be_visible()
    anchor = (hit.get_attribute("href") or "")[1:]
    hit.click()
    expect(phone.locator(f"[id='{anchor}']")).to_be_in_viewport()
    expect(phone.locator("#rb-query")).to_be_hidden()


def test_nothing_runs_but_its_own_script(folder: Path, phone: Page, guard: Guard) -> None:
    phone.goto(address(folder, "hostile.html"))
    expect(phone.locator("[data-rb-all]")).to_be_visible()
    assert phone.evaluate("() => document.scripts.length") == 1
    phone.goto(address(folder, "hostile.html", "#roles.lead"))
    expect(phone.locator("[id='roles.lead'] h1")).to_have_text("Lead <script>alert(1)</script>")
    assert guard.saw > 0


@pytest.mark.parametrize("anchor", ["", "#scenarios.node-down", "#calls", "#sites.tower"])
def test_accessible(folder: Path, phone: Page, anchor: str) -> None:
    phone.goto(address(folder, PUBLIC, anchor))
    assert serious(phone) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_accessible_all_at_once(folder: Path, desktop: Page, scheme: str) -> None:
    desktop.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    desktop.goto(address(folder, PUBLIC))
    desktop.click("[data-rb-all] button")
    assert serious(desktop) == []


@pytest.mark.parametrize("name", [PUBLIC, STAFF])
def test_fits_the_narrowest_phone(folder: Path, phone: Page, name: str) -> None:
    phone.set_viewport_size({"width": 320, "height": 568})
    phone.goto(address(folder, name))
    phone.click("[data-rb-all] button")
    assert phone.evaluate("() => document.documentElement.scrollWidth") <= 320


def test_paper(folder: Path, unscripted: Page, phone: Page) -> None:
    unscripted.goto(address(folder, PUBLIC))
    sections = unscripted.locator("[data-rb-page]").count()
    whole = unscripted.pdf(prefer_css_page_size=True, tagged=True, outline=True)
    assert sheets(whole) >= sections > 15
    phone.goto(address(folder, PUBLIC, "#scenarios.it-down"))
    assert 0 < sheets(phone.pdf(prefer_css_page_size=True)) < 6


def sheets(pdf: bytes) -> int:
    """How many pages a PDF has."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_each_page_on_paper_says_whom_to_call_and_which_plan_it_is(
    folder: Path, phone: Page
) -> None:
    phone.emulate_media(media="print")
    phone.goto(address(folder, PUBLIC, "#scenarios.it-down"))
    said = phone.evaluate(
        "() => getComputedStyle(document.getElementById('scenarios.it-down'), '::before').content"
    )
    for words in ("112 Fire, ambulance", "101 Police", "Revision 2026.4", "2 November 2026"):
        assert words in said
    expect(phone.locator(".rb-bar")).to_be_hidden()
