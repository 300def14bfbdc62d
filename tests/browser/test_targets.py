"""What is tapped: as large as it looks, and told from text by more than its colour (WCAG 2.2, 1.4.1
and 2.5.5)."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser import sample_site
from tests.browser.conftest import Serve
from tests.browser.sample_site import EDITION, KINDS

pytestmark = pytest.mark.xdist_group("sample-site")

_STRIPS = """() => [...document.querySelectorAll(".rb-rows")].map((list) => {
  const rows = [...list.querySelectorAll(".rb-row")];
  const sum = rows.reduce((all, row) => all + row.getBoundingClientRect().height, 0);
  return list.getBoundingClientRect().height - sum - rows.length;
})"""
"""Of each list of rows, how much of it belongs to no row; each row has a line."""

_BY_COLOUR = """() => [
  ...document.querySelectorAll("#rb-article a[href]:not(svg a)"),
].filter((link) => {
  const parts = [link, ...link.querySelectorAll("*")].filter((one) => one.checkVisibility());
  const { borderTopWidth } = getComputedStyle(link);
  const lines = parts.map((one) => getComputedStyle(one).textDecorationLine);
  return parts.length > 0 && !lines.some((line) => line.includes("underline"))
    && borderTopWidth === "0px" && !link.querySelector("svg");
}).map((link) => link.outerHTML)"""


@pytest.fixture
def root(tmp_path_factory: pytest.TempPathFactory, serve: Serve) -> str:
    site: Path = sample_site.build(tmp_path_factory.mktemp("sample"))
    return f"{serve(site).url}{EDITION}/"


def test_links_are_seen_and_rows_tapped_wherever_they_are(phone: Page, root: str) -> None:
    links, lists = 0, 0
    strips, plain = [], []
    for path in KINDS.values():
        phone.goto(root + path, wait_until="domcontentloaded")
        links += phone.locator("#rb-article a[href]").count()
        rests = phone.evaluate(_STRIPS)
        lists += len(rests)
        strips += [(path, rest) for rest in rests if abs(rest) > 4]
        plain += [(path, link) for link in phone.evaluate(_BY_COLOUR)]
    assert links > 500
    assert lists > 10
    assert (strips, plain) == ([], [])


_HIT = """(button) => {
  const { left, top, width, height } = button.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  return [[-20, 0], [20, 0], [0, -20], [0, 20]].filter(([right, down]) => {
    const there = document.elementFromPoint(x + right, y + down);
    return there && button.contains(there);
  }).length;
}"""


def test_the_searchs_signs_are_hit_beside_their_lines(phone: Page, root: str) -> None:
    phone.goto(root + KINDS["start"])
    phone.locator("a[data-rb-search]:visible").first.tap()
    phone.keyboard.type("crisis")
    phone.locator(".md-search-result__link").first.wait_for()
    for sign in (".md-search__form [type=reset]", ".md-search__icon[for=__search]"):
        assert phone.locator(sign).evaluate(_HIT) == 4
