"""A document: a PDF of one or many sheets."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from msgspec import Struct, field

from generator.model.text import Text
from generator.views.sheets.sheet import Sheet


class Paper(StrEnum):
    """The paper in the printer."""

    A4 = "a4"
    LETTER = "letter"

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in millimetres (ISO 216; ANSI/ASME Y14.1)."""
        return (210.0, 297.0) if self is Paper.A4 else (215.9, 279.4)


class Printing(Struct, frozen=True):
    """How it is printed. ``duplex`` is the edge over which the printer turns the sheet, ``long`` or
    ``short``; ``back_language`` that of the backs of wallet cards, where it is another;
    ``recipient`` whom the binder is for.

    ``before`` are the sheets by name as they were, where only what changed since is printed and
    the plan of then is there.
    """

    language: str
    paper: Paper = Paper.A4
    duplex: str = "long"
    back_language: str | None = None
    recipient: str | None = None
    before: Mapping[str, Sheet] = field(default_factory=dict)


class Boxes(Struct, frozen=True):
    """How far the trimmed page lies inside the paper on each side, in millimetres, and how far
    what is printed bleeds over that edge (ISO 32000-1, 14.11.2)."""

    trim: float
    bleed: float


class Fitting(Struct, frozen=True):
    """How sheets are measured before they are set: by which ``template``, and which of the
    document's ``options`` that reads.

    What is measured of a sheet holds for all documents that agree on these. The template says it by
    ``#metadata((sheet: …, side: …, its: …)) <fits>``, with the sheet's number in the document; a
    sheet gets it as ``sheet.fits``, by side.
    """

    template: str
    options: tuple[str, ...] = ()


class Document(Struct, frozen=True):
    """What Typst makes one PDF of.

    ``path`` ends in ``.pdf`` and is unique within an edition and language. ``template`` is the stem
    of a file in ``templates/sheets``. ``options`` are JSON values that the template reads. A
    template that is run ``twice`` gets, the second time, as ``/found.json`` how many ``pages`` each
    section had (``marks.py``). ``fitting`` is how its sheets are measured beforehand, if they are.
    ``checked``: its sheets show a QR code of the page that says whether they are current.
    """

    path: str
    title: str
    language: str
    template: str
    sheets: tuple[Sheet, ...]
    paper: Paper = Paper.A4
    options: Mapping[str, Any] = field(default_factory=dict)
    boxes: Boxes | None = None
    checked: bool = True
    twice: bool = False
    fitting: Fitting | None = None


class Imprint(Struct, frozen=True):
    """What stands on every sheet and is no fact of it.

    ``codes`` are the sheets' codes by name; a sheet without one says none. ``check`` is the
    published address of the page that says whether a code is current. ``made`` is the moment that
    goes into the PDF.
    """

    organisation: Text
    plan: Text
    revision: str
    issued: date | None
    made: datetime
    codes: Mapping[str, str] = field(default_factory=dict)
    check: str | None = None
