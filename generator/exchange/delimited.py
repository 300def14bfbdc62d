"""Tables as CSV (RFC 4180), as spreadsheets read them: UTF-8 with a byte order mark.

A cell that a spreadsheet would take for a formula gets an apostrophe before it. A phone number
needs none: ``+`` and digits compute nothing. Reading takes the apostrophe away again, so that
nothing is lost on the way; a text that has apostrophes before such a sign gets one more.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence

from generator.exchange.sheet import Sheet

_FORMULA = re.compile(r"'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])")
_GUARDED = re.compile(r"'(?='*(?:\s*[=+\-@＝＋－＠]|[\t\r\n]))")
_NUMBER = re.compile(r"\+[0-9][0-9 ]*")
_SEPARATORS = ",;\t"


class BrokenTableError(Exception):
    """A row of a file, numbered from 1, in which the cells can't be told apart."""

    def __init__(self, row: int) -> None:
        self.row = row
        super().__init__(row)


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    safe = _NUMBER.fullmatch(cell) or not _FORMULA.match(cell)
    return cell if safe else f"'{cell}"


def unguarded(cell: str) -> str:
    """What a cell says, without its guard."""
    return _GUARDED.sub("", cell, count=1) if _GUARDED.match(cell) else cell


def csv_bytes(sheet: Sheet) -> bytes:
    """The table as a file."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_MINIMAL, lineterminator="\r\n")
    writer.writerows([_row(sheet.columns), *map(_row, sheet.rows)])
    return out.getvalue().encode("utf-8-sig")


def _row(cells: Sequence[str]) -> list[str]:
    return [guarded(cell) for cell in cells]


def read_csv(data: bytes, name: str) -> tuple[Sheet, str]:
    """The table in a file, and the encoding that it was read in.

    Comma, semicolon or tab between cells: the first line tells. Without a mark and no UTF-8, it
    is taken for what spreadsheets on Windows write. BrokenTableError if a quote isn't closed, or
    a cell is longer than any text of a plan.
    """
    text, encoding = _decoded(data)
    heading = text.lstrip("\r\n").partition("\n")[0]
    separator = max(_SEPARATORS, key=heading.count)
    return Sheet.read(name, _rows(text, separator)), encoding


def _rows(text: str, separator: str) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        rows.extend([unguarded(cell) for cell in row] for row in reader)
    except csv.Error as error:
        raise BrokenTableError(len(rows) + 1) from error
    return rows


def _decoded(data: bytes) -> tuple[str, str]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace"), "UTF-16"
    try:
        return data.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace"), "Windows-1252"
