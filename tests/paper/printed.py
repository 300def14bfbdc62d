"""What a printed page says: its text, how large its letters are, and its codes as a phone sees
them."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import pypdfium2
import pypdfium2.raw as raw  # type: ignore[import-untyped]
import zxingcpp
from PIL import Image, ImageFilter

from generator.build import Opened, open_plan
from generator.editions import audiences
from generator.outputs.matrix import drawn
from generator.outputs.pictures import read_picture
from generator.paper.document import Document, Imprint, Paper
from generator.paper.kinds import KINDS
from generator.paper.typesetter import Source, Typeset, typeset
from generator.views.sheets.sheet import Order, Sheet

DAY = date(2026, 11, 22)
DPI = 300
FOOT_MM = 15
"""What stands lower than this is the foot."""

CODE = "K7F3-X4P2"


@cache
def opened(plan: str) -> Opened:
    """A sample plan."""
    return open_plan(Path("plans") / plan, DAY)


def sheets_of(kind: str, at: Opened, audience: str, language: str) -> tuple[Sheet, ...]:
    """A plan's sheets of a kind, by its name on the command line."""
    known = {one.id: one for one in audiences(at.plan)}
    order = Order(at.plan, known[audience], language, DAY, at.plan.plan.site_url)
    return tuple(next(one for one in KINDS if one.name == kind).sheets(order))


def set_(sheets: tuple[Sheet, ...], kind: str, at: Opened, paper: Paper = Paper.A4) -> Typeset:
    """All these sheets in one PDF."""
    header = at.plan.plan
    imprint = Imprint(
        header.organisation,
        header.title,
        header.revision,
        date(2026, 11, 2),
        datetime(2026, 11, 2, tzinfo=UTC),
        dict.fromkeys((one.name for one in sheets), CODE),
    )
    source = Source(
        header.languages[0], drawn, lambda name: read_picture(at.loaded.folder, name) or b""
    )
    template = kind.replace("-", "_")
    language = sheets[0].language
    return typeset(Document("x.pdf", kind, language, template, sheets, paper), imprint, source)


def size_mm(page: pypdfium2.PdfPage) -> tuple[float, float]:
    """Width and height of a page."""
    width, height = page.get_size()
    return round(width / 72 * 25.4, 1), round(height / 72 * 25.4, 1)


def text(page: pypdfium2.PdfPage) -> str:
    """The page's text in its order, on one line."""
    return " ".join(page.get_textpage().get_text_range().replace("\ufffe", "-").split())


def letter_sizes(page: pypdfium2.PdfPage) -> Counter[float]:
    """How many letters above the foot have which size in points."""
    found: Counter[float] = Counter()
    letters = page.get_textpage()
    for n in range(letters.count_chars()):
        if raw.FPDFText_IsGenerated(letters, n) == 1:
            continue
        if letters.get_charbox(n)[1] / 72 * 25.4 > FOOT_MM:
            found[round(raw.FPDFText_GetFontSize(letters, n), 1)] += 1
    return found


def scanned(page: pypdfium2.PdfPage, head_mm: float | None = None) -> set[str]:
    """What a reader finds on a slightly blurred picture of the page, or of its upper part, that
    hangs askew."""
    below = page.get_size()[1] - head_mm / 25.4 * 72 if head_mm else 0
    return read(page.render(scale=DPI / 72, crop=(0, below, 0, 0)).to_pil().convert("L"))


def read(picture: Image.Image) -> set[str]:
    """The payloads of all codes in a picture, blurred and turned a little."""
    askew = picture.rotate(1.7, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    soft = askew.filter(ImageFilter.GaussianBlur(1))
    return {one.text for one in zxingcpp.read_barcodes(soft)}
