"""A mapping file: what the columns of somebody else's table mean.

sheet: Staff                       # of a workbook; left out, `people`, or the first one
columns: {Afdeling: unit, Gsm: mobile, "Tel. werk": phone}
build: {name: "{Voornaam} {Achternaam}"}
values: {unit: {IT: ict, Netwerkdienst: network}}
defaults: {audience: staff}
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct, field

from generator.exchange.layout import Layout
from generator.exchange.sheet import Row, Sheet, known_columns
from generator.other_words import meant_column
from generator.problems import Position, Problem, Severity, listed, suggestion
from generator.source.folder import display
from generator.source.tree import plain
from generator.source.yaml_text import read_yaml

_SLOT = re.compile(r"\{([^{}]+)\}")
_TABLES = ("columns", "build", "defaults")


class ColumnMapping(Struct, frozen=True):
    """``columns``: the table's column → ours; ``build``: ours → a text of the table's columns."""

    sheet: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    build: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    defaults: Mapping[str, str] = field(default_factory=dict)


def read_mapping(path: Path, layout: Layout) -> tuple[ColumnMapping, list[Problem]]:
    """The mapping in a file, and what is wrong with it."""
    problems: list[Problem] = []
    name = display(path)
    try:
        tree = read_yaml(path.read_text("utf-8-sig"), name, problems.append)
    except (OSError, UnicodeDecodeError):
        return ColumnMapping(), [_fault(name, "It can't be read.", "Give a YAML file in UTF-8.")]
    said = plain(tree) if tree is not None else {}
    if problems or not isinstance(said, dict):
        return ColumnMapping(), problems or [_fault(name, "It is no mapping.", _SHAPE)]
    tables: dict[str, dict[str, str]] = {}
    for key in _TABLES:
        table = said.pop(key, {})
        if isinstance(table, dict) and all(isinstance(words, str) for words in table.values()):
            tables[key] = {ours: str(words) for ours, words in table.items()}
        else:
            problems.append(_fault(name, f"`{key}` is no table of texts.", _SHAPE))
    values, sheet = said.pop("values", {}), said.pop("sheet", None)
    if said:
        problems.append(_fault(name, f"It says {listed(said)}, which means nothing here.", _SHAPE))
    problems += _unknown(name, tables, layout)
    made = ColumnMapping(
        sheet if isinstance(sheet, str) else None,
        {_plain(theirs): _plain(ours) for theirs, ours in tables.get("columns", {}).items()},
        {_plain(ours): words for ours, words in tables.get("build", {}).items()},
        _values(values),
        {_plain(ours): words for ours, words in tables.get("defaults", {}).items()},
    )
    return made, problems


_SHAPE = "It has `columns:`, `build:`, `values:`, `defaults:` and `sheet:`; see the guide."


def _fault(name: str, message: str, cure: str) -> Problem:
    return Problem("import-mapping", message, Position(name), cure)


def _values(said: object) -> dict[str, dict[str, str]]:
    if not isinstance(said, dict):
        return {}
    tables = {_plain(ours): table for ours, table in said.items() if isinstance(table, dict)}
    return {
        ours: {_plain(theirs): word for theirs, word in table.items() if isinstance(word, str)}
        for ours, table in tables.items()
    }


def _unknown(name: str, tables: dict[str, dict[str, str]], layout: Layout) -> list[Problem]:
    ours = {
        *map(_plain, tables.get("columns", {}).values()),
        *map(_plain, tables.get("build", {})),
        *map(_plain, tables.get("defaults", {})),
    }
    fields = (*layout.values, *layout.lists, "mobile", "phone", "mail")
    return [
        _fault(
            name,
            f"There is no field `{word}` to map a column to.",
            suggestion(word, fields) or f"There are {listed(fields, 20)} and more; see the guide.",
        )
        for word in sorted(ours - known_columns(ours, layout))
    ]


def _plain(words: str) -> str:
    """A column's name for comparison: ``Tel_Werk `` is ``tel werk``."""
    return " ".join(words.replace("_", " ").casefold().split())


def twice(sheet: Sheet, mapping: ColumnMapping, layout: Layout) -> list[str]:
    """The names that several columns have, though only one of them could count."""
    named = Counter(_plain(column) for column in sheet.columns if column.strip())
    ours = {name: mapping.columns.get(name, name) for name in named}
    known = known_columns(ours.values(), layout)
    used = _slots(mapping)
    return [n for n, times in named.items() if times > 1 and (ours[n] in known or n in used)]


def _slots(mapping: ColumnMapping) -> set[str]:
    """The table's columns that texts are built of."""
    return {_plain(slot) for words in mapping.build.values() for slot in _SLOT.findall(words)}


def mapped(sheet: Sheet, mapping: ColumnMapping, layout: Layout) -> tuple[list[Row], list[Problem]]:
    """The table's rows under our columns' names, and a note on columns that mean nothing."""
    theirs = {column: _plain(column) for column in sheet.columns}
    ours = {column: mapping.columns.get(name, name) for column, name in theirs.items()}
    known = known_columns(ours.values(), layout)
    used = _slots(mapping)
    idle = [
        c for c in sheet.columns if ours[c] not in known and theirs[c] not in used and c.strip()
    ]
    notes = []
    if idle:
        notes.append(
            Problem(
                "import-column",
                f"Not imported: the column{'s' if len(idle) > 1 else ''} {listed(idle, 12)}.",
                Position(sheet.name),
                _how_to_map(idle, known),
                Severity.NOTE,
            )
        )
    return [_row(record, ours, known, theirs, mapping) for record in sheet.records()], notes


def _how_to_map(idle: Sequence[str], known: set[str]) -> str:
    """A mapping that can be typed as it stands, as far as the headings tell."""
    meant: dict[str, str] = {}
    for column in idle:
        ours = meant_column(column)
        if ours and ours not in known and ours not in meant.values():
            meant[column] = ours
    if not meant:
        return "Name what they mean in a mapping file (`--mapping`) if they matter."
    pairs = ", ".join(f"{json.dumps(c, ensure_ascii=False)}: {one}" for c, one in meant.items())
    return f"Write a mapping file, `columns: {{{pairs}}}`, and name it by `--mapping`."


def _row(record: Row, ours: Row, known: set[str], theirs: Row, mapping: ColumnMapping) -> Row:
    if not record:
        return {}
    row: Row = dict(mapping.defaults)
    by_name = {theirs[column]: cell for column, cell in record.items()}
    for column, cell in record.items():
        if ours[column] in known:
            row[ours[column]] = cell
    for field_, words in mapping.build.items():
        built = _SLOT.sub(lambda m: by_name.get(_plain(m[1]), ""), words)
        if built.strip():
            row[field_] = " ".join(built.split())
    for field_, table in mapping.values.items():
        if field_ in row:
            row[field_] = table.get(_plain(row[field_]), row[field_])
    return {name: cell for name, cell in row.items() if cell.strip()}
