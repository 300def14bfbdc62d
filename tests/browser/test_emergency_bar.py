"""The bar of emergency numbers on screens of all widths: one row, no label cut in a phrase."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser import sample_site
from tests.browser.conftest import Serve

pytestmark = pytest.mark.xdist_group("sample-site")

_SEEN = """() => [...document.querySelectorAll(".rb-emergency__label")].map((label) => {
  const line = label.getBoundingClientRect();
  const seen = [...label.querySelectorAll("span")].filter((part) => {
    const box = part.getBoundingClientRect();
    return box.width > 1 && box.top < line.bottom - 1;
  });
  const cut = seen.some((part) => part.getBoundingClientRect().right > line.right + 1);
  return { cut, top: line.top, words: seen.map((part) => part.textContent).join("") };
})"""
"""Of each label the words that a reader sees, and whether some of them end beyond its edge."""


@pytest.fixture
def root(tmp_path_factory: pytest.TempPathFactory, serve: Serve) -> str:
    site: Path = sample_site.build(tmp_path_factory.mktemp("sample"))
    return serve(site).url


@pytest.mark.parametrize("edition", ["staff/en", "staff/nl", "public/nl"])
@pytest.mark.parametrize("width", [320, 360, 412, 600, 900, 1280])
def test_labels_are_whole_phrases_in_one_row(
    phone: Page, root: str, edition: str, width: int
) -> None:
    phone.set_viewport_size({"width": width, "height": 740})
    phone.goto(f"{root}{edition}/index.html")
    labels = phone.evaluate(_SEEN)
    assert len(labels) >= 2
    assert [one for one in labels if one["cut"] or not one["words"][-1:].isalnum()] == []
    assert len({round(one["top"]) for one in labels}) == 1


def test_a_long_name_ends_in_dots(phone: Page, root: str) -> None:
    phone.goto(f"{root}staff/en/index.html")
    first = phone.locator(".rb-emergency__label").first
    first.locator(".rb-first").evaluate("one => { one.textContent = 'Weather and tide warnings' }")
    assert phone.evaluate(_SEEN)[0]["cut"]
    assert first.evaluate("one => getComputedStyle(one).textOverflow") == "ellipsis"
