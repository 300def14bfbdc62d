"""Tables as an Excel workbook (XLSX) in which every cell is text, so that no number is changed."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from generator.exchange.sheet import Sheet

MAX_UNPACKED = 256 * 2**20
"""A workbook that unpacks to more than this is refused."""

# What XML can't hold, and what would be taken for the escape of such a sign.
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
_WIDEST = 60


class WorkbookError(Exception):
    """A file that is no workbook, or that can't be used; the text says why."""


def xlsx_bytes(sheets: Iterable[Sheet]) -> bytes:
    """The tables as one workbook, a sheet for each."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        _write(book.create_sheet(sheet.name[:31]), sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _write(target: Any, sheet: Sheet) -> None:
    for line, row in enumerate([sheet.columns, *sheet.rows], 1):
        for column, words in enumerate(row, 1):
            if words:
                _cell(target.cell(line, column), words, heading=line == 1)
    for column, words in enumerate(sheet.columns, 1):
        lengths = [len(words), *(len(row[column - 1]) for row in sheet.rows)]
        width = min(_WIDEST, max(lengths) + 2)
        target.column_dimensions[get_column_letter(column)].width = width
    target.freeze_panes = "A2"


def _cell(cell: Any, words: str, *, heading: bool) -> None:
    cell.value = _UNWRITABLE.sub(lambda m: f"_x{ord(m[0]):04X}_", words)
    cell.data_type = "s"  # also what begins with =
    cell.number_format = "@"
    cell.quotePrefix = True
    if heading:
        cell.font = Font(bold=True)


def read_xlsx(data: bytes, name: str | None, usual: str) -> Sheet:
    """The sheet ``name`` of a workbook; without a name the ``usual`` one, else the first."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > MAX_UNPACKED:
                raise WorkbookError("It unpacks to more than 256 MB.")
        book = load_workbook(io.BytesIO(data), data_only=True)
    except WorkbookError:
        raise
    except Exception as error:  # the reader fails in as many ways as a file can be broken
        raise WorkbookError("It can't be read as an Excel workbook (.xlsx).") from error
    names = {sheet.title.casefold(): sheet for sheet in book.worksheets}
    wanted = (name or usual).casefold()
    if name is not None and wanted not in names:
        raise WorkbookError(f"It has no sheet `{name}`.")
    if not book.worksheets:
        raise WorkbookError("It has no sheet.")
    chosen = names.get(wanted, book.worksheets[0])
    rows = [tuple(map(_text, row)) for row in chosen.iter_rows(values_only=True)]
    return Sheet.read(chosen.title, rows)


def _text(value: Any) -> str:
    """A cell as text; whole numbers without a point, days as year-month-day."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e16:
        return str(int(value))
    if isinstance(value, datetime):
        midnight = (value.hour, value.minute, value.second) == (0, 0, 0)
        return value.date().isoformat() if midnight else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    return _ESCAPE.sub(lambda m: chr(int(m[1], 16)), str(value))
