"""Bold Chinese, Japanese and Korean letters: their font has one weight, so they get an outline."""

from __future__ import annotations

import pypdfium2
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]
import pytest

from tests.paper.wallet_plan import cards, documents, person, set_, wallet_plan, words_of

FILLED, OUTLINED = pdfium.FPDF_TEXTRENDERMODE_FILL, pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE


def modes(pdf: bytes, words: str) -> set[int]:
    """How the letters of words are painted on the first page."""
    found = set()
    page = pypdfium2.PdfDocument(pdf)[0]
    text = page.get_textpage()
    for thing in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], textpage=text):
        if set(thing.extract()) & set(words):
            found.add(pdfium.FPDFTextObj_GetTextRenderMode(thing.raw))
    return found


@pytest.mark.parametrize("name", ["王小明", "山田太郎", "김민준"])
def test_a_name_in_bold_is_outlined_and_stands_there_once(name: str) -> None:
    people = [person(1, name=name), person(2), person(3)]
    made = set_(documents((cards(wallet_plan(people=people))["person-p1"],))["shop"])
    assert made.overflows == ()
    assert modes(made.pdf, name) == {OUTLINED}
    assert words_of(made.pdf, 0).count(name[0]) == 1
    assert modes(made.pdf, "Lead") == {FILLED}


def test_where_it_is_not_bold_it_has_no_outline() -> None:
    people = [person(1), person(2, name="王小明"), person(3)]
    made = set_(documents((cards(wallet_plan(people=people))["person-p1"],))["shop"])
    assert modes(made.pdf, "王小明") == {FILLED}
