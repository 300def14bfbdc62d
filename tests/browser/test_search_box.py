"""The search box of our own pages, which needs nothing of the theme's script."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import sample_site
from tests.browser.conftest import Serve
from tests.browser.sample_site import EDITION, KINDS

pytestmark = pytest.mark.xdist_group("sample-site")

BOX = "[data-md-component=search-query]"
LINK = ".md-search-result__link"
META = ".md-search-result__meta"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_site.build(tmp_path_factory.mktemp("sample"))


@pytest.fixture(params=["http", "file"])
def root(request: pytest.FixtureRequest, site: Path, serve: Serve) -> str:
    """The edition's address, with a slash at its end."""
    base = serve(site).url if request.param == "http" else f"{site.as_uri()}/"
    return f"{base}{EDITION}/"


def test_a_phone_searches_without_the_themes_script(phone: Page, root: str) -> None:
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    phone.goto(root + KINDS["card"])
    phone.locator("a[data-rb-search]:visible").first.tap()
    expect(phone.locator(BOX)).to_be_focused()
    expect(phone.locator(META)).to_have_text("Type to start searching")
    phone.keyboard.type("elevator")
    expect(phone.locator(LINK).first).to_be_visible()
    expect(phone.locator(f"{LINK} mark").first).to_be_visible()
    expect(phone.locator(META)).to_contain_text("matching document")
    assert [url for url in asked if url.endswith("search_index.js")]
    assert not [url for url in asked if "/bundle." in url or url.endswith("search_index.json")]
    phone.locator(LINK).first.tap()
    phone.wait_for_url(lambda url: not url.endswith(KINDS["card"]))


def test_nothing_found_is_said_and_the_box_can_be_emptied(phone: Page, root: str) -> None:
    phone.goto(root + KINDS["card"])
    phone.locator("a[data-rb-search]:visible").first.tap()
    phone.keyboard.type("xyzxyz")
    expect(phone.locator(META)).to_have_text("No matching documents")
    expect(phone.locator(LINK)).to_have_text("All pages, A to Z")
    phone.locator(".md-search__form [type=reset]").tap()
    expect(phone.locator(META)).to_have_text("Type to start searching")
    expect(phone.locator(BOX)).to_be_focused()


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("fire alarm", KINDS["scenario"]),
        ("smell smoke", KINDS["scenario"]),
        ("emre kaja", "contacts/systems.html#emre-kaya"),
        ("schelde tower", KINDS["site"]),
    ],
)
def test_what_is_for_the_emergency_comes_first(
    phone: Page, root: str, typed: str, first: str
) -> None:
    phone.goto(root + KINDS["start"])
    phone.locator("a[data-rb-search]:visible").first.tap()
    phone.locator(BOX).fill(typed)
    expect(phone.locator(META)).to_contain_text("matching document")
    found = phone.locator(".md-search-result__item").first.locator(LINK).evaluate_all(HREFS)
    assert root + first in found


HREFS = "links => links.map(({ href }) => href)"


def test_a_word_too_many_hides_no_name(phone: Page, root: str) -> None:
    phone.goto(root + KINDS["start"])
    phone.locator("a[data-rb-search]:visible").first.tap()
    phone.locator(BOX).fill("mobile emre kaya")
    expect(phone.locator(META)).to_contain_text("No page has all of these words")
    expect(phone.locator(".md-search-result__item").first).to_contain_text("Emre Kaya")
    phone.locator(BOX).fill("emre kaya")
    expect(phone.locator(META)).to_contain_text("matching documents")


def test_the_page_behind_it_stays_where_it_was(phone: Page, root: str) -> None:
    phone.goto(root + KINDS["scenario"])
    phone.evaluate("scrollTo(0, 500)")
    phone.locator("a[data-rb-search]:visible").first.tap()
    phone.keyboard.type("crisis")
    expect(phone.locator(LINK).first).to_be_visible()
    assert phone.evaluate("innerWidth") == 360
    phone.keyboard.press("Escape")
    expect(phone.locator("#__search")).not_to_be_checked()
    phone.wait_for_function("scrollY === 500")


