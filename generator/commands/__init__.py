"""The sub-commands of ``runbook``: one file each, one explicit registry.

Why a module is loaded only when its command is asked for: what the others need takes longer to
load than a small plan takes to build.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from difflib import get_close_matches
from importlib import import_module
from typing import Any

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

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is asked for; an unknown one is told its nearest kin."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            near = get_close_matches(args[0], COMMANDS, n=1)
            if not near:
                raise
            meant = f"{error.message} Did you mean `runbook {near[0]}`?"
            raise click.UsageError(meant, ctx) from None

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command. What the system refuses is said in words, without a traceback."""
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise
            if error.filename is None:
                _hush()
            raise click.ClickException(_refusal(error)) from None


def _refusal(error: OSError) -> str:
    where = "The output" if error.filename is None else error.filename
    return (
        f"{where} can't be read or written: {error.strerror or error}.\n"
        "help: Look whether there is room left, and whether you may."
    )


def _hush() -> None:
    """What is left to say goes nowhere, or the interpreter would complain once more at its end."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
