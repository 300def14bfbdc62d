"""Cutting the theme's page, and filling it."""

from __future__ import annotations

import pytest

from generator.site.frames import Filling, Frame, FrameError
from generator.views.page import Heading

MARKS = ("title", "description", "article", "link.nl")
HEAD = '<title>@@rb:title@@</title><meta content="@@rb:description@@">'
BODY = '<a href="@@rb:link.nl@@">NL</a>  \n\n   <main>@@rb:article@@</main>'
SKIP = '<div data-md-component="skip">'
BARE = f"{HEAD}{SKIP}</div>{BODY}"
TABLE = '<ul>\n<li class="x"><a href="#@@rb:heading.id@@">@@rb:heading.words@@</a></li></ul>'
FULL = f'{HEAD}{SKIP}<a href="#@@rb:heading.id@@" class="md-skip">Skip</a></div>{TABLE}{BODY}'


def _filling(**changes: object) -> Filling:
    given: dict[str, object] = {
        "title": "A & B",
        "description": '"quoted"',
        "canonical": "",
        "article": b"<p>@@rb:title@@</p>",
        "headings": (),
        "links": {"nl": "../nl/x.html"},
    }
    return Filling(**(given | changes))  # type: ignore[arg-type]


def test_fills_every_hole_once() -> None:
    page = Frame.cut("roles", FULL, BARE, MARKS).fill(_filling()).decode()
    assert "<title>A &amp; B</title>" in page
    assert 'content="&quot;quoted&quot;"' in page
    assert "<main><p>@@rb:title@@</p></main>" in page
    assert '<a href="#rb-article" class="md-skip">' in page
    assert "<ul>" not in page


def test_table_of_contents() -> None:
    headings = (Heading("one", "1 < 2"), Heading("two", "Two"))
    page = Frame.cut("roles", FULL, BARE, MARKS).fill(_filling(headings=headings)).decode()
    assert page.count("<li ") == 2
    assert '<a href="#one">1 &lt; 2</a>' in page
    assert '<a href="#two">Two</a>' in page


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("@@rb:article@@", "", "article"),
        ("@@rb:link.nl@@", "", "link.nl"),
        ("<main>", "<main>@@rb:extra@@", "extra"),
    ],
)
def test_another_theme_is_an_error(old: str, new: str, named: str) -> None:
    with pytest.raises(FrameError, match=rf"`roles`.*`{named}`"):
        Frame.cut("roles", FULL.replace(old, new), BARE.replace(old, new), MARKS)


def test_no_skip_link_is_an_error() -> None:
    with pytest.raises(FrameError, match="skip link"):
        Frame.cut("", FULL.replace("md-skip", "other"), BARE, MARKS)
