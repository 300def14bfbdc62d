"""``runbook serve``: a live preview."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.commands import options


class _HostAndPort(click.ParamType[tuple[str, int]]):
    name = "host:port"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, int]:
        host, _, port = str(value).rpartition(":")
        if not host or not port.isdecimal() or int(port) > 65535:
            self.fail(f"{value!r} isn't host:port, such as 127.0.0.1:8000", param, ctx)
        return host, int(port)


@click.command()
@options.config_file
@options.other_plan
@click.option(
    "-a",
    "--address",
    type=_HostAndPort(),
    default="127.0.0.1:8000",
    show_default=True,
    help="Where the preview is served.",
)
@options.editions("Show this audience's edition instead of the open ones; may be repeated.")
def serve(
    config_file: Path, plan: Path | None, address: tuple[str, int], editions: tuple[str, ...]
) -> None:
    """Show the site in a browser, and show each edit of the plan as it is saved.

    While the plan has errors the browser shows them with their places; /problems.html lists
    those that don't stop a build. Nothing is written to the site's folder.

    \b
    Examples:
      runbook serve
      runbook serve --plan plans/hq -a 127.0.0.1:9000
    """
    from generator.problems import PlanError
    from generator.site import preview, reporting
    from generator.site.project import PREVIEWED, Project, read_project

    def read() -> Project:
        return read_project(config_file, plan=plan, editions=editions, **PREVIEWED)

    try:
        preview.serve(read, *address)
    except PlanError as failure:
        reporting.say_problems_of(failure)
        sys.exit(1)
    except OSError as error:
        host, port = address
        reporting.say(f"error: {host}:{port} can't be used ({error.strerror}).")
        reporting.say("help: another program may be using it; choose one with `-a`.")
        sys.exit(1)
