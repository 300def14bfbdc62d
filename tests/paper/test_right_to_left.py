"""Sheets in a language that is written from right to left: what is drawn begins at the right, and
nothing covers the codes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from generator.paper.document import Document
from generator.paper.kinds import KINDS, Printing
from tests.paper.arabic_plan import open_arabic
from tests.paper.printed import CODE, made, order_of, seen
from tests.paper.scanning import codes_on

LEAD_NAME, DEPUTY_NAME = "Amina", "Basim"
CHECK = "https://plan.example/check"


def printed(
    kind: str, language: str, folder: Path, names: Mapping[str, str] | None = None
) -> pypdfium2.PdfDocument:
    """All sheets of a kind, each with a code and where it can be checked."""
    at = open_arabic(folder, language, names)
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


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_binder_draws_it_in_reading_direction(language: str, tmp_path: Path) -> None:
    named = dict(zip(("amina", "basim"), (LEAD_NAME, DEPUTY_NAME), strict=True))
    pages = printed("binder", language, tmp_path, named)
    (page,) = (one for one in pages if "Whocallswhom" in seen(one))
    caller, called = left_of(page, LEAD_NAME), left_of(page, DEPUTY_NAME)
    assert (caller < called) == (language == "en")
    assert (arrow_head(page, *sorted((caller, called))) > 0.5) == (language == "en")


def arrow_head(page: pypdfium2.PdfPage, left: float, right: float) -> float:
    """Where the head of the arrow between two boxes is, from 0 at the left one to 1 at the other:
    the widest place of its line. ``left`` and ``right``, in points, are within the boxes."""
    dots = 4
    _, below, _, _ = page.get_textpage().get_charbox(
        page.get_textpage().search(LEAD_NAME).get_next()[0]
    )
    picture = page.render(scale=dots).to_pil().convert("1", dither=Image.Dither.NONE)
    # The middle of a box is 12 to 16 px of 0.75 pt above the words' foot.
    middle = round((page.get_height() - below - 10.5) * dots)
    frame, thick = 12 * dots, {}
    for x in range(round(left * dots), round(right * dots)):
        column = picture.crop((x, middle - frame // 2, x + 1, middle + frame // 2))
        thick[x] = sum(not dot for dot in column.get_flattened_data())
    edges = [x for x, dark in thick.items() if dark == frame]
    assert edges
    first, last = min(edges), max(edges)
    gap = {x: dark for x, dark in thick.items() if first < x < last and dark < frame}
    widest = max(gap.values())
    assert widest > 4 * dots
    found = [x for x, dark in gap.items() if dark == widest]
    return (sum(found) / len(found) - first) / (last - first)


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
