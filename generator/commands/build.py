"""``runbook build``: the site of every open edition, verified."""

from __future__ import annotations

import gc
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import Any, NoReturn

import click

from generator.commands import options


@click.command()
@options.config_file
@options.other_plan
@click.option("--site-dir", "site", type=options.PATH, help="Another folder for the site.")
@options.as_of()
@options.editions(
    "Build only this audience's edition; may be repeated. A protected one goes to a folder of its "
    "own, such as site-crisis-team/."
)
@click.option(
    "--single-file",
    is_flag=True,
    help="Write each edition also as one file in each language, such as "
    "staff/en/runbook-staff-en.html.",
)
@options.strict
def build(config_file: Path, **changes: Any) -> None:
    """Build the site of every edition that the plan publishes openly, and verify it.

    The site is replaced only when all of it is right. Exit status: 0 if it is, 1 if the plan or
    the site has problems, 2 for wrong usage.

    \b
    Examples:
      runbook build
      runbook build --plan plans/hq --site-dir public
      runbook build --edition crisis-team
      runbook build --single-file
    """
    # Nothing that modules make is garbage, and the process ends with the build.
    gc.disable()
    from generator.site.ready import ready_beside

    started = perf_counter()
    waiting = ready_beside(config_file, **changes)
    # In the meantime the modules for the rest are loaded.
    from generator.aside import Aside
    from generator.site import reporting
    from generator.site.builder import SiteBuilder
    from generator.site.publishing import site_of

    try:
        with _unwound_when_told_to_end(), Aside() as aside:
            site = site_of(waiting(), SiteBuilder(reporting.say_step, aside))
    except reporting.FAILURES as failure:
        reporting.say_failure(failure)
        sys.exit(1)
    reporting.say_problems(site.built.opened)
    reporting.say_site(site, perf_counter() - started)


@contextmanager
def _unwound_when_told_to_end() -> Iterator[None]:
    """SIGTERM ends it as Ctrl-C does, so that nothing is left behind."""
    before = signal.signal(signal.SIGTERM, _end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _end(number: int, frame: object) -> NoReturn:  # noqa: ARG001
    sys.exit(128 + number)
