"""Sheets in a language that is written from right to left: what is drawn begins at the right, and
nothing covers the codes."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from generator.paper.document import Document
from generator.paper.kinds import KINDS, Printing
from tests.paper.arabic_plan import open_arabic
from tests.paper.printed import CODE, made, order_of, seen
from tests.paper.scanning import codes_on

CHECK = "https://plan.example/check"


def printed(kind: str, language: str, folder: Path) -> pypdfium2.PdfDocument:
    """All sheets of a kind, each with a code and where it can be checked."""
    at = open_arabic(folder, language)
    known = next(one for one in KINDS if one.name == kind)
    sheets = tuple(known.sheets(order_of(at, "public", language)))
    document: Document = next(iter(known.together(sheets, Printing(language), kind)))
    result = made(document, {sheet.name: CODE for sheet in sheets}, CHECK, at)
    assert result.overflows == ()
    return pypdfium2.PdfDocument(result.pdf)


def left_of(page: pypdfium2.PdfPage, words: str) -> float:
    """Where words begin, in points from the left."""
    text = page.get_textpage()
    found = text.search(words).get_next()
    assert found is not None, words
    return float(text.get_charbox(found[0])[0])


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_call_tree_is_drawn_in_reading_direction(language: str, tmp_path: Path) -> None:
    drawn = printed("call-sheets", language, tmp_path)[0]
    assert drawn.get_width() > drawn.get_height()
    caller, called = left_of(drawn, "23125101"), left_of(drawn, "23125102")
    assert (caller < called) == (language == "en")


def test_a_word_before_an_english_sentence_stays_before_it(tmp_path: Path) -> None:
    poster = printed("exit-posters", "ar", tmp_path)[0]
    lines = seen(poster)
    assert any("DONOTusethelifts." in line for line in lines), lines
    assert any("DONOTgobackin" in line for line in lines), lines


def test_a_binder_keeps_english_words_their_marks_and_days_in_order(tmp_path: Path) -> None:
    pages = [seen(page) for page in printed("binder", "ar", tmp_path)]
    assert any("Whatishappening?" in line for line in pages[3])
    assert any("checklists,andwhomitcalls." in line for line in pages[3])
    assert any("2November2026Issued" in line for line in pages[0])


@pytest.mark.parametrize("kind", ["call-sheets", "action-cards", "forms", "exit-posters"])
def test_the_code_at_the_foot_stands_free(kind: str, tmp_path: Path) -> None:
    wanted = f"{CHECK}#code={CODE.replace('-', '')}"
    pages = printed(kind, "ar", tmp_path)
    for number, page in enumerate(pages):
        # Reading it also proves that nothing stands in its margin.
        assert codes_on(page)[wanted] == 1, (kind, number)
        assert any(CODE in line for line in seen(page))
