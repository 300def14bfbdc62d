"""From a document to a PDF, by Typst; the only importer of ``typst`` besides the fonts.

A template finds its value in ``/data.json``, pictures of the plan in ``/pictures``, and nothing
else: no system fonts, no packages, no other file. It says what doesn't fit by
``#metadata((sheet: …, side: …, over: …)) <overflow>`` (``templates/sheets/look.typ``).
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import typst
from msgspec import Struct
from msgspec.structs import replace

from generator.paper.boxes import finished
from generator.paper.directions import has_right_to_left, kept_in_order
from generator.paper.document import Document, Imprint
from generator.paper.fonts import fonts
from generator.paper.marks import ASKED, Marks, read_marks
from generator.paper.values import Source as Source
from generator.paper.values import document_data

SHEETS: Final = Path(__file__).parents[1] / "templates" / "sheets"
FOUND: Final = "found.json"
"""What a first run found (``Document.twice``); null until then."""


class Overflow(Struct, frozen=True):
    """What doesn't fit: the sheet's name, which side or part of it, how many lines are too many
    there, and, where the template knows it, which texts are to be shorter."""

    sheet: str
    side: str
    lines: int
    shorten: str = ""


class Typeset(Struct, frozen=True):
    """A finished PDF, or what didn't fit in it."""

    pdf: bytes
    overflows: tuple[Overflow, ...]


Fits = Mapping[str, Any]
"""What was measured of a sheet, by side (``Fitting``)."""


def typeset(
    document: Document, imprint: Imprint, source: Source, fits: Sequence[Fits] | None = None
) -> Typeset:
    """The document as a tagged PDF: the same bytes for the same arguments. ``fits`` is what was
    measured of each of its sheets; without it they are measured now."""
    with _Desk(source) as desk:
        compiler = _set(document, imprint, source, desk, fits)
        pdf = compiler.compile(
            format="pdf", pdf_standards="ua-1", timestamp=int(imprint.made.timestamp())
        )
        found = json.loads(compiler.query("<overflow>", field="value"))
        marks = _marks(compiler) if document.twice else Marks()
    overflows = tuple(
        Overflow(one["sheet"], one["side"], one["lines"], one.get("shorten", "")) for one in found
    )
    done = finished(_single(pdf), document.boxes, marks.labels, marks.places)
    return Typeset(done, overflows)


def _marks(compiler: typst.Compiler) -> Marks:
    return read_marks(json.loads(compiler.eval(ASKED)))


def measured(document: Document, imprint: Imprint, source: Source) -> list[Fits]:
    """What is measured of each of the document's sheets before it is set."""
    with _Desk(source) as desk:
        return _measured(document, imprint, source, desk)


def to_measure(document: Document) -> Document:
    """The document as far as it is measured: the same for all that share what is measured."""
    named = document.fitting.options if document.fitting else ()
    options = {name: document.options[name] for name in named}
    return replace(document, path="", title="", options=options, boxes=None)


def _measured(document: Document, imprint: Imprint, source: Source, desk: _Desk) -> list[Fits]:
    if document.fitting is None:
        return [{} for _ in document.sheets]
    desk.lay(document_data(to_measure(document), imprint, source, desk.place))
    told = json.loads(desk.compiler(document.fitting.template).query("<fits>", field="value"))
    found: list[dict[str, Any]] = [{} for _ in document.sheets]
    for one in told:
        found[one["sheet"]][one["side"]] = one["its"]
    return list(found)


def _set(
    document: Document,
    imprint: Imprint,
    source: Source,
    desk: _Desk,
    fits: Sequence[Fits] | None,
) -> typst.Compiler:
    """Typst with the document's value before it; with what a first run found, if there is one."""
    data = document_data(document, imprint, source, desk.place)
    known = _measured(document, imprint, source, desk) if fits is None else fits
    for sheet, its in zip(data["sheets"], known, strict=True):
        sheet["fits"] = its
    desk.lay(data)
    if document.twice:
        desk.lay(None, FOUND)
        first = _marks(desk.compiler(document.template))
        desk.lay({"pages": first.pages}, FOUND)
    return desk.compiler(document.template)


def pictured(
    document: Document,
    imprint: Imprint,
    source: Source,
    ppi: float,
    fits: Sequence[Fits] | None = None,
) -> list[bytes]:
    """The document's pages as PNG, ``ppi`` pixels an inch; ``fits`` as above."""
    with _Desk(source) as desk:
        pages = _set(document, imprint, source, desk, fits).compile(format="png", ppi=ppi)
    return pages if isinstance(pages, list) else [_single(pages)]


def _single(made: bytes | list[bytes] | None) -> bytes:
    return made if isinstance(made, bytes) else made[0] if made else b""


_ran: list[bool] = []
"""Not empty once Typst ran in this process."""


def ran_here() -> bool:
    """Whether Typst has run in this process; a copy of it can't run Typst any more."""
    return bool(_ran)


class _Desk:
    """A folder for one run of Typst, which sees nothing outside it."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._temporary = TemporaryDirectory(prefix="runbook-sheet-")
        self._root = Path(self._temporary.name)

    def __enter__(self) -> _Desk:
        shutil.copytree(SHEETS, self._root, dirs_exist_ok=True)
        return self

    def __exit__(self, *_: object) -> None:
        self._temporary.cleanup()

    def lay(self, data: Any, name: str = "data.json") -> None:
        """Put a document's value on it, or what a first run found."""
        dumped = json.dumps(data)
        if has_right_to_left(dumped):
            dumped = json.dumps(kept_in_order(data))
        (self._root / name).write_text(dumped, encoding="utf-8")

    def place(self, picture: str) -> str:
        """Put a picture of the plan on it, and say where it is."""
        content = self._source.picture(picture)
        suffix = Path(picture).suffix.lower()
        path = f"pictures/{sha256(content).hexdigest()[:16]}{suffix}"
        (self._root / "pictures").mkdir(exist_ok=True)
        (self._root / path).write_bytes(content)
        return f"/{path}"

    def compiler(self, template: str) -> typst.Compiler:
        """Typst for one of the templates."""
        _ran.append(True)
        main = self._root / f"{template}.typ"
        return typst.Compiler(str(main), root=str(self._root), font_paths=fonts())
