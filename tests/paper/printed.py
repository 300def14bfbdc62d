"""What a sample plan's sheets look like in print: sizes, text, and how large its letters are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import pypdfium2
import pypdfium2.raw as raw  # type: ignore[import-untyped]

from generator.build import Opened
from generator.editions import audiences
from generator.opening import open_plan
from generator.outputs.matrix import drawn
from generator.outputs.pictures import read_picture
from generator.paper.document import Document, Imprint, Paper
from generator.paper.kinds import FITTING, KINDS
from generator.paper.typesetter import Source, Typeset, typeset
from generator.views import current
from generator.views.sheets.sheet import Order, Sheet

DAY = date(2026, 11, 22)
FOOT_MM = 20
"""What stands lower than this is the foot."""

CODE = "K7F3-X4P2"

SIZES = {Paper.A4: (210.0, 297.0), Paper.LETTER: (215.9, 279.4)}
"""Width and height of the papers in millimetres."""


@cache
def opened(plan: str) -> Opened:
    """A sample plan."""
    return open_plan(Path("plans") / plan, DAY)


def order_of(at: Opened, audience: str, language: str) -> Order:
    """The order for an edition of a plan."""
    known = {one.id: one for one in audiences(at.plan)}
    return Order(at.plan, known[audience], language, DAY, at.plan.plan.site_url)


def sheets_of(kind: str, at: Opened, audience: str, language: str) -> tuple[Sheet, ...]:
    """A plan's sheets of a kind, by its name on the command line."""
    order = order_of(at, audience, language)
    return tuple(next(one for one in KINDS if one.name == kind).sheets(order))


def check_url(at: Opened) -> str | None:
    """The page that says whether a sheet is current, in the most closed edition, if the plan has
    an address."""
    order = order_of(at, audiences(at.plan)[-1].id, at.plan.plan.languages[0])
    return order.page_url(current.ADDRESS)


def check_of(at: Opened) -> str:
    """What the code at the foot of every sheet holds."""
    return f"{check_url(at)}#code=K7F3X4P2"


def set_(
    sheets: tuple[Sheet, ...],
    kind: str,
    at: Opened,
    paper: Paper = Paper.A4,
    *,
    coded: bool = True,
    checked: bool = True,
) -> Typeset:
    """All these sheets in one PDF: with codes, and with the QR code that says whether they are
    current."""
    template = kind.replace("-", "_")
    language, fitting = sheets[0].language, FITTING.get(kind)
    document = Document("x.pdf", kind, language, template, sheets, paper, fitting=fitting)
    names = [one.name for one in sheets] if coded else []
    url = check_url(at) if checked else None
    return made(document, dict.fromkeys(names, CODE), url, at)


def made(document: Document, codes: Mapping[str, str], url: str | None, at: Opened) -> Typeset:
    """A document of a plan; ``codes`` by the sheets' names, ``url`` of the page that takes them."""
    header = at.plan.plan
    issued = datetime(2026, 11, 2, tzinfo=UTC)
    imprint = Imprint(
        header.organisation, header.title, header.revision, issued.date(), issued, codes, url
    )
    source = Source(
        header.languages[0], drawn, lambda name: read_picture(at.loaded.folder, name) or b""
    )
    return typeset(document, imprint, source)


class Printed:
    """A run over a sample plan: all sheets of a kind in one PDF."""

    def __init__(
        self, kind: str, plan: str, audience: str, language: str, paper: Paper = Paper.A4
    ) -> None:
        self.plan, self.language, self.size = plan, language, SIZES[paper]
        self.sheets = sheets_of(kind, opened(plan), audience, language)
        self.made = set_(self.sheets, kind, opened(plan), paper)
        self.pages = list(pypdfium2.PdfDocument(self.made.pdf))


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


def seen(page: pypdfium2.PdfPage) -> list[str]:
    """A page's lines as they are seen: from left to right, whatever is written there."""
    letters = page.get_textpage()
    lines: dict[int, list[tuple[float, str]]] = {}
    for n in range(letters.count_chars()):
        letter = letters.get_text_range(n, 1)
        if letter.strip():
            left, below, _, _ = letters.get_charbox(n, loose=True)
            lines.setdefault(round(below), []).append((left, letter))
    return ["".join(letter for _, letter in sorted(line)) for line in lines.values()]
