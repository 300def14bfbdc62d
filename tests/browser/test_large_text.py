"""Text of twice the size on small phones (WCAG 2.2, 1.4.4 and 1.4.10): no page is wider than its
screen, no word is cut, and what stays in place leaves most of the screen to the page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from msgspec import Struct
from playwright.sync_api import CDPSession, Page

from tests.browser import sample_site
from tests.browser.conftest import Serve
from tests.browser.sample_site import KINDS

pytestmark = pytest.mark.xdist_group("sample-site")

USUAL, LARGE = 16, 32
"""CSS pixels: what browsers set out with, and what a reader of large text sets."""

SCREENS = ((320, 640), (360, 740))

_TEXT = "parseFloat(getComputedStyle(document.body).fontSize)"
_WIDTH = "document.documentElement.scrollWidth"

_CUT = """() => [
    ...document.querySelectorAll(".rb-bar span, .rb-emergency :is(strong, span), #rb-article *"),
    ...document.querySelectorAll(".md-header__topic:first-child .md-ellipsis"),
  ].filter((one) => {
    const { overflowX, overflowY } = getComputedStyle(one);
    const hides = [overflowX, overflowY].some((way) => way === "hidden" || way === "clip");
    const lost = one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1;
    return hides && lost && one.clientWidth > 1 && one.checkVisibility();
  }).map((one) => `${one.className}: ${one.textContent.trim()}`)"""
"""What hides a part of its own words; boxes of one pixel are for screen readers."""

_KEPT = """() => ["[data-md-component=announce]", ".rb-bar"]
  .map((name) => document.querySelector(name))
  .filter((one) => ["sticky", "fixed"].includes(getComputedStyle(one).position))
  .map((one) => one.getBoundingClientRect().height)"""
"""Heights of what stays where it is while the page is scrolled."""


class Reader(Struct, frozen=True):
    """A phone whose screen and size of text can be set."""

    page: Page
    setting: CDPSession

    def sets(self, size: int, width: int, height: int) -> None:
        """Sets the text's size as the browser's own setting does, so that `em` of a media query
        follows it too."""
        self.setting.send("Page.setFontSizes", {"fontSizes": {"standard": size}})
        self.page.set_viewport_size({"width": width, "height": height})

    @contextmanager
    def large(self) -> Iterator[Page]:
        """The page with twice the text, on the larger phone; the text has grown so indeed."""
        self.sets(USUAL, *SCREENS[-1])
        before = self.page.evaluate(_TEXT)
        self.sets(LARGE, *SCREENS[-1])
        assert self.page.evaluate(_TEXT) == 2 * before
        yield self.page


@pytest.fixture
def reader(phone: Page) -> Reader:
    return Reader(phone, phone.context.new_cdp_session(phone))


@pytest.fixture
def root(tmp_path_factory: pytest.TempPathFactory, serve: Serve) -> str:
    site: Path = sample_site.build(tmp_path_factory.mktemp("sample"))
    return serve(site).url


@pytest.mark.parametrize("edition", ["staff/en", "staff/nl"])
def test_no_page_is_wider_than_its_screen(reader: Reader, root: str, edition: str) -> None:
    wide = []
    for path in KINDS.values():
        reader.page.goto(f"{root}{edition}/{path}", wait_until="domcontentloaded")
        for size in (USUAL, LARGE):
            for width, height in SCREENS:
                reader.sets(size, width, height)
                if (found := reader.page.evaluate(_WIDTH)) > width:
                    wide.append(f"{path}: {found} px of {width}, text of {size}")
    assert wide == []


@pytest.mark.parametrize("edition", ["staff/en", "staff/nl", "public/nl"])
def test_large_words_are_whole_and_most_of_the_screen_is_the_pages(
    reader: Reader, root: str, edition: str
) -> None:
    reader.page.goto(f"{root}{edition}/index.html")
    with reader.large() as page:
        assert page.evaluate(_CUT) == []
        kept = page.evaluate(_KEPT)
        assert len(kept) == 2
        assert sum(kept) < SCREENS[-1][1] * 0.4


def test_on_a_low_screen_the_numbers_scroll_away(reader: Reader, root: str) -> None:
    reader.page.goto(f"{root}staff/en/index.html")
    with reader.large() as page:
        reader.sets(LARGE, 360, 600)
        assert len(page.evaluate(_KEPT)) == 1


def test_a_cut_word_would_be_seen(reader: Reader, root: str) -> None:
    reader.page.goto(f"{root}staff/en/index.html")
    with reader.large() as page:
        page.locator(".rb-bar span").first.evaluate(
            "one => { one.textContent = 'Start'.repeat(9) }"
        )
        assert len(page.evaluate(_CUT)) == 1
