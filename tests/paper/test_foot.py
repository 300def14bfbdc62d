"""The foot of sheets: the code that says whether a sheet is current, its measures, and what stands
there where there is none."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pypdfium2
import pypdfium2.raw as raw  # type: ignore[import-untyped]
import pytest
import zxingcpp
from PIL import Image

from generator.locales import locale
from generator.paper.document import Paper
from generator.views.sheets.sheet import Sheet
from tests.paper.printed import CODE, check_of, opened, set_, sheets_of, size_mm, text
from tests.paper.scanning import DPI, raster, scanned

KINDS = ("action-cards", "exit-posters", "call-sheets", "forms")
MODULES = 37
"""QR version 5 (ISO/IEC 18004), which the address of the sample needs at level M."""

MODULE_MM = 0.4
FROM_CUT_MM = 3.0
PIXEL_MM = 25.4 / DPI
LOW = 42.0
"""What is lower, in points, is the foot where no code makes it higher."""


@cache
def first(kind: str, language: str) -> Sheet:
    return sheets_of(kind, opened("scheldenet"), "staff", language)[0]


def pages(kind: str, language: str, paper: Paper) -> Iterator[pypdfium2.PdfPage]:
    yield from pypdfium2.PdfDocument(
        set_((first(kind, language),), kind, opened("scheldenet"), paper).pdf
    )


def bounds(thing: pypdfium2.PdfObject) -> tuple[float, ...]:
    return tuple(thing.get_bounds())


def check_on(page: pypdfium2.PdfPage) -> tuple[Image.Image, tuple[int, int, int, int]]:
    """A picture of the page, and the left, upper, right and lower edge of the code's square."""
    picture = raster(page)
    (found,) = (
        one.position
        for one in zxingcpp.read_barcodes(picture)
        if one.text == check_of(opened("scheldenet"))
    )
    corners = (found.top_left, found.top_right, found.bottom_left, found.bottom_right)
    xs, ys = sorted({one.x for one in corners}), sorted({one.y for one in corners})
    return picture, (xs[0], ys[0], xs[-1], ys[-1])


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("kind", KINDS)
def test_each_page_has_the_code_with_room_around_it(kind: str, paper: Paper) -> None:
    seen = 0
    for page in pages(kind, "en", paper):
        picture, (left, upper, right, lower) = check_on(page)
        width, height = size_mm(page)
        assert (right - left + 1) * PIXEL_MM >= MODULES * MODULE_MM - PIXEL_MM
        assert width - right * PIXEL_MM > FROM_CUT_MM
        assert height - lower * PIXEL_MM > FROM_CUT_MM
        quiet = int(4 * MODULE_MM / PIXEL_MM) - 1
        around = (left - quiet, upper - quiet, right + 1 + quiet, lower + 1 + quiet)
        ring = picture.crop(around)
        ring.paste(255, (quiet - 1, quiet - 1, ring.width - quiet + 1, ring.height - quiet + 1))
        assert ring.getextrema() == (255, 255)
        seen += 1
    assert seen >= 1


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("kind", KINDS)
def test_what_it_is_and_what_to_type_stand_beside_it_once(kind: str, language: str) -> None:
    for page in pages(kind, language, Paper.A4):
        said = text(page)
        assert said.count(f"{locale(language).say('sheet.check')} {CODE}") == 1
        assert said.count(CODE) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_without_an_address_the_code_is_to_type(kind: str) -> None:
    made = set_((first(kind, "en"),), kind, opened("scheldenet"), checked=False)
    for page in pypdfium2.PdfDocument(made.pdf):
        assert text(page).count(f"code {CODE}") == 1
        assert locale("en").say("sheet.check") not in text(page)
        assert check_of(opened("scheldenet")) not in scanned(page)


@pytest.mark.parametrize("kind", KINDS)
def test_without_a_code_the_foot_is_as_small_and_as_ruled(kind: str) -> None:
    made = set_((first(kind, "en"),), kind, opened("scheldenet"), coded=False)
    page = next(iter(pypdfium2.PdfDocument(made.pdf)))
    letters = page.get_textpage()
    low = [at for at in range(letters.count_chars()) if letters.get_charbox(at)[3] < LOW]
    said = "".join(letters.get_text_range(at, 1) for at in low)
    assert "Revision" in said
    assert "Page 1 of " in " ".join(said.split())
    own = [at for at in low if raw.FPDFText_IsGenerated(letters, at) == 0]
    sizes = {round(raw.FPDFText_GetFontSize(letters, at), 1) for at in own}
    assert len(sizes) == 1
    assert 8 <= sizes.pop() <= 9
    paths = page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH])
    assert any(left < 60 and right > 500 and up < 50 for left, _, right, up in map(bounds, paths))


@pytest.mark.parametrize("kind", KINDS)
def test_a_draft_has_no_code(kind: str) -> None:
    made = set_((first(kind, "en"),), kind, opened("scheldenet"), coded=False)
    for page in pypdfium2.PdfDocument(made.pdf):
        assert CODE not in text(page)
        assert "#code=" not in " ".join(scanned(page))
