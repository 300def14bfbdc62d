"""Lines on the terminal: on standard error, so that output can be piped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import click

from generator.problems import Problem, Severity, as_text, count


def say(words: str = "") -> None:
    """One line for the person who builds or prints."""
    click.echo(words, err=True)


def say_all_but_notes(problems: Sequence[Problem], sources: Mapping[str, str]) -> None:
    """Problems as text. Notes never stop anything: among them what does would be overlooked."""
    for problem in problems:
        if problem.severity is not Severity.NOTE:
            say(as_text(problem, sources) + "\n")
    if notes := count(problems, Severity.NOTE):
        say(f"{notes} note{'s' if notes > 1 else ''}; `runbook check` lists them.")