LAST_STEP = """() => {
  const step = [...document.querySelectorAll("#rb-article li[id]")].pop();
  return [step.id, step.querySelector("label").lastChild.textContent.trim()];
}"""


def test_a_hit_on_the_same_page_is_scrolled_to(phone: Page, root: str) -> None:
    phone.goto(root + KINDS["checklist"])
    step, words = phone.evaluate(LAST_STEP)
    top = f"document.getElementById('{step}').getBoundingClientRect().top"
    assert phone.evaluate(f"{top} > innerHeight + 300")
    place = f"{LINK}[href$='{KINDS['checklist']}#{step}']"
    for scrolled in (0, 300):
        phone.evaluate(f"scrollTo(0, {scrolled})")
        phone.locator("a[data-rb-search]:visible").first.tap()
        phone.locator(BOX).fill("")
        phone.keyboard.type(words)
        phone.locator(place).tap()
        expect(phone.locator("#__search")).not_to_be_checked()
        phone.wait_for_function(f"Math.abs({top} - innerHeight / 2) < innerHeight / 2")
        assert phone.evaluate("[innerWidth, scrollY > 500]") == [360, True]


def test_all_that_was_found_is_shown_in_the_end(phone: Page, root: str) -> None:
    phone.goto(root + KINDS["card"])
    phone.locator("a[data-rb-search]:visible").first.tap()
    # Why not letter by letter: each has an answer of its own.
    phone.locator(BOX).fill("crisis")
    expect(phone.locator(META)).to_contain_text("matching documents")
    count = int((phone.locator(META).text_content() or "").split()[0])
    assert count > 10
    expect(phone.locator(".md-search-result__item")).to_have_count(count)


def test_a_keyboard_opens_it_moves_through_it_and_leaves_it(desktop: Page, root: str) -> None:
    desktop.goto(root + KINDS["card"])
    desktop.keyboard.press("/")
    box = desktop.locator(BOX)
    expect(box).to_be_focused()
    box.fill("crisis lead")
    first = desktop.locator(LINK).first
    expect(first).to_be_visible()
    desktop.keyboard.press("ArrowDown")
    expect(first).to_be_focused()
    desktop.keyboard.press("ArrowUp")
    expect(box).to_be_focused()
    desktop.keyboard.press("Escape")
    expect(desktop.locator("#__search")).not_to_be_checked()
    desktop.keyboard.press("s")
    expect(box).to_be_focused()
    target = first.get_attribute("href")
    assert target
    desktop.keyboard.press("Enter")
    desktop.wait_for_url(target)


OPENS = """addEventListener("DOMContentLoaded", () => {
  document.getElementById("__search").click();
});"""


def test_it_may_be_opened_before_any_script_is_there(phone: Page, root: str) -> None:
    phone.add_init_script(OPENS)
    phone.goto(root + KINDS["card"])
    expect(phone.locator(META)).to_have_text("Type to start searching")
    expect(phone.locator(BOX)).to_be_focused()
    phone.keyboard.type("elevator")
    expect(phone.locator(LINK).first).to_be_visible()


def test_an_address_can_hold_what_is_sought(phone: Page, root: str) -> None:
    phone.goto(f"{root}{KINDS['card']}?q=elevator")
    expect(phone.locator("#__search")).to_be_checked()
    expect(phone.locator(LINK).first).to_be_visible()


def test_a_wide_screen_has_one_search_only(desktop: Page, root: str) -> None:
    desktop.goto(root + KINDS["role"])
    desktop.wait_for_function("window.component$")
    desktop.locator(BOX).click()
    desktop.keyboard.type("elevator")
    expect(desktop.locator(LINK).first).to_be_visible()
    addresses = desktop.locator(".md-search-result__item > :first-child")
    found = addresses.evaluate_all("links => links.map((link) => link.href)")
    assert len(found) == len(set(found))
