"""``runbook diff``: what changed between two plans, in words."""

from __future__ import annotations

import json
import tempfile
from datetime import date
from pathlib import Path

import click
import msgspec

from generator.compare import Change, changes
from generator.compare.recording import entry
from generator.compare.revision import RevisionError, is_there, plan_at
from generator.load import has_errors, load
from generator.model import Plan
from generator.problems import as_text, in_order


@click.command()
@click.argument("old")
@click.argument("new", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json", "yaml"]),
    default="text",
    show_default=True,
)
def diff(old: str, new: Path, style: str) -> None:
    """Say in words what changed from OLD to NEW.

    NEW is a plan: a YAML file or a folder of them. OLD is a plan too, or a revision of git at
    which NEW is looked up. Numbers and addresses of contacts are never shown. With `--format
    yaml` it prints an entry for the plan's `revisions:`, each change for the audience that sees
    it; put it in words before you approve it. Exit status: 0, also if something changed; 1 if a
    plan can't be read.

    \b
    Examples:
      runbook diff plans/hq-2025 plans/hq
      runbook diff HEAD~1 plans/hq
      runbook diff v2026.3 plans/hq --format yaml
    """
    with tempfile.TemporaryDirectory() as folder:
        before = Path(old) if is_there(old) else _at_revision(old, new, Path(folder))
        was, now = _plan(before), _plan(new)
    if style == "yaml":
        _record(was, now)
        return
    found = changes(was, now)
    click.echo(_as_json(found) if style == "json" else _as_text(found))


def _record(old: Plan, new: Plan) -> None:
    revision = new.plan.revision
    if any(one.revision == revision for one in new.revisions):
        said = f"Revision {revision} has an entry already: raise `revision:`, or add to that entry."
        click.echo(said, err=True)
    click.echo(entry(old, new, date.today()), nl=False)  # noqa: DTZ011


def _at_revision(revision: str, plan: Path, folder: Path) -> Path:
    try:
        return plan_at(revision, plan, folder)
    except RevisionError as error:
        raise click.ClickException(
            f"`{revision}` is neither a plan nor a revision that has one: {error}\n"
            "help: Name another folder or file, or a revision that `git log` knows."
        ) from None


def _plan(path: Path) -> Plan:
    loaded = load(path)
    if loaded.plan is None or has_errors(loaded.problems):
        for problem in in_order(loaded.problems):
            click.echo(as_text(problem, loaded.texts) + "\n", err=True)
        raise click.ClickException(f"The plan at {path} can't be read.")
    return loaded.plan


def _as_text(found: tuple[Change, ...]) -> str:
    if not found:
        return "Nothing changed."
    return "\n".join(line for change in found for line in change.sentences())


def _as_json(found: tuple[Change, ...]) -> str:
    return json.dumps(
        [msgspec.to_builtins(change) for change in found], indent=2, ensure_ascii=False
    )
