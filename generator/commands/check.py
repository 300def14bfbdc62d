"""``runbook check``: list every problem of a plan."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

import click

from generator.checks import check as find_problems
from generator.commands import options
from generator.load import load
from generator.problems import Problem, Severity, as_json, as_text, count


@click.command()
@options.plan
@options.strict
@click.option(
    "--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@options.as_of()
def check(plan: Path, strict: bool, style: str, as_of: date | None) -> None:
    """List every problem of PLAN, a YAML file or a folder of them.

    Exit status: 0 if the plan can be built, 1 if it can't, 2 for wrong usage.

    \b
    Examples:
      runbook check plans/hq
      runbook check plan.yml --strict
      runbook check plans/hq --format json --as-of 2026-12-31
    """
    loaded = load(plan)
    problems = find_problems(loaded, as_of or date.today())  # noqa: DTZ011
    if style == "json":
        click.echo(json.dumps([as_json(problem) for problem in problems], indent=2))
    else:
        for problem in problems:
            click.echo(as_text(problem, loaded.texts) + "\n")
        click.echo(summary(problems))
    sys.exit(1 if stops(problems, strict) or loaded.plan is None else 0)


def stops(problems: list[Problem], strict: bool) -> bool:
    """True if the problems stop a build."""
    return bool(count(problems, Severity.ERROR) or (strict and count(problems, Severity.WARNING)))


def summary(problems: list[Problem]) -> str:
    """One line that counts the problems."""
    if not problems:
        return "No problems."
    parts = [
        f"{number} {severity}{'s' if number != 1 else ''}"
        for severity in Severity
        if (number := count(problems, severity))
    ]
    return ", ".join(parts) + "."
