"""The command ``runbook``."""

from __future__ import annotations

import click

from generator import __version__
from generator.commands import Commands


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="runbook")
def main() -> None:
    """Turn an organisation's plan data into an emergency runbook.

    \b
    Start with:
      runbook init my-plan        write a folder to start from
      runbook check my-plan/plans see what is wrong with a plan
      runbook build               make the site
    """
