"""The tabs and heads of the binder: a title stands there whole, a tab has it or its code alone."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pypdfium2
from msgspec.structs import replace

from generator.outputs.matrix import drawn
from generator.outputs.pictures import read_picture
from generator.paper.binder.document import whole_binder
from generator.paper.document import Imprint, Printing
from generator.paper.typesetter import Source, Typeset, typeset
from generator.views.sheets.sheet import Sheet
from tests.paper.printed import CODE, opened, sheets_of
from tests.paper.printed import text as words_of

LONG = "Niemand weet hoe lang de oven en de stroom er nog uit liggen, en de winkel gaat open"
"""84 letters: three lines of a tab have room for some 50."""

PT = 25.4 / 72
EDGE, LANE = 20.5, 15
"""Millimetres: less than the margin at the outer edge, and than what is above the first tab."""


def titled(title: str) -> Sheet:
    """The binder of the bakery, in which the first scenario is called otherwise."""
    (sheet,) = sheets_of("binder", opened("bakkerij"), "team", "nl")
    sections = tuple(
        replace(one, title=title) if one.code == "S1" else one for one in sheet.view.sections
    )
    assert sections != sheet.view.sections
    return replace(sheet, view=replace(sheet.view, sections=sections))


def bound(sheet: Sheet) -> Typeset:
    at = opened("bakkerij")
    header, issued = at.plan.plan, datetime(2026, 10, 19, tzinfo=UTC)
    imprint = Imprint(
        header.organisation, header.title, header.revision, date(2026, 10, 19), issued,
        {"binder/edition": CODE},
    )  # fmt: skip
    source = Source("nl", drawn, lambda name: read_picture(at.loaded.folder, name) or b"")
    return typeset(whole_binder(sheet, Printing("nl"), "binder"), imprint, source)


def on_tabs(pdf: bytes, first: int) -> set[str]:
    """The words at the outer edges of the pages from ``first`` on."""
    found = set()
    document = pypdfium2.PdfDocument(pdf)
    for number in range(first, len(document)):
        page = document[number]
        wide, high = page.get_size()
        left = wide - EDGE / PT if number % 2 == 0 else 0
        text = page.get_textpage().get_text_bounded(
            left, LANE / PT, left + EDGE / PT, high - LANE / PT
        )
        found.add(" ".join(text.split()))
    return found


def letters(words: str) -> list[str]:
    """Those of a text in no order: lines that are turned are read in another one."""
    return sorted(one for one in words if one.isalnum())


def test_every_tab_has_its_code_and_whole_title() -> None:
    sheet = titled(LONG)
    result = bound(sheet)
    assert result.overflows == ()
    tabs = [letters(one) for one in on_tabs(result.pdf, 4)]
    named = [one for one in sheet.view.sections if one.part != "front"]
    assert len(named) > 10
    assert [one.code for one in named if letters(one.code + one.title) not in tabs] == []


def test_words_on_tabs_break_only_where_they_must() -> None:
    tabs = on_tabs(bound(titled("Verantwoordelijke klantencontact")).pdf, 4)
    assert any("Verantwoordelijke" in one for one in tabs)
    tabs = on_tabs(bound(titled("Verantwoordelijkenvergadering")).pdf, 4)
    assert not any("Verantwoordelijkenvergadering" in one for one in tabs)
    assert letters("S1Verantwoordelijkenvergadering") in [letters(one) for one in tabs]


def test_a_title_that_no_tab_has_room_for_is_left_out_whole_and_stands_at_the_head() -> None:
    title = f"{LONG}, en de bestellingen van morgen liggen er al"
    result = bound(titled(title))
    assert result.overflows == ()
    assert "S1" in on_tabs(result.pdf, 4)
    pages = [" ".join(words_of(page).split()) for page in pypdfium2.PdfDocument(result.pdf)]
    (second,) = [one for one in pages if "S1-2 " in one and "A1-1" not in one]
    assert title in second


def test_a_title_that_no_head_has_room_for_is_too_much() -> None:
    (found,) = bound(titled(" ".join([LONG] * 4))).overflows
    assert (found.sheet, found.side) == ("binder/edition", "the head of S1")
    assert found.shorten == "the title"
    (more,) = bound(titled(" ".join([LONG] * 8))).overflows
    # Some 340 letters more, of which a line has 80 to 110.
    assert 3 <= more.lines - found.lines <= 5
