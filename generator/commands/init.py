"""``runbook init``: write an organisation's own folder, with a small plan to start from."""

from __future__ import annotations

import json
import re
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from generator import __version__
from generator.outputs.artifact import Artifact
from generator.schema import plan_schema_text

SKELETON = Path(__file__).parent.parent / "skeleton"
PROGRAMME = Path(__file__).parent.parent / "skeleton_full"
"""What the full size adds: the rest of the continuity programme."""

_COMMON = "common"
_PLAN = "plans/plan.yml"
_ORGANISATION = re.compile(r"^(  organisation: ).*$", re.MULTILINE)
# Under their own names these would already have effect inside the package.
_RENAMED = {"gitignore": ".gitignore"}
_NEXT = """\
Wrote a small plan to {folder}. It works as it is; make it yours:
{enter}  runbook serve         see it, and each change as you save it
  runbook check plans   see what is wrong
  runbook build         make the site
Start with README.md and plans/plan.yml."""


def languages() -> tuple[str, ...]:
    """The languages in which there is a small plan."""
    return tuple(sorted(path.name for path in SKELETON.iterdir() if path.name != _COMMON))


def starting_files(
    language: str, *, full: bool = False, organisation: str | None = None
) -> Iterator[Artifact]:
    """The files of a new folder: the small plan in a language, and the schema for editors.

    ``full`` adds the rest of the continuity programme; ``organisation`` is whose plan it is.
    """
    folders = [SKELETON / _COMMON, SKELETON / language]
    for folder in [*folders, PROGRAMME / language] if full else folders:
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            path = file.relative_to(folder).as_posix()
            text = file.read_text("utf-8").replace("@version@", __version__)
            if organisation and path == _PLAN:
                text = _named(text, organisation)
            yield Artifact(_RENAMED.get(path, path), text.encode())
    yield Artifact("plans/plan.schema.json", plan_schema_text().encode())


def _named(text: str, organisation: str) -> str:
    """The plan with its organisation's name; JSON's quotes are good YAML, whatever the name."""
    quoted = json.dumps(" ".join(organisation.split()), ensure_ascii=False)
    return _ORGANISATION.sub(lambda found: found[1] + quoted, text, count=1)


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--language",
    type=click.Choice(languages()),
    default="en",
    show_default=True,
    help="The language of the plan and its remarks.",
)
@click.option("--organisation", help="Whose plan it is.")
@click.option(
    "--size",
    type=click.Choice(["small", "full"]),
    help="`small`: what to do in a crisis. `full`: also activities, risks, plans, ...",
)
def init(folder: Path, language: str, organisation: str | None, size: str | None) -> None:
    """Write a folder for your own plan to DIR, with a small plan that builds.

    Nothing is ever overwritten: DIR must be new or empty. The plan is one commented file with a
    scenario, three roles and five people who don't exist; replace them by yours.

    On a terminal it asks for what no option says.

    \b
    Examples:
      runbook init my-plan
      runbook init ons-plan --language nl --organisation "Bakkerij De Korst" --size small
    """
    if sys.stdin.isatty():
        organisation = organisation or click.prompt("Whose plan is it?", default="", type=str)
        size = size or click.prompt(
            "How much to begin with?", type=click.Choice(["small", "full"]), default="small"
        )
    try:
        _refuse_occupied(folder)
        for artifact in starting_files(language, full=size == "full", organisation=organisation):
            _write(folder / artifact.path, artifact.content)
    except OSError as error:
        raise click.UsageError(f"{folder} can't be written: {error.strerror}.") from None
    enter = "" if folder == Path() else f"  cd {shlex.quote(str(folder))}\n"
    click.echo(_NEXT.format(folder="this folder" if not enter else folder, enter=enter))


def _refuse_occupied(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise click.UsageError(f"{folder} is a file. Name a new folder.")
    if folder.is_dir() and any(folder.iterdir()):
        raise click.UsageError(f"{folder} isn't empty; nothing was written. Name a new folder.")


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(content)
