"""The sub-commands of ``runbook``: one file each, one explicit registry.

Why a module is loaded only when its command is asked for: what the others need takes longer to
load than a small plan takes to build.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

import click

COMMANDS: Mapping[str, str] = {
    "init": "init",
    "build": "build",
    "print": "print_",
    "serve": "serve",
    "check": "check",
    "verify": "verify",
    "publish": "publish",
    "hosts": "hosts",
    "seal": "seal",
    "new": "new",
    "diff": "diff",
    "import": "import_",
    "export": "export",
    "pages": "pages",
    "schema": "schema",
}
"""Each command with the module here that has it, and the function's name in it."""


class Commands(click.Group):
    """The group of the commands of the registry."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Their names, as help lists them."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """A command, loaded now; None if there is none of that name."""
        name = COMMANDS.get(cmd_name)
        if name is None:
            return None
        command: click.Command = getattr(import_module(f"{__name__}.{name}"), name)
        return command
