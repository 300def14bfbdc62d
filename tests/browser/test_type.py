"""Type as pages show it: few sizes and weights on each, none too small. Each pair of size and
weight costs the first paint (docs/maintainers/speed-phone.md)."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser import sample_site
from tests.browser.conftest import Serve
from tests.browser.sample_site import EDITION, KINDS

pytestmark = pytest.mark.xdist_group("sample-site")

MOST = 9
SMALLEST = 14
"""CSS pixels on a phone."""

_FONTS = """() => {
  const fonts = new Set();
  const add = ({fontSize, fontWeight, fontStyle, fontFamily}) =>
    fonts.add([parseFloat(fontSize), fontWeight, fontStyle, fontFamily.split(",")[0]].join(" "));
  const marked = ({content}) => content !== "none" && content !== "normal";
  for (const one of document.body.querySelectorAll("*")) {
    if (!one.checkVisibility()) continue;
    const own = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    const drawn = one.matches("text, tspan");
    if (!drawn && (own || one.matches("input, button"))) add(getComputedStyle(one));
    for (const part of ["::before", "::after"]) {
      const style = getComputedStyle(one, part);
      if (marked(style)) add(style);
    }
  }
  return [...fonts].sort();
}"""
"""Size, weight, style and family of all that is laid out; drawings have a scale of their own."""


@pytest.fixture
def root(tmp_path_factory: pytest.TempPathFactory, serve: Serve) -> str:
    site: Path = sample_site.build(tmp_path_factory.mktemp("sample"))
    return f"{serve(site).url}{EDITION}/"


@pytest.mark.parametrize("kind", KINDS)
def test_few_sizes_and_none_too_small(phone: Page, root: str, kind: str) -> None:
    phone.goto(root + KINDS[kind])
    fonts = phone.evaluate(_FONTS)
    assert 4 < len(fonts) <= MOST, fonts
    assert min(float(font.split()[0]) for font in fonts) >= SMALLEST, fonts
    assert {font.split()[1] for font in fonts} == {"400", "700"}


def test_more_would_be_seen(phone: Page, root: str) -> None:
    phone.goto(root + KINDS["role"])
    before = phone.evaluate(_FONTS)
    phone.evaluate("document.querySelector('h1').style.fontSize = '13px'")
    assert phone.evaluate(_FONTS) != before
