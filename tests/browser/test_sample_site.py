"""The sample's site as its readers meet it: each page kind, on a phone and at a desk."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.views.page import Address
from generator.views.parts.short_code import short_code
from tests.browser import sample_site
from tests.browser.axe import serious
from tests.browser.conftest import Serve
from tests.browser.guard import Guard
from tests.browser.sample_site import EDITION, KINDS

# Why one group: the site is built once for each test process.
pytestmark = pytest.mark.xdist_group("sample-site")

TOUCH = 47.5
"""CSS pixels: 48, less what rounding takes."""

TARGETS = (
    ".rb-bar__place, .rb-call, .rb-row, .rb-tile, .rb-pill, .rb-go, a.rb-contact__way, "
    ".rb-emergency__number, .rb-languages__link, .rb-card__title, .rb-dial__who, .rb-dial__number, "
    "#rb-article summary, #rb-article .rb-button"
)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_site.build(tmp_path_factory.mktemp("sample"))


@pytest.fixture
def root(site: Path, serve: Serve) -> str:
    return f"{serve(site).url}{EDITION}/"


def test_every_kind_of_page_is_looked_at(site: Path) -> None:
    folder = site / EDITION
    kinds = {path.parent.name for path in folder.glob("*/*.html")}
    assert len(kinds) >= 12
    assert kinds <= {Path(path).parent.name for path in (*KINDS.values(), "pages/x.html")}
    assert [path for path in KINDS.values() if not (folder / path).is_file()] == []


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_serious_on_a_phone(phone: Page, root: str, kind: str) -> None:
    phone.goto(root + KINDS[kind])
    assert serious(phone) == []


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_serious_at_a_desk_in_the_dark(
    browser: Browser, guard: Guard, root: str, kind: str
) -> None:
    context = browser.new_context(
        viewport={"width": 1280, "height": 800}, color_scheme="dark", reduced_motion="reduce"
    )
    guard.watch(context)
    page = context.new_page()
    page.goto(root + KINDS[kind])
    page.wait_for_selector("body[data-md-color-scheme=slate]")
    assert serious(page) == []
    context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_no_sideways_scroll_at_320_px(phone: Page, root: str, kind: str) -> None:
    phone.set_viewport_size({"width": 320, "height": 640})
    phone.goto(root + KINDS[kind])
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320


def test_targets_are_large_enough_for_a_thumb(phone: Page, root: str) -> None:
    seen = 0
    for path in KINDS.values():
        phone.goto(root + path)
        boxes = phone.eval_on_selector_all(
            TARGETS,
            "all => all.filter(e => e.checkVisibility())"
            ".map(e => [e.className, e.getBoundingClientRect().height])",
        )
        seen += len(boxes)
        assert [box for box in boxes if box[1] < TOUCH] == [], path
    assert seen > 200


def test_two_taps_from_the_start_to_the_first_action(phone: Page, root: str) -> None:
    phone.goto(root + "index.html")
    phone.locator(".rb-tile").first.tap()
    first = phone.locator(".rb-step").first
    expect(first).to_be_in_viewport()
    phone.locator(".rb-step__tick").first.tap()
    expect(phone.locator(".rb-step__tick").first).to_be_checked()


def test_emergency_numbers_are_on_every_kind_of_page(phone: Page, root: str) -> None:
    for path in KINDS.values():
        phone.goto(root + path)
        expect(phone.locator(".rb-emergency a[href='tel:112']")).to_be_visible()


def test_the_language_switch_stays_on_the_page(phone: Page, site: Path, root: str) -> None:
    for base in (root, f"{(site / EDITION).as_uri()}/"):
        phone.goto(base + KINDS["card"])
        phone.locator("[data-rb-language=nl]").first.tap()
        phone.wait_for_url("**/staff/nl/" + KINDS["card"])
        assert phone.evaluate("document.documentElement.lang") == "nl"


@pytest.mark.parametrize("way", ["http", "file"])
def test_search_finds_people_roles_steps_and_synonyms(
    phone: Page, site: Path, root: str, way: str
) -> None:
    base = root if way == "http" else f"{(site / EDITION).as_uri()}/"
    phone.goto(base + KINDS["role"])
    phone.locator("[data-rb-search]").first.tap()
    box = phone.locator(".md-search__input")
    for words, target in (
        ("crisis lead", "roles/crisis-lead.html"),
        ("assembly point", "scenarios/offices-closed.html"),
        ("elevator", "scenarios/offices-closed.html"),
        ("fire alarm", "scenarios/offices-closed.html"),
        (short_code(Address("cards", "offices-closed--crisis-lead")).lower(), KINDS["card"]),
    ):
        box.fill("")
        box.press_sequentially(words)
        expect(phone.locator(f".md-search-result a[href*='{target}']").first).to_be_visible()


def test_without_scripts_everything_can_be_read_and_reached(
    browser: Browser, guard: Guard, root: str
) -> None:
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, java_script_enabled=False, color_scheme="dark"
    )
    guard.watch(context)
    page = context.new_page()
    page.goto(root + "index.html")
    page.locator(".rb-tile").first.click()
    expect(page.locator(".rb-step__text").first).to_be_visible()
    page.locator(".rb-step__tick").first.check()
    page.locator(".rb-bar__place").last.click()
    page.wait_for_url("**/all/index.html")
    expect(page.locator("h1")).to_be_visible()
    page.locator("[data-rb-language=nl]").first.click()
    page.wait_for_url("**/staff/nl/all/index.html")
    context.close()


def test_the_root_leads_on_and_lists_without_scripts(
    phone: Page, browser: Browser, guard: Guard, root: str
) -> None:
    top = root.removesuffix(f"{EDITION}/")
    phone.goto(root.replace("/en/", "/nl/") + "index.html")
    phone.goto(top)
    phone.wait_for_url("**/staff/nl/index.html")
    context = browser.new_context(java_script_enabled=False)
    guard.watch(context)
    page = context.new_page()
    page.goto(top)
    assert page.locator("[data-rb-editions] a").count() >= 4
    context.close()


def test_the_keyboard_skips_to_the_article(desktop: Page, root: str) -> None:
    desktop.goto(root + KINDS["scenario"])
    desktop.keyboard.press("Tab")
    expect(desktop.locator(".md-skip")).to_be_focused()
    desktop.keyboard.press("Enter")
    place = desktop.evaluate("location.hash.slice(1)")
    assert desktop.locator(f"#{place}").count() == 1


def test_print_leaves_the_screen_out_and_opens_what_is_closed(desktop: Page, root: str) -> None:
    desktop.goto(root + KINDS["card"])
    desktop.emulate_media(media="print")
    for hidden in (".md-header", ".rb-bar", ".md-sidebar--primary"):
        expect(desktop.locator(hidden).first).to_be_hidden()
    assert desktop.locator("details").count() >= 1
    desktop.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    expect(desktop.locator("details .rb-step__text").first).to_be_visible()
    expect(desktop.locator(".rb-own-code img")).to_be_visible()


def test_the_table_of_activities_is_sorted_by_a_tap(phone: Page, root: str) -> None:
    phone.goto(root + KINDS["activities"])
    heading = phone.locator("th[data-rb-sort]", has_text="RTO")
    first = phone.locator(".rb-table tbody td:first-child")
    assert first.all_inner_texts()[:3] == ["1", "2", "3"]
    column = ".rb-table tbody td:nth-child(3)"
    values = "all => all.map(cell => Number(cell.dataset.rbValue))"
    heading.get_by_role("button").tap()
    expect(heading).to_have_attribute("aria-sort", "ascending")
    rising = phone.eval_on_selector_all(column, values)
    assert rising == sorted(rising)
    heading.get_by_role("button").tap()
    expect(heading).to_have_attribute("aria-sort", "descending")
    assert phone.eval_on_selector_all(column, values) == sorted(rising, reverse=True)
    assert phone.locator("th[aria-sort]").count() == 1
