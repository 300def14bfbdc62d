"""Exit posters as they leave the printer: one page each, read from two metres, codes that scan."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from msgspec.structs import replace
from pikepdf import Dictionary

from generator.locales import locale
from generator.model.text import Name
from generator.paper.document import Paper
from generator.views.sheets.exit_posters import PosterStep
from tests.paper.printed import (
    CODE,
    Printed,
    check_of,
    letter_sizes,
    opened,
    set_,
    sheets_of,
    size_mm,
    text,
)
from tests.paper.scanning import scanned

KIND = "exit-posters"
TWO_METRES_PT = 20
"""Capitals of 5 mm: 0.714 em in Noto Sans."""


@pytest.fixture(
    scope="module",
    params=[
        ("scheldenet", "staff", "en", Paper.A4),
        ("scheldenet", "staff", "nl", Paper.LETTER),
        ("scheldenet", "public", "en", Paper.A4),
        ("bakkerij", "team", "nl", Paper.A4),
    ],
    ids=["staff-en-a4", "staff-nl-letter", "public-en-a4", "bakkerij-nl-a4"],
)
def run(request: pytest.FixtureRequest) -> Printed:
    return Printed(KIND, *request.param)


def test_each_poster_is_one_page_and_nothing_is_too_long(run: Printed) -> None:
    assert run.made.overflows == ()
    assert len(run.pages) == len(run.sheets) >= 1
    assert {size_mm(page) for page in run.pages} == {run.size}


def test_steps_place_and_numbers_stand_there_in_that_order(run: Printed) -> None:
    title = {"en": "Leave the building", "nl": "Verlaat het gebouw"}[run.language]
    not_ = {"en": "DO NOT ", "nl": "NIET DOEN: "}[run.language]
    for sheet, page in zip(run.sheets, run.pages, strict=True):
        said, view = text(page), sheet.view
        expected = [title, view.site.words, view.address.words]
        expected += [f"{not_ if step.forbidden else ''}{step.text}" for step in view.steps]
        expected += [view.assembly_point.name.words, view.assembly_point.directions.words]
        expected += [one.name.words for one in view.alternate]
        expected += [number.number for number in view.numbers]
        at = 0
        for words in expected:
            at = said.index(words, at) + len(words)
        assert view.typed in said
        assert CODE in said


def test_what_is_done_first_is_read_from_two_metres(run: Printed) -> None:
    for sheet, page in zip(run.sheets, run.pages, strict=True):
        sizes = letter_sizes(page)
        large = sum(many for size, many in sizes.items() if size >= TWO_METRES_PT)
        steps = sum(len(step.text.words) for step in sheet.view.steps)
        numbers = sum(len(number.number) for number in sheet.view.numbers)
        assert large >= steps + numbers
        assert max(sizes) >= 29
        assert min(sizes) >= 11


def test_every_code_dials_or_opens_what_it_should(run: Printed) -> None:
    for sheet, page in zip(run.sheets, run.pages, strict=True):
        dialled = {number.dial.payload for number in sheet.view.numbers}
        assert dialled
        assert scanned(page) == {sheet.view.page.payload, check_of(opened(run.plan)), *dialled}


def test_the_map_is_there_with_its_words() -> None:
    sheets = sheets_of(KIND, opened("scheldenet"), "staff", "en")
    maps = {sheet.id: sheet.view.assembly_point.map for sheet in sheets}
    assert maps["tower"].alt.startswith("Map of the tower with assembly point A")
    assert maps["dc-north"] is None
    with pikepdf.open(BytesIO(set_(sheets, KIND, opened("scheldenet")).pdf)) as pdf:
        said = [str(one.get("/Alt", "")) for one in pdf.objects if isinstance(one, Dictionary)]
    assert said.count(maps["tower"].alt) == 1


def test_no_heading_over_no_numbers() -> None:
    (sheet, *_) = sheets_of(KIND, opened("bakkerij"), "team", "nl")
    heading = locale("nl").say("sheet.poster.emergency")
    none = replace(sheet, view=replace(sheet.view, numbers=()))
    for one, there in ((sheet, True), (none, False)):
        made = set_((one,), KIND, opened("bakkerij"))
        assert (heading in text(pypdfium2.PdfDocument(made.pdf)[0])) == there


@pytest.mark.parametrize("name", ["Mitarbeiterparkplatz", "Feuerwehrgerätehausparkplatz Süd"])
def test_a_long_name_ends_before_the_map(name: str) -> None:
    sheets = sheets_of(KIND, opened("scheldenet"), "staff", "en")
    tower = next(sheet for sheet in sheets if sheet.id == "tower")
    point = replace(tower.view.assembly_point, name=Name.of(name), directions=None)
    sheet = replace(tower, view=replace(tower.view, assembly_point=point))
    made = set_((sheet,), KIND, opened("scheldenet"))
    page = pypdfium2.PdfDocument(made.pdf)[0]
    letters = page.get_textpage()
    found = letters.search(name[:8]).get_next()
    assert found is not None
    count = len(name) + 2  # perhaps a hyphen, and the end of a line
    edges = [letters.get_charbox(at)[2] / 72 * 25.4 for at in range(found[0], found[0] + count)]
    assert 80 < max(edges) <= 210 - 15 - 4.5 - 68


def test_too_many_words_fail_with_the_poster_and_the_number_of_lines() -> None:
    (sheet, *_) = sheets_of(KIND, opened("bakkerij"), "team", "nl")
    long = PosterStep(Name.of("Loop rustig naar buiten en kijk goed om je heen. " * 3), False)
    full = replace(sheet, view=replace(sheet.view, steps=(long,) * 9))
    (overflow,) = set_((full,), KIND, opened("bakkerij")).overflows
    assert (overflow.sheet, overflow.side) == ("exit-poster/pand", "the poster")
    assert overflow.lines >= 1
