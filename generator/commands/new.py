"""``runbook new``: add a commented skeleton of one thing to a plan."""

from __future__ import annotations

import re
from pathlib import Path

import click

from generator.growing import AdditionError, addition
from generator.growing.addition import kinds
from generator.model.base import ID_PATTERN
from generator.source.folder import display
from generator.writing import replace_file


@click.command()
@click.argument("kind", type=click.Choice(kinds()))
@click.argument("id_", metavar="ID")
@click.option(
    "--plan",
    type=click.Path(path_type=Path, exists=True),
    default=Path("plans"),
    show_default=True,
    help="The plan: a YAML file, or a folder of them.",
)
def new(kind: str, id_: str, plan: Path) -> None:
    """Add a skeleton of a new KIND with the id ID to a plan, with remarks that say what to write.

    What stands in the plan stays as it is. `runbook check` then names each place that still says
    TODO.

    \b
    Examples:
      runbook new role press-officer
      runbook new scenario flood --plan plans/hq
    """
    if not re.fullmatch(ID_PATTERN, id_) or len(id_) > 64:
        raise click.UsageError(
            f"`{id_[:64]}` is no id: use small letters, digits and single hyphens, such as "
            "`press-officer`."
        )
    try:
        made = addition(plan, kind, id_)
        replace_file(made.file, made.text.encode())
    except AdditionError as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        raise click.ClickException(f"The plan can't be written: {error.strerror}.") from None
    click.echo(f"Added {kind} `{id_}`: {display(made.file)}:{made.line}")
    click.echo("Replace each TODO, then run `runbook check`.")
