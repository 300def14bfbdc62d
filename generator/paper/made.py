"""Documents made now, or kept from an earlier run: one in which nothing changed isn't set again."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from hashlib import sha256
from importlib.metadata import version
from typing import Any

from generator.kept import Kept
from generator.locales import locale
from generator.paper.data import Setting
from generator.paper.document import Document, Imprint
from generator.paper.fonts import font_files
from generator.paper.typesetter import SHEETS, Source, Typeset, document_data, sheet_data, typeset
from generator.views.sheets.sheet import Sheet

Press = Callable[[Sequence[Callable[[], Typeset]]], list[Typeset]]
"""Does the jobs, in order; best in other processes."""

_FORM = "2"
"""Raise it when finished PDFs are changed in another way (``boxes.py``)."""


def maker() -> str:
    """What decides, besides a document's own value, which bytes it becomes: Typst, templates and
    fonts."""
    told = sha256()
    for path in sorted(SHEETS.rglob("*.typ")):
        told.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    for font in font_files():
        told.update(f"{font.name} {font.stat().st_size}".encode())
    return f"sheets {_FORM} typst {version('typst')} {told.hexdigest()}"


def made_or_kept(
    wanted: Sequence[tuple[Document, Imprint]], source: Source, press: Press, kept: Kept
) -> list[Typeset]:
    """Every document, in order. What doesn't fit is set again each time, to be said again."""
    names = Names(source)
    keys = [names.of(document, imprint) for document, imprint in wanted]
    found = [kept.get(key) for key in keys]
    missing = [number for number, pdf in enumerate(found) if pdf is None]
    if missing:
        source.prepare(tuple(names.payloads))
    jobs = [partial(typeset, *wanted[number], source) for number in missing]
    fresh = dict(zip(missing, press(jobs) if jobs else (), strict=True))
    for number, one in fresh.items():
        if not one.overflows:
            kept.put(keys[number], one.pdf)
    return [fresh[number] if pdf is None else Typeset(pdf, ()) for number, pdf in enumerate(found)]


class Names:
    """Names documents by what they say; a sheet that several of them hold is read once.

    A code's drawing follows from its payload, so that none has to be drawn for a name; ``payloads``
    are those that were come across.
    """

    def __init__(self, source: Source) -> None:
        self.payloads: dict[str, None] = {}
        self._source = replace(source, code=self._undrawn)
        self._known: dict[tuple[Any, ...], str] = {}

    def of(self, document: Document, imprint: Imprint) -> bytes:
        """The document's name: 32 bytes."""
        empty = document_data(replace(document, sheets=()), imprint, self._source, self._picture)
        told = [
            document.template,
            repr(document.boxes),
            imprint.made.isoformat(),
            empty,
            [self._sheet(sheet, document, imprint) for sheet in document.sheets],
        ]
        return sha256(json.dumps(told).encode()).digest()

    def _sheet(self, sheet: Sheet, document: Document, imprint: Imprint) -> str:
        code = imprint.codes.get(sheet.name)
        key = (id(sheet), code, document.language, document.checked and imprint.check)
        if key not in self._known:
            data = sheet_data(sheet, document, imprint, self._setting(document.language))
            self._known[key] = sha256(json.dumps(data).encode()).hexdigest()
        return self._known[key]

    def _setting(self, language: str) -> Setting:
        return Setting(locale(language), self._source.primary, self._undrawn, self._picture)

    def _undrawn(self, payload: str) -> bytes:
        self.payloads[payload] = None
        return f'<svg viewBox="0 0 1 1">{payload}'.encode()

    def _picture(self, name: str) -> str:
        return sha256(self._source.picture(name)).hexdigest()
