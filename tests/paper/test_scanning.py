"""That the tests of codes notice a code which breaks a rule."""

from __future__ import annotations

from io import BytesIO

import pypdfium2
import pytest
from PIL import Image
from qrcode.constants import ERROR_CORRECT_L, ERROR_CORRECT_M, ERROR_CORRECT_Q
from qrcode.main import QRCode

from tests.paper.scanning import DPI, codes_on

PAYLOAD = "https://plan.example/staff/en/sites/tower.html"
AT = (300, 500)
"""Where a code's square begins, quiet zone included, in pixels of 300 dpi."""


def code(level: int = ERROR_CORRECT_M, pixels: int = 6, payload: str = PAYLOAD) -> Image.Image:
    """A code with its quiet zone; ``pixels`` are those of a module."""
    made = QRCode(error_correction=level, border=4, box_size=pixels)
    made.add_data(payload.encode())
    picture: Image.Image = made.make_image().get_image()
    return picture.convert("L")


def page(*codes: Image.Image, mark: tuple[int, int] | None = None) -> pypdfium2.PdfPage:
    """A page with codes one beneath the other, and a black pixel at ``mark``."""
    paper = Image.new("L", (1240, 1754), 255)
    for n, one in enumerate(codes):
        paper.paste(one, (AT[0], AT[1] + 500 * n))
    if mark:
        paper.paste(0, (*mark, mark[0] + 2, mark[1] + 2))
    file = BytesIO()
    paper.save(file, "PDF", resolution=DPI, quality=100)
    return pypdfium2.PdfDocument(file.getvalue())[0]


def test_each_code_is_counted() -> None:
    other = "tel:+33199005050"
    codes = (code(), code(payload=other), code(ERROR_CORRECT_Q))
    assert codes_on(page(*codes)) == {PAYLOAD: 2, other: 1}
    assert codes_on(page()) == {}


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        # 4 pixels of 25.4 / 300 mm are 0.34 mm; 5 are 0.42 mm.
        (code(pixels=4), "modules of 0.34 mm"),
        (code(ERROR_CORRECT_L), "error correction L"),
    ],
)
def test_a_code_that_breaks_a_rule_is_noticed(bad: Image.Image, why: str) -> None:
    assert codes_on(page(code(pixels=5))) == {PAYLOAD: 1}
    with pytest.raises(AssertionError, match=why):
        codes_on(page(code(), bad))


# With modules of 6 pixels the quiet zone is 24 wide.
@pytest.mark.parametrize(("inside", "fails"), [(-8, False), (4, True), (18, True)])
@pytest.mark.parametrize("across", [True, False])
def test_nothing_stands_in_the_margin(inside: int, *, fails: bool, across: bool) -> None:
    mark = (AT[0] + inside, AT[1] + 100) if across else (AT[0] + 100, AT[1] + inside)
    if fails:
        with pytest.raises(AssertionError, match="something in its margin"):
            codes_on(page(code(), mark=mark))
    else:
        assert codes_on(page(code(), mark=mark)) == {PAYLOAD: 1}


def test_a_code_at_the_edge_of_the_paper_has_no_margin() -> None:
    whole = code()
    small = whole.crop((18, 18, whole.width, whole.height))
    file = BytesIO()
    small.save(file, "PDF", resolution=DPI, quality=100)
    with pytest.raises(AssertionError, match="something in its margin"):
        codes_on(pypdfium2.PdfDocument(file.getvalue())[0])
