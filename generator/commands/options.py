"""What several commands take: each argument and option declared once, as a decorator.

A command gets what it works with, not the words that stood on the line: a day, a kind of paper.
So what was said can be handed on as it is. What one command alone takes stands beside it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import reduce
from pathlib import Path
from typing import Any, TypeAlias

import click

Declared: TypeAlias = Callable[[Callable[..., Any]], Callable[..., Any]]
"""Declares one thing that a command takes, or some."""

PATH = click.Path(path_type=Path)


def together(*declared: Declared) -> Declared:
    """Several declarations as one; help lists them in this order."""
    return lambda command: reduce(lambda made, one: one(made), reversed(declared), command)


def editions(help_text: str) -> Declared:
    """`--edition NAME`, which may be repeated: ``editions``, audiences' ids."""
    return click.option("--edition", "editions", multiple=True, metavar="NAME", help=help_text)


def as_of(help_text: str = "Judge as of this day (year-month-day) instead of today.") -> Declared:
    """`--as-of`: a day, or None."""
    moment = click.DateTime(["%Y-%m-%d"])
    return click.option("--as-of", type=moment, callback=_day, help=help_text)


def _day(_: click.Context, __: click.Parameter, moment: datetime | None) -> date | None:
    return moment.date() if moment else None


plan: Declared = click.argument("plan", type=PATH)

other_plan: Declared = click.option("--plan", type=PATH, help="Another plan than the file names.")

config_file: Declared = click.option(
    "-f",
    "--config-file",
    type=PATH,
    default="mkdocs.yml",
    show_default=True,
    help="The site's settings.",
)

strict: Declared = click.option("--strict", is_flag=True, help="Warnings count as errors.")
