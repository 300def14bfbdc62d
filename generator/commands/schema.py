"""``runbook schema``: print the JSON Schema of a plan's files."""

from __future__ import annotations

import click

from generator.schema import plan_schema_text


@click.command()
def schema() -> None:
    """Print the JSON Schema that editors use to complete and check a plan's files.

    \b
    Example:
      runbook schema > plan.schema.json
    """
    click.echo(plan_schema_text(), nl=False)
