"""Trim and bleed boxes."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from generator.paper.boxes import POINTS, finished
from generator.paper.document import Boxes


def pages(*sizes: tuple[float, float], origin: float = 0.0) -> bytes:
    """A PDF with empty pages, in points."""
    pdf = pikepdf.new()
    for width, height in sizes:
        page = pdf.add_blank_page(page_size=(width, height))
        page.mediabox = pikepdf.Array([origin, origin, origin + width, origin + height])
    out = BytesIO()
    pdf.save(out, deterministic_id=True)
    return out.getvalue()


def box(pdf: bytes, page: int, name: str) -> list[float]:
    with pikepdf.open(BytesIO(pdf)) as opened:
        return [float(one) for one in opened.pages[page][name]]


def test_without_boxes_pages_have_none() -> None:
    with pikepdf.open(BytesIO(finished(pages((100, 100)), None))) as opened:
        assert len(opened.pages) == 1
        assert "/TrimBox" not in opened.pages[0]


def test_each_page_has_boxes_of_its_own_size() -> None:
    # 3 mm are 8.504 points.
    assert pytest.approx(8.504, abs=0.001) == 3 * POINTS
    pdf = finished(pages((300, 200), (200, 300)), Boxes(trim=3, bleed=3))
    assert box(pdf, 0, "/TrimBox") == pytest.approx([8.504, 8.504, 291.496, 191.496], abs=0.001)
    assert box(pdf, 1, "/TrimBox") == pytest.approx([8.504, 8.504, 191.496, 291.496], abs=0.001)
    assert box(pdf, 0, "/BleedBox") == pytest.approx([0, 0, 300, 200], abs=0.001)


def test_bleed_may_end_before_the_paper() -> None:
    # 10 mm of paper around, 3 of them printed on: 7 mm, or 19.843 points, stay white.
    pdf = finished(pages((300, 200)), Boxes(trim=10, bleed=3))
    assert box(pdf, 0, "/TrimBox")[0] == pytest.approx(28.346, abs=0.001)
    assert box(pdf, 0, "/BleedBox") == pytest.approx([19.843, 19.843, 280.157, 180.157], abs=0.001)


def test_a_page_may_begin_anywhere() -> None:
    pdf = finished(pages((100, 100), origin=50), Boxes(trim=3, bleed=3))
    assert box(pdf, 0, "/TrimBox") == pytest.approx([58.504, 58.504, 141.496, 141.496], abs=0.001)


def test_the_same_pdf_gets_the_same_bytes() -> None:
    once, again = (finished(pages((300, 200)), Boxes(3, 3)) for _ in range(2))
    assert once == again
