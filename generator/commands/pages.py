"""``runbook pages``: the same pages as plain files, for another renderer."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import click

from generator.commands import options


@click.command()
@options.plan
@click.argument("folder", metavar="DIR", type=options.PATH)
@options.config_file
@options.editions("Write this audience's edition instead of the open ones; may be repeated.")
def pages(plan: Path, folder: Path, config_file: Path, editions: tuple[str, ...]) -> None:
    """Write the pages of PLAN to DIR as Markdown with HTML in it, one `mkdocs.yml` for each
    edition and language, which needs nothing of this program.

    \b
    Example:
      runbook pages plans/hq pages
      mkdocs build -f pages/staff/en/mkdocs.yml     builds pages/site/staff/en/
    """
    from generator.site import reporting
    from generator.site.builder import SiteBuilder
    from generator.site.configuration import read_raw
    from generator.site.plain import plain_files
    from generator.site.project import read_project
    from generator.site.replacing import publish, refuse_foreign

    try:
        refuse_foreign(folder, "DIR")
        project = read_project(config_file, plan=plan, editions=editions)
        built = SiteBuilder().build(project)
        raw = read_raw(project.config_file)
        published = publish([partial(plain_files, built, raw)], folder, option="DIR")
    except reporting.FAILURES as failure:
        reporting.say_failure(failure, "Nothing was written; the folder is as it was.")
        sys.exit(1)
    reporting.say(f"{published.written} files written, {published.unchanged} unchanged.")
    for one in built.composed:
        settings = folder / one.reading.edition.path / "mkdocs.yml"
        reporting.say(f"Build it with: mkdocs build -f {settings}")
