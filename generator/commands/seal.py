"""``runbook seal``: make a finished folder survive, whatever rendered it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click


@click.command()
@click.argument("site", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--title", default="", help="Whose plan it is.  [default: as sealed before]")
@click.option("--revision", default="", help="The plan's revision.  [default: as sealed before]")
def seal(site: Path, title: str, revision: str) -> None:
    """Seal the folder SITE, so that phones can save and verify it.

    `runbook build` does this by itself; this command is for a folder that another renderer made.
    Every page gets its Content-Security-Policy; packs, manifest and worker are added. Sealing
    again changes nothing. Exit status: 0 if it is sealed, 1 if its pages can't be, 2 for wrong
    usage.

    \b
    Examples:
      runbook seal site
      runbook seal public --title "Delta – Emergency plan" --revision 2026.2
    """
    from generator.seal.fault import SealError
    from generator.seal.folder import about_of, seal_folder
    from generator.seal.moment import moment
    from generator.site.sealing import scripts

    _refuse_other_folders(site)
    about = about_of(site, moment(os.environ, site), title, revision)
    try:
        change = seal_folder(site, about, scripts())
    except SealError as error:
        for fault in error.faults:
            click.echo(f"{fault.path}: error[{fault.code}] {fault.message}", err=True)
        click.echo("Nothing was sealed; the folder is as it was.", err=True)
        sys.exit(1)
    click.echo(
        f"Sealed: {change.written} files written, {change.removed} removed, "
        f"{change.unchanged} unchanged."
    )


def _refuse_other_folders(site: Path) -> None:
    """UsageError for a folder that is no site: what is sealed is published, so that a plan's own
    files would be."""
    if (site / "mkdocs.yml").exists() or next(site.rglob("*.html"), None) is None:
        raise click.UsageError(
            f"{site} isn't a finished site; nothing was sealed. Name the folder that holds the "
            "built pages, such as `site`."
        )
