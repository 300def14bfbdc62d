"""The ledger's file: where it stands, how it is read, written and judged.

One line per row, sorted by sheet, so that two people's changes merge and read well.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from msgspec import Struct

from generator.paper.ledger import Ledger, Row, ledger_path
from generator.paper.ledger_shape import LedgerFaultError, as_ledger
from generator.problems import PlanError, Position, Problem
from generator.source.folder import display

FORMAT = 1

_AGAIN = (
    "Mend that line, or take the file as it was committed last: `git checkout -- {file}`. "
    "Never make a new one: cards in pockets would be unknown."
)


class LedgerFile(Struct, frozen=True):
    """A ledger and the file that it was read from; ``found`` is None where there is none."""

    path: Path
    found: bytes | None
    ledger: Ledger


def read_ledger(plan: Path) -> LedgerFile | None:
    """A plan's ledger, or None where it has none. PlanError if it is damaged."""
    path = ledger_path(plan)
    try:
        found = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise PlanError(
            [
                Problem(
                    "ledger-not-read",
                    f"The ledger of sheets can't be read ({error.strerror}).",
                    Position(display(path)),
                    "Check that it is a file that you may read.",
                )
            ]
        ) from error
    try:
        return LedgerFile(path, found, as_ledger(found))
    except LedgerFaultError as fault:
        raise _damaged(path, fault, found) from None


@contextmanager
def replaced(file: LedgerFile, ledger: Ledger) -> Iterator[None]:
    """Put a ledger in the place of the one that was read, and that one back if what is done then
    fails; one that is the same isn't touched.

    PlanError, before anything is done, if it can't be written or somebody else wrote it meanwhile.

    Why first: a run that is killed leaves a code that is on no sheet, which does no harm; a sheet
    whose code no ledger knows does.
    """
    if ledger == file.ledger:
        yield
        return
    written = as_bytes(ledger)
    try:
        _put(file.path, written, file.found)
    except OSError as error:
        raise _not_written(file.path, error) from error
    try:
        yield
    except BaseException:
        with suppress(OSError):  # Then the new one stays; see above.
            _put_back(file, written)
        raise


def _put(path: Path, content: bytes, known: bytes | None) -> None:
    """Write a ledger in one step, if what is there is what was ``known``."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        beside.write_bytes(content)
        if _content(path) != known:
            raise _changed_meanwhile(path)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _put_back(file: LedgerFile, written: bytes) -> None:
    """Put back what was read, unless somebody else wrote the ledger after us."""
    if _content(file.path) != written:
        return
    if file.found is None:
        file.path.unlink()
    else:
        _put(file.path, file.found, written)


def _not_written(path: Path, error: OSError) -> PlanError:
    return PlanError(
        [
            Problem(
                "ledger-not-written",
                f"The ledger of sheets can't be written ({error.strerror}).",
                Position(display(path.parent)),
                "Check that you may write there and that the disk isn't full: without a row "
                "in the ledger no printed code is known.",
            )
        ]
    )


def as_bytes(ledger: Ledger) -> bytes:
    """The file of a ledger."""
    return ("\n".join(_lines(ledger)) + "\n").encode()


def _lines(ledger: Ledger) -> Iterator[str]:
    yield "{"
    yield f'  "format": {FORMAT},'
    yield f'  "salt": {_json(ledger.salt)},'
    yield '  "sheets": {'
    names = sorted(ledger.sheets)
    for name in names:
        yield f"    {_json(name)}: ["
        rows = [f"      {_json(_row(row))}" for row in ledger.sheets[name]]
        yield ",\n".join(rows)
        yield "    ]" if name == names[-1] else "    ],"
    yield "  }"
    yield "}"


def _row(row: Row) -> dict[str, Any]:
    told = {"code": row.code, "revision": row.revision, "audience": row.audience}
    if not row.changed:
        return told
    return told | {"changed": {tag: list(row.changed[tag]) for tag in sorted(row.changed)}}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _damaged(path: Path, fault: LedgerFaultError, found: bytes) -> PlanError:
    file = display(path)
    problem = Problem(
        "damaged-ledger",
        f"The ledger of sheets is damaged: {fault.message}",
        Position(file, fault.line, fault.column),
        fault.cure or _AGAIN.format(file=path.name),
    )
    return PlanError([problem], {file: found.decode("utf-8", "replace")})


def _changed_meanwhile(path: Path) -> PlanError:
    return PlanError(
        [
            Problem(
                "ledger-changed",
                "The ledger of sheets was written by somebody else while these were printed.",
                Position(display(path)),
                "Print again, so that both are in it.",
            )
        ]
    )
