"""Read a file of people or suppliers, whichever kind it is, as records."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from generator.exchange.delimited import BrokenTableError, read_csv
from generator.exchange.incoming.records import Record, records
from generator.exchange.layout import LAYOUTS
from generator.exchange.mapping import ColumnMapping, mapped, read_mapping, twice
from generator.exchange.row_checks import refuse_twice, refuse_unseen
from generator.exchange.row_problems import fault, note, refused
from generator.exchange.sheet import Row, Sheet
from generator.exchange.vcards import read_vcards
from generator.exchange.workbook import WorkbookError, read_xlsx
from generator.problems import PlanError, Position, Problem
from generator.source.folder import display

MAX_BYTES = 64 * 2**20

_KINDS = "Give a CSV file, an Excel workbook (.xlsx) or vCards (.vcf)."


def read_records(
    file: Path, topic: str, mapping: Path | None, plan_id: str
) -> tuple[list[Record], list[Problem]]:
    """What the file holds, and notes on it; PlanError if it can't be used.

    ``plan_id`` tells the cards that the plan itself handed out.
    """
    data = _bytes(file)
    if file.suffix.casefold() in (".vcf", ".vcard"):
        found, notes = _cards(file, data, topic, plan_id)
    else:
        found, notes = _table(file, data, topic, mapping)
    refuse_unseen(file, found)
    return found, notes


def _bytes(file: Path) -> bytes:
    try:
        data = file.read_bytes() if file.stat().st_size <= MAX_BYTES else None
    except OSError as error:
        raise refused(file, f"This file can't be read ({error.strerror}).", _KINDS) from None
    if data is None:
        raise refused(file, "This file is over 64 MB.", "Split it.")
    return data


def _cards(file: Path, data: bytes, topic: str, plan_id: str) -> tuple[list[Record], list[Problem]]:
    if topic != "people":
        raise refused(file, "vCards hold people, not suppliers.", "Import it as people.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    found, others = read_vcards(text, plan_id)
    if not found and not others:
        raise refused(file, "This file has no vCard.", _KINDS)
    said = f"Cards that are no person's were left out: {others}."
    return found, [note(file, 1, said)] if others else []


def _table(
    file: Path, data: bytes, topic: str, mapping: Path | None
) -> tuple[list[Record], list[Problem]]:
    layout = LAYOUTS[topic]
    chosen, faults = read_mapping(mapping, layout) if mapping else (ColumnMapping(), [])
    if faults:
        raise PlanError(faults)
    sheet, notes = _sheet(file, data, topic, chosen)
    if not sheet.columns:
        raise refused(file, "This file has no rows.", _KINDS)
    refuse_twice(file, sheet.heading, twice(sheet, chosen, layout))
    rows, remarks = mapped(sheet, chosen, layout)
    place = Position(display(file))
    notes += [replace(remark, position=place) for remark in remarks]
    _must_name(file, rows, notes)
    return records(rows, topic, sheet.heading + 1), notes


def _sheet(
    file: Path, data: bytes, topic: str, chosen: ColumnMapping
) -> tuple[Sheet, list[Problem]]:
    if data.startswith(b"PK") or file.suffix.casefold() in (".xlsx", ".xlsm", ".xls"):
        try:
            return read_xlsx(data, chosen.sheet, topic), []
        except WorkbookError as error:
            raise refused(file, str(error), _KINDS) from None
    try:
        sheet, encoding = read_csv(data, topic)
    except BrokenTableError as broken:
        said = "The cells of this row can't be told apart, or one of them never ends."
        cure = "Look for a quote that isn't closed, or save the table again from its program."
        raise PlanError([fault(file, broken.row, said, cure)]) from None
    if encoding.startswith("UTF"):
        return sheet, []
    return sheet, [note(file, 1, f"Read as {encoding}: look at letters with accents.")]


def _must_name(file: Path, rows: Sequence[Row], notes: Sequence[Problem]) -> None:
    if not any("id" in row or "name" in row for row in rows):
        cure = "Name the column of the names `name`, or map it: `columns: {Naam: name}`."
        raise PlanError([fault(file, 1, "No column holds ids or names.", cure), *notes])
