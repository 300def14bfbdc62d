"""``runbook export``: a plan in other programs' formats."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands import options
from generator.commands.ending import ended_by_problems
from generator.epoch import epoch
from generator.model.kinds import COLLECTIONS
from generator.writing import replace_file

if TYPE_CHECKING:
    from generator.editions import Edition

_FORMATS = ("csv", "xlsx", "vcard", "icalendar", "json", "ics-205a")


@click.command()
@options.plan
@click.option("--format", "style", type=click.Choice(_FORMATS), required=True, help="The format.")
@click.option("--audience", help="Whose edition; without one, the most open audience's.")
@click.option("--language", help="In which of the plan's languages; without one, the first.")
@click.option(
    "--table",
    type=click.Choice(sorted(set(COLLECTIONS.values()))),
    help="With `--format csv`: only this table.",
)
@click.option(
    "--out",
    type=options.PATH,
    help="The file to write, for all tables as CSV the folder; without one, standard output.",
)
def export(
    plan: Path,
    style: str,
    audience: str | None,
    language: str | None,
    table: str | None,
    out: Path | None,
) -> None:
    """Write what an audience may see of PLAN in another program's format.

    \b
      csv, xlsx   people, suppliers, roles and all other topics as tables
      vcard       an address book for phones
      icalendar   reviews, exercises, milestones and what is due
      json        the plan as this audience reads it
      ics-205a    the communications list of the incident command system (.csv or .xlsx)

    The tables of people and suppliers come back whole with `runbook import`.

    \b
    Examples:
      runbook export plans/hq --format xlsx --audience crisis-team --out hq.xlsx
      runbook export plans/hq --format csv --table people > people.csv
      runbook export plan.yml --format icalendar --language nl --out plan.ics
    """
    from generator.exchange.exporting import opened

    _refuse_wrong_use(style, table, out)
    stamp = _stamp()
    with ended_by_problems():
        edition = opened(plan, audience, language, stamp.date())
    try:
        for path, content in _files(edition, style, table, out, stamp):
            _write(path, content)
    except OSError as error:
        if out is None:
            raise
        raise click.UsageError(f"{out} can't be written: {error.strerror}.") from None
    click.echo(f"As `{edition.audience.id}` reads it, in `{edition.language}`.", err=True)


def _files(
    edition: Edition, style: str, table: str | None, out: Path | None, stamp: datetime
) -> Iterator[tuple[Path | None, bytes]]:
    """What is to be written, and where; None is standard output."""
    from generator.exchange import exporting

    if style == "csv" and table is None and out is not None:
        for artifact in exporting.tables_csv(edition):
            yield out / artifact.path, artifact.content
    elif style == "csv":
        yield out, exporting.table_csv(edition, table or "people")
    elif style == "ics-205a" and out is not None and out.suffix.casefold() == ".xlsx":
        yield out, exporting.list_xlsx(edition)
    else:
        yield out, exporting.single_file(edition, style, stamp)


def _refuse_wrong_use(style: str, table: str | None, out: Path | None) -> None:
    if table is not None and style != "csv":
        raise click.UsageError("`--table` goes with `--format csv`.")
    if style == "csv" and table is None and out is None:
        raise click.UsageError("Name a folder with `--out`, or one table with `--table`.")
    if style == "csv" and table is None and out is not None and out.is_file():
        raise click.UsageError(f"{out} is a file; all tables go to a folder.")
    if style == "xlsx" and out is None and sys.stdout.isatty():
        raise click.UsageError("Name a file with `--out`.")


def _stamp() -> datetime:
    """When it was said: `SOURCE_DATE_EPOCH` where it is set, else now, by the clock on the wall."""
    told = epoch(os.environ)
    if told is not None:
        return datetime.fromtimestamp(told, UTC)
    return datetime.now().astimezone()


def _write(path: Path | None, content: bytes) -> None:
    if path is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, content)
