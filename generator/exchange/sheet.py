"""Tables of text, and how a thing with contacts and parts becomes one row and is read back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from generator.exchange.layout import CHANNELS, DETAILS, ORDER, Layout, has_contacts
from generator.exchange.written import Written

Row = dict[str, str]
Tree = dict[str, Written]

_BETWEEN = re.compile(r"\s*[,;\n]\s*")
_SLOT = re.compile(rf"({'|'.join(CHANNELS)})(?: ([1-9]\d?))?(?: ({'|'.join(DETAILS)}))?")


class Sheet(Struct, frozen=True):
    """A table: its name, the names of its columns and its rows, all text.

    ``heading`` is the number, from 1, of the row of its file that names the columns.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    heading: int = 1

    @classmethod
    def read(cls, name: str, rows: Sequence[Sequence[str]]) -> Sheet:
        """A table as it stands in a file: its first row that says anything names the columns.

        Rows that say nothing stay, so that the others keep their numbers, but for the last ones.
        """
        said = [n for n, row in enumerate(rows) if any(cell.strip() for cell in row)]
        if not said:
            return cls(name, (), ())
        first, last = said[0], said[-1]
        below = tuple(tuple(row) for row in rows[first + 1 : last + 1])
        return cls(name, tuple(rows[first]), below, first + 1)

    @classmethod
    def of(cls, name: str, rows: Iterable[Mapping[str, str]], first: Sequence[str] = ()) -> Sheet:
        """A table of rows by column; the columns ``first``, then those that the rows have."""
        known = list(rows)
        columns = tuple(dict.fromkeys([*first, *(key for row in known for key in row)]))
        return cls(name, columns, tuple(tuple(row.get(c, "") for c in columns) for row in known))

    def records(self) -> Iterator[Row]:
        """The rows by column, without empty cells; a row that says nothing is empty."""
        for row in self.rows:
            yield {c: cell for c, cell in zip(self.columns, row, strict=False) if cell.strip()}


def flat(tree: Tree, layout: Layout, prefix: str = "") -> Row:
    """A thing as one row."""
    row: Row = {}
    for name in layout.values:
        if name in tree:
            row[prefix + name] = str(tree[name])
    for name in layout.lists:
        if name in tree:
            row[prefix + name] = ", ".join(map(str, tree[name]))
    if has_contacts(layout):
        row |= _flat_contacts(_trees(tree.get("contacts")), prefix)
    for name, inner in layout.parts.items():
        part = tree.get(name)
        if isinstance(part, dict):
            row |= flat(part, inner, f"{prefix}{name} ")
    for name, inner in layout.repeated.items():
        for number, part in enumerate(_trees(tree.get(name)), 1):
            row |= flat(part, inner, f"{prefix}{name} {number} ")
    return row


def _trees(value: Written | None) -> list[Tree]:
    return [item for item in value or () if isinstance(item, dict)]


def _flat_contacts(contacts: list[Tree], prefix: str) -> Row:
    row: Row = {}
    slots: list[str] = []
    for contact in contacts:
        kind = str(contact["kind"])
        count = sum(slot.partition(" ")[0] == kind for slot in slots) + 1
        slot = kind if count == 1 else f"{kind} {count}"
        slots.append(slot)
        row[prefix + slot] = str(contact["value"])
        row |= {f"{prefix}{slot} {name}": str(contact[name]) for name in DETAILS if name in contact}
    if len(slots) > 1:
        row[prefix + ORDER] = ", ".join(slots)
    return row


def deep(row: Row, layout: Layout, prefix: str = "") -> Tree:
    """A row as the thing that it is; a contact of which the row has no value has none here."""
    tree: Tree = {name: row[prefix + name] for name in layout.values if prefix + name in row}
    for name in layout.lists:
        if prefix + name in row:
            tree[name] = [item for item in _BETWEEN.split(row[prefix + name].strip()) if item]
    if has_contacts(layout) and (contacts := _contacts(row, prefix)):
        tree["contacts"] = contacts
    for name, inner in layout.parts.items():
        if part := deep(row, inner, f"{prefix}{name} "):
            tree[name] = part
    for name, inner in layout.repeated.items():
        stages = [
            deep(row, inner, f"{prefix}{name} {n} ") for n in _numbers(row, f"{prefix}{name} ")
        ]
        if stages:
            tree[name] = list(stages)
    return tree


def _numbers(row: Row, prefix: str) -> list[int]:
    starts = (key.removeprefix(prefix).split(" ")[0] for key in row if key.startswith(prefix))
    return sorted({int(start) for start in starts if start.isdecimal()})


def _contacts(row: Row, prefix: str) -> list[Written]:
    slots: dict[str, Tree] = {}
    for key in row:
        found = _SLOT.fullmatch(key.removeprefix(prefix)) if key.startswith(prefix) else None
        if found:
            slot = found[1] if found[2] in (None, "1") else f"{found[1]} {found[2]}"
            slots.setdefault(slot, {"kind": found[1]})[found[3] or "value"] = row[key]
    order = [part.strip() for part in row.get(prefix + ORDER, "").split(",")]
    usual = sorted(slots, key=_usual_place)
    ordered = sorted(usual, key=lambda slot: order.index(slot) if slot in order else len(order))
    return [_in_order(slots[slot]) for slot in ordered]


def _in_order(contact: Tree) -> Tree:
    return {name: contact[name] for name in ("kind", "value", *DETAILS) if name in contact}


def _usual_place(slot: str) -> tuple[int, int]:
    kind, _, number = slot.partition(" ")
    return CHANNELS.index(kind), int(number or 1)


def known_columns(columns: Iterable[str], layout: Layout, prefix: str = "") -> set[str]:
    """Those of the columns that a row of this layout can have."""
    known = {name for name in columns if name.startswith(prefix)}
    own = {prefix + name for name in (*layout.values, *layout.lists)}
    found = known & own
    if has_contacts(layout):
        found |= {c for c in known if _SLOT.fullmatch(c.removeprefix(prefix))}
        found |= known & {prefix + ORDER}
    for name, inner in layout.parts.items():
        found |= known_columns(known, inner, f"{prefix}{name} ")
    for name, inner in layout.repeated.items():
        for number in _numbers(dict.fromkeys(known, ""), f"{prefix}{name} "):
            found |= known_columns(known, inner, f"{prefix}{name} {number} ")
    return found
