"""The ledger of sheets: which codes each had, since which revision, and what changed then.

It is a file that is committed beside the plan. It holds no value of any fact and no hash of one:
only codes, and the words for what changed. Rows are kept newest first, so that a new one is one
new line.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from msgspec import Struct, field

from generator.source.folder import plan_files

SALT_BYTES: Final = 16
FILE: Final = "sheets.json"

NAME: Final = re.compile(
    r"(?P<kind>[^/@ ]+)/[^@ ]+ @ (?P<folder>[^/@ ]+/[^/@ +]+)(?:\+(?P<back>[^/@ +]+))?"
)
"""How a sheet is named: kind and id, then the edition and the language it was printed from, and
the language of its back where that is another."""


class Row(Struct, frozen=True):
    """A code that a sheet had: from which revision of the plan, projected at which audience.

    ``changed`` are the words for what changed then, by language; empty for a sheet's first row,
    and where it isn't known.
    """

    code: str
    revision: str
    audience: str
    changed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class Ledger(Struct, frozen=True):
    """Rows by sheet (``NAME``), the newest first, and the salt of their codes."""

    salt: str
    sheets: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)

    def codes(self) -> dict[str, tuple[str, ...]]:
        """The codes that each sheet had, the newest first."""
        return {name: tuple(row.code for row in rows) for name, rows in self.sheets.items()}

    def latest(self, name: str) -> Row | None:
        """The row of the sheet as it was last printed."""
        return next(iter(self.sheets.get(name, ())), None)

    def revisions(self) -> tuple[str, ...]:
        """The revisions at which sheets were printed, the oldest first."""
        known = {row.revision for rows in self.sheets.values() for row in rows}
        return tuple(sorted(known, key=revision_key))

    def at(self, name: str, revision: str) -> Row | None:
        """The row of the sheet as it was printed at a revision or before it."""
        limit = revision_key(revision)
        rows = self.sheets.get(name, ())
        return next((row for row in rows if revision_key(row.revision) <= limit), None)

    def since(self, name: str, row: Row | None) -> tuple[Row, ...]:
        """The rows of the sheet that are newer than one of them, the oldest first."""
        rows = self.sheets.get(name, ())
        return rows[: rows.index(row)][::-1] if row in rows else rows[::-1]

    def with_rows(self, rows: Iterable[tuple[str, Row]]) -> Ledger:
        """The ledger with a new row for each of these sheets."""
        sheets = dict(self.sheets)
        for name, row in rows:
            sheets[name] = (row, *sheets.get(name, ()))
        return Ledger(self.salt, sheets)


def ledger_path(plan: Path) -> Path:
    """Where a plan's ledger stands: in its folder, or beside its only file.

    A folder of one file is the same plan as that file. Whichever way it is named, its ledger is
    the one that is there; of two that of the folder.
    """
    if plan.is_dir():
        own = plan / FILE
        beside = sorted(plan.glob(f"*.{FILE}"))
        if not own.exists() and len(beside) == 1 and _is_whole(beside[0], plan):
            return beside[0]
        return own
    own, folders = plan.with_name(f"{plan.stem}.{FILE}"), plan.parent / FILE
    return folders if folders.exists() and _is_whole(own, plan.parent) else own


def _is_whole(ledger: Path, folder: Path) -> bool:
    """Whether the only plan file of a folder is the one that a ledger stands beside."""
    name = ledger.name.removesuffix(f".{FILE}")
    return [file.stem for file in plan_files(folder)] == [name]


def sheet_name(sheet: str, folder: str, back: str | None = None) -> str:
    """A sheet's name in the ledger: ``wallet-card/anna @ staff/en``, with a back in another
    language ``wallet-card/anna @ staff/en+nl``. The same sheet in another edition or language shows
    other facts, so it has a line of its own."""
    return f"{sheet} @ {folder}+{back}" if back else f"{sheet} @ {folder}"


def new_ledger() -> Ledger:
    """A ledger without sheets, with a salt of its own."""
    return Ledger(secrets.token_hex(SALT_BYTES))


def revision_key(revision: str) -> tuple[tuple[int, int, str], ...]:
    """Sorts revisions as people count them: 2026.3 before 2026.10."""
    return tuple(_parts(revision))


def _parts(revision: str) -> Iterator[tuple[int, int, str]]:
    for number, words in re.findall(r"(\d+)|([^\d.\s_-]+)", revision):
        yield (1, int(number), "") if number else (0, 0, words.casefold())
