"""The binder as a document: the whole of it, or the sections that changed since an earlier one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from generator.paper.binder.replacing import Replacement, replacements
from generator.paper.document import Document, Printing
from generator.views.sheets.sheet import Sheet

TEMPLATE: Final = "binder"


def binders(sheets: tuple[Sheet, ...], printing: Printing, name: str) -> Iterator[Document]:
    """The binder in one file; only what changed since, where the binder of then is known."""
    for sheet in sheets:
        old = printing.before.get(sheet.name)
        changed = changed_binder(old, sheet, printing, name) if old else None
        yield changed or whole_binder(sheet, printing, name)


def whole_binder(sheet: Sheet, printing: Printing, name: str) -> Document:
    """The binder with all its sections."""
    printed = [section.code for section in sheet.view.sections]
    options = {"printed": printed, "former": [], "replace": None}
    return _document(f"{name}.pdf", (sheet,), printing, options)


def changed_binder(old: Sheet, new: Sheet, printing: Printing, name: str) -> Document | None:
    """The sections of ``new`` that ``old`` hasn't or has otherwise, after a page that says which
    pages are taken out and put in. None if all sections are the same."""
    rows = replacements(old.view, new.view)
    if not rows:
        return None
    options = {
        "printed": [row.code for row in rows if row.insert],
        "former": [row.code for row in rows if row.remove],
        "replace": {"rows": [_row(row) for row in rows]},
    }
    return _document(f"{name}-changes.pdf", (new, old), printing, options)


def _row(row: Replacement) -> dict[str, Any]:
    return {"code": row.code, "title": row.title, "remove": row.remove, "insert": row.insert}


def _document(
    path: str, sheets: tuple[Sheet, ...], printing: Printing, options: Mapping[str, Any]
) -> Document:
    return Document(
        path,
        sheets[0].title,
        printing.language,
        TEMPLATE,
        sheets,
        printing.paper,
        {**options, "recipient": printing.recipient},
        twice=True,
    )
