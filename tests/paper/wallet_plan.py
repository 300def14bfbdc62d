"""A small plan with wallet cards, and what its printed cards look like, for tests."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from generator.editions import audiences
from generator.model import Plan
from generator.outputs.matrix import drawn
from generator.paper.document import Document, Imprint, Paper, Printing
from generator.paper.typesetter import Source, Typeset, typeset
from generator.paper.wallet import wallet_files
from generator.views.sheets import wallet_cards
from generator.views.sheets.sheet import Order, Sheet
from tests.plan_builder import make_plan

MM = 72 / 25.4
DAY = date(2026, 11, 22)
SOURCE = Source("en", drawn, lambda name: b"")

HEADER: dict[str, Any] = {
    "languages": ["en", "nl"],
    "audiences": [
        {"id": "public", "title": "Everyone", "publish": "open"},
        {"id": "staff", "title": "All staff"},
        {"id": "crisis-team", "title": "Crisis team"},
    ],
    "default_audience": "staff",
    "site_url": "https://plan.example/",
    "issued": "2026-10-01",
    "emergency_numbers": [
        {"id": "fire", "number": "112", "label": {"en": "Fire", "nl": "Brand"}},
        {"id": "line", "number": "+33 1 99 00 50 50", "label": "Crisis line"},
    ],
}


def person(number: int, **changes: Any) -> dict[str, Any]:
    """A person with a mobile for staff and a home number for the crisis team."""
    return {
        "id": f"p{number}",
        "name": f"Person {number}",
        "site": "tower",
        "contacts": [
            {"kind": "mobile", "value": f"+49 171 39200 {number:02}"},
            {"kind": "home", "value": f"+49 30 23125 {number:03}"},
        ],
    } | changes


def wallet_plan(count: int = 3, **changes: Any) -> Plan:
    """A lead who calls a warden; both are called in one tree; everybody else only works there."""
    topics: dict[str, Any] = {
        "people": [person(number) for number in range(1, count + 1)],
        "roles": [
            {"id": "lead", "title": "Lead", "holder": "p1", "reads": "crisis-team"},
            {"id": "warden", "title": "Warden", "holder": "p2", "reads": "staff"},
        ],
        "sites": [
            {
                "id": "tower",
                "name": "Tower",
                "assembly_points": [{"id": "quay", "name": "By the flag poles"}],
            }
        ],
        "call_trees": [
            {
                "id": "team",
                "title": "Team",
                "initiator": "lead",
                "nodes": [
                    {"id": "warden", "who": "warden", "calls": ["third"]},
                    {"id": "third", "who": "p3"},
                ],
            }
        ],
        "scenarios": [
            {
                "id": "fire",
                "title": "Fire",
                "icon": "fire",
                "safety": [
                    {"id": "out", "do": "Leave."},
                    {"id": "lift", "do_not": "use the lift."},
                ],
                "phases": [
                    {
                        "id": "now",
                        "title": "Now",
                        "checklists": [{"role": "lead", "checklist": "l"}],
                    }
                ],
            }
        ],
        "checklists": [{"id": "l", "title": "Lead", "steps": [{"id": "a", "do": "Declare it."}]}],
    }
    header = HEADER | changes.pop("header", {})
    return make_plan(header=header, **(topics | changes))


def order(
    plan: Plan, audience: str = "staff", language: str = "en", two: tuple[str, str] | None = None
) -> Order:
    """An order for an edition of a plan."""
    named = {one.id: one for one in audiences(plan)}
    return Order(plan, named[audience], language, DAY, plan.plan.site_url, two)


def cards(plan: Plan, audience: str = "staff", language: str = "en") -> dict[str, Sheet]:
    """The cards of an edition by id."""
    made = wallet_cards.sheets(order(plan, audience, language))
    return {sheet.id: sheet for sheet in made}


def documents(
    sheets: tuple[Sheet, ...], language: str = "en", **printing: Any
) -> dict[str, Document]:
    """The documents of cards by layout: cut, fold, shop."""
    how = Printing(language, **printing)
    return {str(one.options["layout"]): one for one in wallet_files(sheets, how, "wallet-cards")}


def set_(document: Document, **codes: str) -> Typeset:
    """The document as a PDF."""
    made = datetime(2026, 10, 1, tzinfo=UTC)
    plan = make_plan().plan
    imprint = Imprint(plan.organisation, plan.title, "2026.3", date(2026, 10, 1), made, codes)
    return typeset(document, imprint, SOURCE)


def sizes(pdf: bytes) -> list[tuple[float, float]]:
    """The pages' width and height in millimetres."""
    pages = pypdfium2.PdfDocument(pdf)
    return [tuple(round(side / MM, 2) for side in page.get_size()) for page in pages]


def placed(pdf: bytes, page: int, words: str) -> tuple[float, float, float, float]:
    """Where words stand first: left, upper, right, lower edge, in mm from the page's upper left."""
    one = pypdfium2.PdfDocument(pdf)[page]
    text = one.get_textpage()
    found = text.search(words).get_next()
    assert found is not None, f"no {words!r} on page {page}"
    boxes = [text.get_charbox(at) for at in range(found[0], found[0] + found[1])]
    height = one.get_height()
    left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
    lower, upper = min(box[1] for box in boxes), max(box[3] for box in boxes)
    return tuple(value / MM for value in (left, height - upper, right, height - lower))


def words_of(pdf: bytes, page: int) -> str:
    """A page's text in reading order."""
    return str(pypdfium2.PdfDocument(pdf)[page].get_textpage().get_text_range())


def opened(pdf: bytes) -> pikepdf.Pdf:
    """The PDF's objects."""
    return pikepdf.open(BytesIO(pdf))


PAPERS = {Paper.A4: (2, 5), Paper.LETTER: (2, 4)}


def lines(pdf: bytes, page: int) -> Iterator[tuple[float, float, float, float]]:
    """The straight lines on a page: left, upper, right, lower in mm from its upper left. What
    PDFium adds on each side for the thickness is taken off their ends."""
    one = pypdfium2.PdfDocument(pdf)[page]
    for thing in one.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = thing.get_bounds()
        height = one.get_height()
        pad = min(right - left, top - bottom) / 2
        if pad > 1:
            yield left / MM, (height - top) / MM, right / MM, (height - bottom) / MM
        elif right - left > top - bottom:
            yield (left + pad) / MM, (height - top) / MM, (right - pad) / MM, (height - bottom) / MM
        else:
            yield left / MM, (height - top + pad) / MM, right / MM, (height - bottom - pad) / MM
