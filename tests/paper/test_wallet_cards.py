"""Wallet cards as PDF: sizes, places, both sides back to back, codes, type."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]
import pytest

from generator.paper.document import Document, Paper
from generator.paper.imposition import grid
from tests.paper.wallet_plan import (
    MM,
    cards,
    documents,
    lines,
    opened,
    person,
    placed,
    set_,
    sizes,
    wallet_plan,
    words_of,
)

CARD = (85.6, 53.98)
FIRST = {Paper.A4: (19.4, 13.55), Paper.LETTER: (22.35, 31.74)}
"""The upper left corner of the cards: (210 - 171.2) / 2, (297 - 269.9) / 2, and so on."""


def many(count: int, **printing: Any) -> dict[str, Document]:
    """Documents of as many cards, each with a name of its own on it and no other."""
    people = [person(n, name=f"Bearer {n:02}") for n in range(1, count)]
    made = cards(wallet_plan(people=people, call_trees=[], roles=[]))
    assert len(made) == count
    return documents(tuple(made.values()), **printing)


NAMES = ["All staff", *(f"Bearer {n:02}" for n in range(1, 20))]


@pytest.fixture(scope="module")
def plain() -> dict[str, bytes]:
    """The three versions of a lead's, a warden's and other cards."""
    made = cards(wallet_plan())
    return {name: set_(one).pdf for name, one in documents(tuple(made.values())).items()}


def cell(box: tuple[float, float, float, float], paper: Paper) -> tuple[int, int]:
    """In which column and row of cards something stands."""
    left, top = FIRST[paper]
    middle = ((box[0] + box[2]) / 2 - left, (box[1] + box[3]) / 2 - top)
    return int(middle[0] // CARD[0]), int(middle[1] // CARD[1])


@pytest.mark.parametrize(("paper", "rows"), [(Paper.A4, 5), (Paper.LETTER, 4)])
def test_cards_are_cut_where_the_marks_are(paper: Paper, rows: int) -> None:
    pdf = set_(many(rows * 2, paper=paper)["cut"]).pdf
    assert sizes(pdf) == [pytest.approx(paper.size, abs=0.05)] * 2
    left, top = FIRST[paper]
    across = sorted({round(left + column * 85.6, 2) for column in range(3)})
    down = sorted({round(top + row * 53.98, 2) for row in range(rows + 1)})
    for page in range(2):
        marks = [one for one in lines(pdf, page) if max(one[2] - one[0], one[3] - one[1]) < 5.5]
        marks = [one for one in marks if min(one[2] - one[0], one[3] - one[1]) < 0.2]
        upright = [one for one in marks if one[3] - one[1] > 4.5]
        level = [one for one in marks if one[2] - one[0] > 4.5]
        assert len(upright) == 2 * 3
        assert len(level) == 2 * (rows + 1)
        found = sorted({round((one[0] + one[2]) / 2, 1) for one in upright})
        assert found == pytest.approx(across, abs=0.1)
        found = sorted({round((one[1] + one[3]) / 2, 1) for one in level})
        assert found == pytest.approx(down, abs=0.1)
        # Marks stay outside the cards.
        for one in marks:
            assert (one[2] < left - 1.9 or one[0] > across[-1] + 1.9 or one[3] < top - 1.9) or one[
                1
            ] > down[-1] + 1.9


@pytest.mark.parametrize("paper", list(Paper))
def test_each_card_lies_in_its_place(paper: Paper) -> None:
    pdf = set_(many(20, paper=paper)["cut"]).pdf
    count = grid(paper).count
    left, _ = FIRST[paper]
    for number, name in enumerate(NAMES[: 2 * count]):
        page, place = number // count * 2, number % count
        assert cell(placed(pdf, page, name), paper) == (place % 2, place // 2), name
    # The rule under each title begins and ends 3 mm inside the cut.
    rules = [one for one in lines(pdf, 0) if one[2] - one[0] > 70]
    assert len(rules) == 2 * count
    for one in rules:
        column = round((one[0] - 3 - left) / 85.6)
        assert one[0] == pytest.approx(left + column * 85.6 + 3, abs=0.1)
        assert one[2] == pytest.approx(left + column * 85.6 + 82.6, abs=0.1)


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("duplex", ["long", "short"])
def test_each_back_lies_behind_its_front(paper: Paper, duplex: str) -> None:
    pdf = set_(many(20, paper=paper, duplex=duplex)["cut"]).pdf
    count, last = grid(paper).count, grid(paper).rows - 1
    _, top = FIRST[paper]
    for name in NAMES[:count]:
        front = cell(placed(pdf, 0, name), paper)
        box = placed(pdf, 1, name)
        back = cell(box, paper)
        # Turned over the long edge, left lies behind right; over the short one, above behind below.
        behind = (1 - back[0], back[1]) if duplex == "long" else (back[0], last - back[1])
        assert behind == front, name
        # A back's title stands at its top, so over the short edge at the lower edge of the cell.
        within = ((box[1] + box[3]) / 2 - top) % 53.98
        assert (within > 27) == (duplex == "short")
    width, _ = paper.size
    fronts = {one[0] for one in lines(pdf, 0) if one[2] - one[0] > 70}
    backs = [one for one in lines(pdf, 1) if one[2] - one[0] > 70]
    assert len(backs) == count
    behind_left = {width - one[2] if duplex == "long" else one[0] for one in backs}
    for one in (min, max):
        assert one(fronts) == pytest.approx(one(behind_left), abs=0.1)
    assert max(fronts) - min(fronts) == pytest.approx(85.6, abs=0.1)


def test_a_folded_card_has_its_back_beside_it(plain: dict[str, bytes]) -> None:
    pdf = plain["fold"]
    assert sizes(pdf)[0] == pytest.approx((210, 297), abs=0.05)
    left, top = FIRST[Paper.A4]
    outlines = [one for one in lines(pdf, 0) if one[2] - one[0] > 170]
    assert len(outlines) == 5
    for row, one in enumerate(sorted(outlines, key=lambda one: one[1])):
        expected = (left, top + row * 53.98, left + 171.2, top + (row + 1) * 53.98)
        assert one == pytest.approx(expected, abs=0.1)
    folds = [one for one in lines(pdf, 0) if one[3] - one[1] > 53 and one[2] - one[0] < 0.3]
    assert len(folds) == 5
    assert all((one[0] + one[2]) / 2 == pytest.approx(105, abs=0.1) for one in folds)
    assert cell(placed(pdf, 0, "All staff"), Paper.A4) == (0, 0)
    assert cell(placed(pdf, 0, "First actions"), Paper.A4) == (1, 0)


def test_a_print_shop_gets_a_card_a_page_with_bleed(plain: dict[str, bytes]) -> None:
    with opened(plain["shop"]) as pdf:
        assert len(pdf.pages) == 2 * 6
        for page in pdf.pages:
            box = {name: [float(one) / MM for one in page[name]] for name in ("/MediaBox",)}
            assert box["/MediaBox"] == pytest.approx([0, 0, 91.6, 59.98], abs=0.01)
            trim = [float(one) / MM for one in page.TrimBox]
            assert trim == pytest.approx([3, 3, 88.6, 56.98], abs=0.01)
            bleed = [float(one) / MM for one in page.BleedBox]
            assert bleed == pytest.approx([0, 0, 91.6, 59.98], abs=0.01)
    fronts = [words_of(plain["shop"], page) for page in range(0, 12, 2)]
    backs = [words_of(plain["shop"], page) for page in range(1, 12, 2)]
    assert all("Crisis line" in one and "First actions" not in one for one in fronts)
    assert all("First actions" in one and "Crisis line" not in one for one in backs)


def test_nothing_comes_nearer_than_3_mm_to_a_cut(plain: dict[str, bytes]) -> None:
    for page in pypdfium2.PdfDocument(plain["shop"]):
        picture = page.render(scale=600 / 72).to_pil().convert("L").point(lambda one: 255 - one)
        box = [edge / 600 * 25.4 for edge in picture.getbbox()]
        assert min(box[0], box[1]) >= 6 - 0.1
        assert box[2] <= 91.6 - 6 + 0.1
        assert box[3] <= 59.98 - 6 + 0.1


@pytest.mark.parametrize("layout", ["cut", "fold", "shop"])
def test_no_type_is_smaller_than_7_points(plain: dict[str, bytes], layout: str) -> None:
    found: set[float] = set()
    for page in pypdfium2.PdfDocument(plain[layout]):
        text = page.get_textpage()
        for at in range(text.count_chars()):
            if text.get_text_range(at, 1).strip():
                found.add(round(_size(text, at), 2))
    assert len(found) > 3
    assert min(found) >= 7


def _size(text: pypdfium2.PdfTextPage, at: int) -> float:
    matrix = pdfium.FS_MATRIX()
    assert pdfium.FPDFText_GetMatrix(text.raw, at, ctypes.byref(matrix))
    scale = (matrix.b**2 + matrix.d**2) ** 0.5
    return float(pdfium.FPDFText_GetFontSize(text.raw, at)) * float(scale)


def test_the_text_reads_in_order(plain: dict[str, bytes]) -> None:
    lead = words_of(plain["shop"], 6)
    order = ["Person 1", "Lead", "Team: you call", "Person 2", "+49 171 3920002", "112", "Fire"]
    order += ["+33 1 99 00 50 50", "Crisis line", "Assembly point:", "By the flag poles"]
    places = [lead.index(words) for words in order]
    assert places == sorted(places)
    back = words_of(plain["shop"], 7)
    order = ["First actions", "Safety first", "Leave.", "DO NOT", "use the lift.", "Fire"]
    places = [back.index(words) for words in [*order, "Declare it.", "Revision 2026.3"]]
    assert places == sorted(places)


@pytest.mark.parametrize("layout", ["cut", "fold", "shop"])
def test_cards_are_tagged_and_say_title_and_language(plain: dict[str, bytes], layout: str) -> None:
    with opened(plain[layout]) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "en"
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"].startswith("Wallet cards")


def test_the_same_cards_give_the_same_bytes(plain: dict[str, bytes]) -> None:
    again = documents(tuple(cards(wallet_plan()).values()))
    assert {name: set_(one).pdf for name, one in again.items()} == plain


def test_a_card_says_its_code_and_revision() -> None:
    document = documents(tuple(cards(wallet_plan()).values()))["shop"]
    pdf = set_(document, **{"wallet-card/person-p1": "K7F3-X4P2"}).pdf
    assert "Revision 2026.3 · 1 October 2026 · code K7F3-X4P2" in words_of(pdf, 7)
    assert "code" not in words_of(pdf, 1)
