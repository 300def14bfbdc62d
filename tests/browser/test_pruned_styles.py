"""Leaving unused rules out of style sheets changes no page: the same pixels before and after."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path

import pytest
from msgspec import Struct
from playwright.sync_api import Browser, Page, expect

from tests.browser import sample_site
from tests.browser.conftest import Serve
from tests.browser.sample_site import EDITION, KINDS

pytestmark = pytest.mark.xdist_group("sample-site")

_BUILD = """
import sys
from generator.seal import reading
reading.pruned = lambda sheets, names: dict(sheets)
from generator.__main__ import main
sys.exit(main(sys.argv[1:]))
"""
"""The same command, with style sheets as they are."""


class View(Struct, frozen=True):
    """How a page is looked at."""

    width: int
    dark: bool
    media: str = "screen"


VIEWS = (
    View(360, dark=False),
    View(1280, dark=True),
    View(360, dark=True),
    View(1280, dark=False),
    View(794, dark=False, media="print"),
)
EVERY_VIEW = ("start", "card", "unit")
_MOMENT = 100
"""Milliseconds between two looks."""

_SETTLED = 1_500
"""Milliseconds after which the search has moved into its place, and all hits are written out."""

_TRIES = (False, False, False, True, True, True)
"""Whether a page is given the time to come to rest: scripts still at work, and single pixels of
icons, make one look differ from the next."""

_LOOKS = 50
"""So often a page is looked at until nothing moves any more."""


class Sites(Struct, frozen=True):
    """The same plan's site with all rules, and with those that are used."""

    before: str
    after: str


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("styles")
    before = sample_site.once(folder, "unpruned", [sys.executable, "-c", _BUILD, "build"])
    return before, sample_site.build(folder)


@pytest.fixture
def sites(built: tuple[Path, Path], serve: Serve) -> Sites:
    before, after = (f"{serve(site).url}{EDITION}/" for site in built)
    return Sites(before, after)


def test_two_fifths_of_the_theme_s_styles_go(built: tuple[Path, Path]) -> None:
    """Ours are used, but for a few; so they aren't counted."""
    sizes = [{p.name: p.stat().st_size for p in site.rglob("*.min.css")} for site in built]
    before, after = sizes
    assert before.keys() == after.keys()
    assert len(before) >= 2
    assert sum(after.values()) < sum(before.values()) * 3 / 5


@contextmanager
def _page(browser: Browser, view: View) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": view.width, "height": 800},
        color_scheme="dark" if view.dark else "light",
        reduced_motion="reduce",
        # Why: a worker would answer with what it saved, at its own time.
        service_workers="block",
    )
    page = context.new_page()
    # Why: pictures of sheets are fetched while the screen is taken, and need no style to be judged.
    page.route("**/sheets/**/*.webp", lambda route: route.abort())
    page.emulate_media(media=view.media)  # type: ignore[arg-type]
    yield page
    context.close()


Look = Callable[[Page, bool], list[bytes]]
"""Pictures of a page, perhaps at rest only."""


def _same(page: Page, sites: Sites, kind: str, look: Look) -> bool:
    """Whether a page looks the same with both style sheets. Tried again where it doesn't, since
    scripts take their time; what really looks different does so each time."""
    for at_rest in _TRIES:
        seen = []
        for base in (sites.before, sites.after):
            page.goto(base + KINDS[kind], wait_until="networkidle" if at_rest else "load")
            seen.append(look(page, at_rest))
        if seen[0] == seen[1]:
            return True
    return False


def _picture(page: Page, at_rest: bool, whole: bool = False) -> bytes:
    """The screen or the whole page; at rest, once it is twice the same."""
    seen = page.screenshot(full_page=whole, animations="disabled")
    for _ in range(_LOOKS if at_rest else 0):
        page.wait_for_timeout(_MOMENT)
        before, seen = seen, page.screenshot(full_page=whole, animations="disabled")
        if before == seen:
            break
    return seen


def _whole(page: Page, at_rest: bool) -> list[bytes]:
    return [_picture(page, at_rest, whole=True)]


@pytest.mark.parametrize("number", range(len(VIEWS)))
def test_pages_look_the_same(browser: Browser, sites: Sites, number: int) -> None:
    turns = dict(zip(KINDS, cycle(range(len(VIEWS))), strict=False))
    kinds = [kind for kind, turn in turns.items() if turn == number or kind in EVERY_VIEW]
    assert len(kinds) >= 8
    with _page(browser, VIEWS[number]) as page:
        assert [kind for kind in kinds if not _same(page, sites, kind, _whole)] == []


_OPEN = """() => {
  const all = (selector, change) => document.querySelectorAll(selector).forEach(change);
  all("details", (one) => { one.open = true; });
  all("[hidden]", (one) => { one.hidden = false; });
  all("dialog", (one) => one.setAttribute("open", ""));
  // Why: a bar without a value moves by itself.
  all("progress", (one) => { one.value = 0.5; });
  all("input[type=checkbox]:not(.md-toggle)", (one) => { one.checked = true; });
}"""


def _opened(page: Page, at_rest: bool) -> list[bytes]:
    page.wait_for_load_state("networkidle")  # What scripts say of this device is there then.
    page.evaluate(_OPEN)
    closed = _whole(page, at_rest)
    page.evaluate("document.querySelector('#__drawer').click()")
    return [*closed, _picture(page, at_rest)]


@pytest.mark.parametrize("view", VIEWS[:2])
def test_what_opens_looks_the_same(browser: Browser, sites: Sites, view: View) -> None:
    with _page(browser, view) as page:
        kinds = ("start", "card", "role", "call tree", "contacts", "save")
        assert [kind for kind in kinds if not _same(page, sites, kind, _opened)] == []


def _searching(page: Page, at_rest: bool) -> list[bytes]:
    page.wait_for_load_state("networkidle")
    page.keyboard.press("/")
    box = page.locator("[data-md-component=search-query]")
    expect(box).to_be_focused()
    page.wait_for_timeout(_SETTLED)
    empty = _picture(page, at_rest)
    box.fill("elevator")
    expect(page.locator(".md-search-result__link mark").first).to_be_visible()
    page.wait_for_timeout(_SETTLED)
    found = _picture(page, at_rest)
    assert found != empty
    return [empty, found]


@pytest.mark.parametrize("view", VIEWS[:4])
def test_the_search_looks_the_same(browser: Browser, sites: Sites, view: View) -> None:
    with _page(browser, view) as page:
        assert _same(page, sites, "card", _searching)


def test_a_difference_is_seen(browser: Browser, sites: Sites) -> None:
    other = Sites(sites.before, sites.after.replace(EDITION, "staff/nl"))
    with _page(browser, VIEWS[0]) as page:
        assert not _same(page, other, "start", _whole)
