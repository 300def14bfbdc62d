"""From a document to a PDF: what every sheet can rely on."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import typst
from msgspec import Struct

from generator.model.text import Text
from generator.paper import typesetter
from generator.paper.document import Boxes, Document, Paper
from generator.paper.typesetter import Overflow, pictured, typeset
from generator.paper.values import document_data
from generator.views.sheets.sheet import Qr
from tests.paper.sheets import SOURCE, document, imprint, sheet

MARKUP = '#panic("run") *bold* $x$ <label> @ref `raw` \\ // no comment'

PROBE = """
#import "look.typ": *
#show: sheet-page
#for (n, sheet) in doc.sheets.enumerate() {
  if n > 0 { pagebreak() }
  heading(level: 1, say(sheet.view.title))
  fitted(sheet.name, "the front", height: 20mm, {
    for line in sheet.view.lines { par(say(line)) }
  })
  if sheet.view.page != none { qr(sheet.view.page) }
  imprint(sheet)
}
"""


class Probe(Struct, frozen=True):
    """A view with a text, lines and a code."""

    title: Text
    lines: tuple[Text, ...] = ()
    page: Qr | None = None


@pytest.fixture(autouse=True)
def templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Our own look, and a template that only tests know."""
    for name in ("look.typ", "words.typ"):
        (tmp_path / name).write_bytes((typesetter.SHEETS / name).read_bytes())
    (tmp_path / "probe.typ").write_text(PROBE)
    monkeypatch.setattr(typesetter, "SHEETS", tmp_path)


def probe(*views: Probe, paper: Paper = Paper.A4, boxes: Boxes | None = None) -> Document:
    sheets = (sheet(view, "probe", f"n{number}") for number, view in enumerate(views))
    return document(*sheets, template="probe", paper=paper, boxes=boxes)


def text_of(pdf: bytes, page: int = 0) -> str:
    return str(pypdfium2.PdfDocument(pdf)[page].get_textpage().get_text_range())


def test_a_pdf_is_tagged_and_says_its_title_and_language() -> None:
    made = typeset(probe(Probe(Text.of("Tower"))), imprint(), SOURCE)
    with pikepdf.open(BytesIO(made.pdf)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "en"
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == "One"
        fonts = pdf.pages[0].Resources.Font
        assert len(fonts) > 0
        for font in fonts.values():
            assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor or (
                "/FontFile3" in font.DescendantFonts[0].FontDescriptor
            )


@pytest.mark.parametrize(
    ("paper", "size"), [(Paper.A4, (210, 297)), (Paper.LETTER, (215.9, 279.4))]
)
def test_the_paper_has_its_size_in_millimetres(paper: Paper, size: tuple[float, float]) -> None:
    made = typeset(probe(Probe(Text.of("Tower")), paper=paper), imprint(), SOURCE)
    points = pypdfium2.PdfDocument(made.pdf)[0].get_size()
    assert [round(one / 72 * 25.4, 2) for one in points] == pytest.approx(size, abs=0.05)


def test_a_text_of_the_plan_is_text() -> None:
    view = Probe(Text.of(MARKUP), (Text.of('#image("/data.json")'),))
    text = text_of(typeset(probe(view), imprint(), SOURCE).pdf)
    assert MARKUP in text
    assert '#image("/data.json")' in text


def test_the_foot_says_revision_day_and_code() -> None:
    text = text_of(
        typeset(probe(Probe(Text.of("Tower"))), imprint(probe_n0="K7F3-X4P2"), SOURCE).pdf
    )
    assert "Revision 2026.3" in text
    assert "1 October 2026" in text
    assert "K7F3-X4P2" in text
    without = text_of(typeset(probe(Probe(Text.of("Tower"))), imprint(), SOURCE).pdf)
    assert "code" not in without


def test_what_does_not_fit_is_counted_in_lines_and_not_clipped() -> None:
    lines = tuple(Text.of(f"Line {number}") for number in range(12))
    made = typeset(probe(Probe(Text.of("Short")), Probe(Text.of("Long"), lines)), imprint(), SOURCE)
    # A line is 0.714 em (cap height) = 7.85 pt high, paragraphs stand 0.7 em = 7.7 pt apart:
    # 12 x 7.85 + 11 x 7.7 = 178.9 pt in 20 mm = 56.7 pt, 122.2 pt too much. A line of a text
    # takes 7.85 + 0.5 em = 13.35 pt: 9.2 of them.
    (overflow,) = made.overflows
    assert overflow == Overflow("probe/n1", "the front", 10)
    assert "Line 11" in text_of(made.pdf, 1)
    assert typeset(probe(Probe(Text.of("Short"), lines[:4])), imprint(), SOURCE).overflows == ()


def test_the_same_plan_gives_the_same_bytes() -> None:
    code = Qr("https://plan.example/staff/en/sites/tower.html", "Tower")
    once, again = (
        typeset(probe(Probe(Text.of("Tower"), page=code), boxes=Boxes(3, 3)), imprint(), SOURCE)
        for _ in range(2)
    )
    assert once == again


def test_boxes_say_where_to_cut() -> None:
    made = typeset(probe(Probe(Text.of("Tower")), boxes=Boxes(trim=3, bleed=3)), imprint(), SOURCE)
    with pikepdf.open(BytesIO(made.pdf)) as pdf:
        page = pdf.pages[0]
        trim = [float(one) / 72 * 25.4 for one in page.TrimBox]
        bleed = [float(one) / 72 * 25.4 for one in page.BleedBox]
        assert pdf.Root.MarkInfo.Marked
    assert trim == pytest.approx([3, 3, 207, 294], abs=0.01)
    assert bleed == pytest.approx([0, 0, 210, 297], abs=0.01)


def test_a_text_in_another_language_is_marked_with_it() -> None:
    view = Probe(Text((("nl", "Toren"),)))
    data = document_data(probe(view), imprint(), SOURCE, str)
    assert data["sheets"][0]["view"]["title"] == {"words": "Toren", "lang": "nl"}
    assert "Toren" in text_of(typeset(probe(view), imprint(), SOURCE).pdf)


def test_a_code_is_as_wide_as_its_modules_need() -> None:
    # Version 2 has 25 modules, and 4 of quiet zone on each side: 33 x 0.4 mm.
    view = Probe(Text.of("Tower"), page=Qr("tel:+33199005050", "Crisis line"))
    data = document_data(probe(view), imprint(), SOURCE, str)
    assert data["sheets"][0]["view"]["page"]["mm"] == 13.2


def test_pages_become_pictures_of_their_size() -> None:
    (picture,) = pictured(probe(Probe(Text.of("Tower"))), imprint(), SOURCE, 72)
    assert picture.startswith(b"\x89PNG")
    assert [int.from_bytes(picture[at : at + 4], "big") for at in (16, 20)] == [595, 842]


def test_a_template_sees_nothing_outside_its_folder(tmp_path: Path) -> None:
    (tmp_path / "probe.typ").write_text('#read("/etc/hostname")')
    with pytest.raises(typst.TypstError):
        typeset(probe(Probe(Text.of("Tower"))), imprint(), SOURCE)
