"""The theme's script: on a phone it waits until the reader needs it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import sample_site
from tests.browser.conftest import Serve
from tests.browser.sample_site import EDITION, KINDS

pytestmark = pytest.mark.xdist_group("sample-site")

Asked = Callable[[], bool]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_site.build(tmp_path_factory.mktemp("sample"))


@pytest.fixture
def root(site: Path, serve: Serve) -> str:
    return f"{serve(site).url}{EDITION}/"


def _asked(page: Page) -> Asked:
    """Whether the theme's script was asked for by now."""
    seen: list[str] = []
    page.on("request", lambda request: seen.append(request.url))
    return lambda: any("/bundle." in url for url in seen)


def test_a_phone_reads_without_it(phone: Page, root: str) -> None:
    asked = _asked(phone)
    phone.goto(root + KINDS["card"])
    phone.locator("input[data-rb-step]:visible").first.tap()
    phone.wait_for_load_state("networkidle")
    assert not asked()


def test_a_touch_of_the_head_loads_it(phone: Page, root: str) -> None:
    phone.goto(root + KINDS["card"])
    with phone.expect_request("**/bundle.*"):
        phone.locator("label.md-header__button[for=__drawer]").tap()
    expect(phone.locator(".md-toggle:checked")).to_have_count(1)


def test_a_wide_screen_has_it_at_once(desktop: Page, root: str) -> None:
    with desktop.expect_request("**/bundle.*"):
        desktop.goto(root + KINDS["role"])


SWITCH = "[data-md-component=palette] label:visible"
SCRIPT = "text/javascript"
BACKGROUND = "() => getComputedStyle(document.body).backgroundColor"


@pytest.fixture
def dark(phone: Page) -> Page:
    phone.emulate_media(color_scheme="dark")
    return phone


def test_without_it_a_first_visit_is_as_dark_as_the_phone(dark: Page, root: str) -> None:
    asked = _asked(dark)
    dark.goto(root + KINDS["card"])
    assert dark.locator("body").get_attribute("data-md-color-scheme") == "slate"
    night = dark.evaluate(BACKGROUND)
    dark.emulate_media(color_scheme="light")
    dark.reload()
    assert dark.locator("body").get_attribute("data-md-color-scheme") == "default"
    assert dark.evaluate(BACKGROUND) != night
    assert not asked()


def test_without_it_an_open_page_turns_dark_with_the_phone(phone: Page, root: str) -> None:
    asked = _asked(phone)
    phone.emulate_media(color_scheme="light")
    phone.goto(root + KINDS["card"])
    phone.emulate_media(color_scheme="dark")
    expect(phone.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert not asked()


def test_a_page_that_was_chosen_light_stays_so(phone: Page, root: str) -> None:
    phone.emulate_media(color_scheme="light")
    phone.goto(root + KINDS["card"])
    phone.evaluate(LIGHT)
    phone.reload()
    with phone.expect_event("console", lambda told: told.text == "turned"):
        phone.evaluate(
            "matchMedia('(prefers-color-scheme: dark)').onchange = () => console.log('turned')"
        )
        phone.emulate_media(color_scheme="dark")
    assert phone.locator("body").get_attribute("data-md-color-scheme") == "default"


def test_light_and_dark_can_be_chosen_before_it_is_there(phone: Page, root: str) -> None:
    phone.goto(root + KINDS["card"])
    expect(phone.locator(SWITCH)).to_have_count(1)
    for title, scheme in (("Light", "default"), ("Dark", "slate")):
        phone.locator(SWITCH).tap()
        expect(phone.locator(SWITCH)).to_have_attribute("title", title)
        expect(phone.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
    phone.reload()
    expect(phone.locator(SWITCH)).to_have_attribute("title", "Dark")
    assert phone.locator("body").get_attribute("data-md-color-scheme") == "slate"


LIGHT = """__md_set("__palette", {index: 1, color: {
  media: "(prefers-color-scheme: light)", scheme: "default", primary: "indigo", accent: "indigo",
}})"""


KEPT_BY_DAY = """__md_set("__palette", {index: 0, color: {
  media: "(prefers-color-scheme)", scheme: "default", primary: "indigo", accent: "indigo",
}})"""


def test_a_page_that_follows_the_device_is_dark_at_night_before_anything_is_drawn(
    dark: Page, root: str
) -> None:
    empty = "/* not there yet */"
    dark.route("**/runbook.js", lambda route: route.fulfill(body=empty, content_type=SCRIPT))
    dark.goto(root + KINDS["card"])
    dark.evaluate(KEPT_BY_DAY)
    dark.reload()
    assert dark.locator("body").get_attribute("data-md-color-scheme") == "slate"


def test_a_closed_drawer_is_not_read_out_and_opens(phone: Page, root: str) -> None:
    phone.goto(root + KINDS["card"])
    drawer = phone.get_by_role("navigation", name="Navigation")
    links = drawer.get_by_role("link")
    expect(links).to_have_count(0)
    phone.locator("label.md-header__button[for=__drawer]").tap()
    expect(links.first).to_be_visible()
    expect(links.first).to_be_in_viewport()
    assert links.count() > 5


def test_before_our_script_is_there_a_page_is_as_dark_as_it_will_be(dark: Page, root: str) -> None:
    empty = "/* not there yet */"
    dark.route("**/runbook.js", lambda route: route.fulfill(body=empty, content_type=SCRIPT))
    dark.goto(root + KINDS["card"])
    assert dark.locator("html").get_attribute("class") == "no-js"
    night = dark.evaluate(BACKGROUND)
    dark.evaluate(LIGHT)
    dark.reload()
    assert dark.locator("html").get_attribute("class") == "no-js"
    light = dark.evaluate(BACKGROUND)
    assert light != night
    dark.unroute("**/runbook.js")
    dark.reload()
    expect(dark.locator(SWITCH)).to_have_attribute("title", "Light")
    assert dark.evaluate(BACKGROUND) == light
    dark.evaluate("localStorage.clear()")
    dark.reload()
    assert dark.evaluate(BACKGROUND) == night
