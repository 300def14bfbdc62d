"""Which sheets changed since: an earlier plan, or a revision that the ledger knows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from generator.compare.revision import RevisionError, is_there
from generator.paper.changes import Difference, SheetChange, labels
from generator.paper.earlier import Lookup, Sheets
from generator.paper.ledger import NAME, Ledger
from generator.paper.register import Register
from generator.problems import PlanError, Position, Problem, listed
from generator.source.folder import display


class Since(Struct, frozen=True):
    """An earlier state: ``sheets`` as they were where the plan of then is there, else the
    ``revision`` of the ledger."""

    revision: str
    sheets: Sheets | None = None


def find_since(named: str, lookup: Lookup, ledger: Ledger) -> Since:
    """What somebody means by a revision: a plan's path, a revision in the ledger, or one of git.

    PlanError if it is none of them.
    """
    if is_there(named):
        return Since(named, _read(lookup.in_plan(Path(named)), named, Path(named)))
    if named in ledger.revisions():
        return Since(named)
    try:
        return Since(named, _read(lookup.at(named), named, lookup.plan))
    except RevisionError as error:
        known = ledger.revisions()
        raise PlanError(
            [
                Problem(
                    "unknown-revision",
                    f"`{named}` is no plan, no revision in the ledger of sheets, and none of git "
                    f"that has this plan ({error}).",
                    Position(display(lookup.plan)),
                    f"The ledger knows {listed(known)}."
                    if known
                    else "Nothing was printed yet; print all sheets once.",
                )
            ]
        ) from None


def _read(sheets: Sheets | None, named: str, place: Path) -> Sheets:
    if sheets is None:
        raise PlanError(
            [
                Problem(
                    "unreadable-revision",
                    f"The plan at `{named}` can't be read by this generator.",
                    Position(display(place)),
                    "Name a revision that `runbook check` finds no errors in.",
                )
            ]
        )
    return sheets


Until = Callable[[str], Sheets | None]
"""The sheets as they were printed at a revision of the ledger, where git has them."""


def changes_since(
    since: Since, now: Register, printed: Iterable[Sheets], until: Until
) -> tuple[SheetChange, ...]:
    """The sheets that are new or other, in the order of the plan, then those that are gone.

    ``printed`` are the sheets as they may have been printed last, ``until`` those of an earlier
    printing, for a revision of the ledger.
    """
    if since.sheets is not None:
        return tuple(_against(since.sheets, now))
    kept = tuple(printed)
    return tuple(_by_ledger(since.revision, now, kept, until))


def _against(before: Sheets, now: Register) -> Iterator[SheetChange]:
    for name, shown in now.shown.items():
        was = before.get(name)
        title = shown.sheet.title
        if was is None:
            yield SheetChange(name, title, Difference.NEW)
        elif was.facts != shown.facts:
            yield SheetChange(name, title, Difference.CHANGED, labels(was, shown))
    yield from _gone(before, now)


def _by_ledger(
    revision: str, now: Register, printed: tuple[Sheets, ...], until: Until
) -> Iterator[SheetChange]:
    told = now.told(printed)
    for name, shown in now.shown.items():
        title = shown.sheet.title
        then = now.ledger.at(name, revision)
        if then is None:
            yield SheetChange(name, title, Difference.NEW)
        elif then.code != now.codes[name]:
            rows = now.ledger.since(name, then)
            said = [one for row in rows for its in row.changed.values() for one in its]
            said += told.get(name, ())
            yield SheetChange(name, title, Difference.CHANGED, tuple(dict.fromkeys(said)))
    yield from _gone(_held(revision, now, printed, until), now)


def _held(
    revision: str, now: Register, printed: tuple[Sheets, ...], until: Until
) -> Mapping[str, object]:
    """The sheets that somebody may hold who had none printed since: those of the last printing, and
    those of then, for who left in between is in the plan of then alone."""
    known = _in_ledger(revision, now)
    if not printed:
        return known
    if all(name in now.shown or name in printed[0] for name in known):
        return printed[0]
    then = until(revision)
    return {**{name: row for name, row in known.items() if then and name in then}, **printed[0]}


def _in_ledger(revision: str, now: Register) -> dict[str, object]:
    """The sheets that the ledger knows at a revision, of the kinds and editions of this run. Some
    may be gone for longer: without the plan as it was nobody can tell."""
    scopes = {_scope(name) for name in now.shown}
    names = (name for name in now.ledger.sheets if _scope(name) in scopes)
    return {name: row for name in names if (row := now.ledger.at(name, revision))}


def _scope(name: str) -> tuple[str | None, ...]:
    match = NAME.fullmatch(name)
    return match.group("kind", "folder", "back") if match else ()


def _gone(before: Mapping[str, object], now: Register) -> Iterator[SheetChange]:
    for name in before:
        if name not in now.shown and NAME.fullmatch(name):
            yield SheetChange(name, "", Difference.GONE)
