"""``runbook import``: bring people and suppliers into a plan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands import options
from generator.commands.ending import ended_by_problems

if TYPE_CHECKING:
    from generator.exchange.importing import Prepared


def _regular(_: click.Context, param: click.Parameter, path: Path | None) -> Path | None:
    """A device may never end, and a pipe never begin. BadParameter for both."""
    if path is not None and not path.is_file():
        raise click.BadParameter(f"{path} is a device or a pipe, not a file.", param=param)
    return path


@click.command(name="import")
@options.plan
@click.argument(
    "file", type=click.Path(path_type=Path, exists=True, dir_okay=False), callback=_regular
)
@click.option(
    "--as",
    "topic",
    type=click.Choice(["people", "suppliers"]),
    default="people",
    show_default=True,
    help="What the rows are.",
)
@click.option(
    "--mapping",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    callback=_regular,
    help="A YAML file that says what the columns mean.",
)
@click.option("--language", help="The language of the file's texts instead of the plan's first.")
@click.option("--dry-run", is_flag=True, help="Say what would change; write nothing.")
@click.option("--overwrite", is_flag=True, help="Also change what the plan says otherwise.")
def import_(
    plan: Path,
    file: Path,
    topic: str,
    mapping: Path | None,
    language: str | None,
    dry_run: bool,
    overwrite: bool,
) -> None:
    """Bring the people or suppliers in FILE (CSV, XLSX or vCards) into PLAN.

    Who is new is added, what is empty is filled in. What the plan says otherwise stays, unless
    `--overwrite` is given; nobody is ever removed. Comments, order and layout of the plan's files
    stay as they are. Columns are called as in `runbook export`; a mapping file translates others:

    \b
      columns: {Afdeling: unit, Gsm: mobile}
      build: {name: "{Voornaam} {Naam}"}
      values: {unit: {IT: ict}}
      defaults: {audience: staff}

    Exit status: 0 if all rows can be used, 1 if not (then nothing is written), 2 for wrong usage.

    \b
    Examples:
      runbook import plans/hq staff.xlsx --dry-run
      runbook import plans/hq staff.csv --mapping staff-mapping.yml --overwrite
      runbook import plan.yml contacts.vcf
      runbook import plans/hq suppliers.csv --as suppliers
    """
    from generator.exchange.importing import prepare

    with ended_by_problems("Nothing was written."):
        prepared = prepare(plan, file, topic, mapping, language, overwrite=overwrite)
        if not dry_run:
            _write(prepared)
    _say(prepared, dry_run=dry_run, overwrite=overwrite)


def _write(prepared: Prepared) -> None:
    from generator.exchange.editing.writing import write

    try:
        write(prepared.texts)
    except OSError as error:
        raise click.ClickException(f"The plan can't be written: {error.strerror}.") from None


def _say(prepared: Prepared, *, dry_run: bool, overwrite: bool) -> None:
    from generator.exchange.incoming.summary import in_words

    for note in prepared.notes:
        click.echo(f"{note.position}: {note.message}\n    {note.help}", err=True)
    lines = list(in_words(prepared.comparison, overwrite=overwrite))
    for line in lines:
        click.echo(line)
    click.echo(_summary(lines, prepared.texts, dry_run=dry_run))


def _summary(lines: list[str], texts: dict[Path, str], *, dry_run: bool) -> str:
    kept = sum(line.startswith("=") for line in lines)
    more = f" {kept} kept; see --overwrite." if kept else ""
    if not texts:
        return f"Nothing to change.{more}"
    files = ", ".join(str(path) for path in texts)
    changes = len(lines) - kept
    what = f"{changes} change{'s' if changes != 1 else ''}"
    return f"{what} {'would be' if dry_run else ''} written to {files}.{more}".replace("  ", " ")
