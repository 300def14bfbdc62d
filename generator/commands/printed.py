"""What ``runbook print`` says when it is done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from generator.paper.changes import Difference, SheetChange
from generator.paper.ordering import Done
from generator.site.saying import say


def say_done(done: Done, out: Path, since: str | None) -> None:
    """Say what changed on standard output, and what was written beside it."""
    if done.changes is not None:
        for line in change_lines(done.changes, done.sheets, since or ""):
            click.echo(line)
    if done.published is not None:
        files = done.published
        say(f"{out}: {files.written} files written, {files.unchanged} unchanged.")
    if done.closed:
        say(
            f"{counted(done.closed, 'card')} show{'s' if done.closed == 1 else ''} what only their "
            "bearers may read: give each to its bearer, and nobody the files."
        )
    if done.rows:
        say(f"The ledger of sheets has {counted(done.rows, 'new row')}: commit it with the plan.")
    if done.untold:
        say(
            f"For {counted(done.untold, 'sheet')} it doesn't say what changed: the plan as it was "
            "printed isn't in git."
        )


def change_lines(changes: Sequence[SheetChange], sheets: int, since: str) -> Iterator[str]:
    """Who needs a new sheet and why, and who has one to give back."""
    gone = [one for one in changes if one.difference is Difference.GONE]
    wanted = [one for one in changes if one.difference is not Difference.GONE]
    if not wanted:
        yield f"Nothing changed on any of {counted(sheets, 'sheet')} since {since}."
    else:
        yield f"{len(wanted)} of {counted(sheets, 'sheet')} changed since {since}:"
    for one in wanted:
        yield f"  {one.title} ({one.name})"
        yield f"    {_why(one)}"
    if gone:
        yield f"No longer in the plan, take {'it' if len(gone) == 1 else 'them'} back:"
        yield from (f"  {one.name}" for one in gone)


def _why(change: SheetChange) -> str:
    if change.difference is Difference.NEW:
        return "new"
    return "; ".join(change.labels) or "changed; what, isn't known"


def counted(number: int, what: str) -> str:
    """A number of things in words: 1 sheet, 2 sheets."""
    return f"{number} {what}{'' if number == 1 else 's'}"
