"""A search that can't start says so, leads to the list of all pages, and tries again."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from playwright.sync_api import TimeoutError as NotInTimeError

from tests import patience
from tests.browser import sample_site
from tests.browser.conftest import Serve
from tests.browser.sample_site import EDITION, KINDS

pytestmark = pytest.mark.xdist_group("sample-site")

WORKER, STAND_IN = "assets/javascripts/search-worker.js", "assets/javascripts/file-worker.js"
TEXTS = "search/search_index.js"
LINK = ".md-search-result__link"
META = ".md-search-result__meta"


@pytest.fixture
def site(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> Path:
    """A copy of the edition, from which files may go."""
    built = sample_site.build(tmp_path_factory.mktemp("sample"))
    return Path(shutil.copytree(built / EDITION, tmp_path / "copy"))


@pytest.fixture
def page(browser: Browser, serve: Serve) -> Iterator[Page]:
    """A page whose errors are expected, and that asks the host, not the saved copy."""
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, service_workers="block"
    )
    yield context.new_page()
    context.close()


def _address(way: str, site: Path, serve: Serve) -> str:
    return serve(site).url if way == "http" else f"{site.as_uri()}/"


def _finds(page: Page) -> bool:
    """Type the last letter once more. Why: an earlier try may have failed only after the letters,
    and what comes after it is what tries again."""
    page.keyboard.press("Backspace")
    page.keyboard.type("r")
    with suppress(NotInTimeError):
        page.locator(f"{LINK} mark").first.wait_for(timeout=5_000)
        return True
    return False


@pytest.mark.parametrize(
    ("way", "gone"),
    [("http", WORKER), ("http", TEXTS), ("file", WORKER), ("file", TEXTS), ("file", STAND_IN)],
)
def test_it_says_so_and_leads_to_all_pages(
    page: Page, site: Path, serve: Serve, way: str, gone: str
) -> None:
    (site / gone).rename(site / "gone.js")
    page.goto(_address(way, site, serve) + KINDS["role"])
    page.locator("a[data-rb-search]:visible").first.tap()
    page.keyboard.type("e")
    expect(page.locator(META)).to_contain_text("can't start")
    expect(page.locator(LINK)).to_have_count(1)
    (site / "gone.js").rename(site / gone)
    page.keyboard.type("levator")
    patience.until(lambda: _finds(page), "hits")


@pytest.mark.parametrize("way", ["http", "file"])
def test_where_workers_are_forbidden_the_list_still_opens(
    page: Page, site: Path, serve: Serve, way: str
) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'Worker', {"
        " get: () => function () { throw new Error('no workers here') }, set: () => {} })"
    )
    page.goto(_address(way, site, serve) + KINDS["role"])
    page.locator("a[data-rb-search]:visible").first.tap()
    page.keyboard.type("elevator")
    expect(page.locator(META)).to_contain_text("can't start")
    page.locator(LINK).tap()
    page.wait_for_url(f"**/{KINDS['all']}")
