"""The sub-commands of ``runbook``: one file each, one explicit registry."""

from __future__ import annotations

import click

from generator.commands.build import build
from generator.commands.check import check
from generator.commands.schema import schema

COMMANDS: tuple[click.Command, ...] = (build, check, schema)
