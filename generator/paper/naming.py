"""Names of documents and of sheets: by all that decides which bytes they become."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from generator.locales import locale
from generator.paper.data import Setting
from generator.paper.document import Document, Imprint
from generator.paper.values import Source, document_data, sheet_data
from generator.views.sheets.sheet import Sheet


class SheetNames(Struct, frozen=True):
    """The name of a document without its sheets, and of each of its sheets in it: 32 bytes each."""

    frame: bytes
    sheets: tuple[bytes, ...]


class Names:
    """Names documents by what they say; a sheet that several of them hold is read once.

    A code's drawing follows from its payload, so that none has to be drawn for a name; ``payloads``
    are those that were come across.
    """

    def __init__(self, source: Source) -> None:
        self.payloads: dict[str, None] = {}
        self._source = replace(source, code=self._undrawn)
        self._known: dict[tuple[Any, ...], bytes] = {}
        self._frames: dict[tuple[Any, ...], bytes] = {}

    def of(self, document: Document, imprint: Imprint) -> bytes:
        """The document's name: 32 bytes."""
        sheets = (self._sheet(sheet, document, imprint) for sheet in document.sheets)
        return sha256(b"".join((self._frame(document, imprint), *sheets))).digest()

    def each(self, document: Document, imprint: Imprint) -> SheetNames:
        """The names of the document's sheets in it."""
        frame = self._frame(document, imprint)
        sheets = (self._sheet(sheet, document, imprint) for sheet in document.sheets)
        return SheetNames(frame, tuple(sha256(frame + one).digest() for one in sheets))

    def _frame(self, document: Document, imprint: Imprint) -> bytes:
        # What of the document its value has, besides sheets: many documents have the same.
        own = document.title, document.language, document.template, document.paper
        options = json.dumps(document.options)
        key = (*own, repr(document.boxes), options, id(imprint))
        if key not in self._frames:
            empty = replace(document, sheets=())
            data = document_data(empty, imprint, self._source, self._picture)
            told = [document.template, repr(document.boxes), imprint.made.isoformat(), data]
            self._frames[key] = sha256(json.dumps(told).encode()).digest()
        return self._frames[key]

    def _sheet(self, sheet: Sheet, document: Document, imprint: Imprint) -> bytes:
        code = imprint.codes.get(sheet.name)
        key = (id(sheet), code, document.language, document.checked and imprint.check)
        if key not in self._known:
            data = sheet_data(sheet, document, imprint, self._setting(document.language))
            self._known[key] = sha256(json.dumps(data).encode()).digest()
        return self._known[key]

    def _setting(self, language: str) -> Setting:
        return Setting(locale(language), self._source.primary, self._undrawn, self._picture)

    def _undrawn(self, payload: str) -> bytes:
        self.payloads[payload] = None
        return f'<svg viewBox="0 0 1 1">{payload}'.encode()

    def _picture(self, name: str) -> str:
        return sha256(self._source.picture(name)).hexdigest()
