"""How a command ends when there are problems."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click


@contextmanager
def ended_by_problems(last: str = "") -> Iterator[None]:
    """PlanError: all its problems are said, then ``last``; exit status 1."""
    from generator.problems import PlanError, as_text

    try:
        yield
    except PlanError as failure:
        for problem in failure.problems:
            click.echo(as_text(problem, failure.sources) + "\n", err=True)
        if last:
            click.echo(last, err=True)
        sys.exit(1)
