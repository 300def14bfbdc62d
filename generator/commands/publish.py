"""``runbook publish``: bring the site to where people read it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from generator.publish import Done, Source, Store


@click.command()
@click.argument("target")
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path),
    default="site",
    show_default=True,
    help="The folder of the built site.",
)
@click.option("--url", help="Then verify what is served at this address.")
@click.option("--dry-run", is_flag=True, help="Say what would change; write nothing.")
def publish(target: str, site_dir: Path, url: str | None, dry_run: bool) -> None:
    """Bring the built site to TARGET: a folder, a USB stick, a host that rsync or rclone reaches.

    Content goes first, then the manifest, then the worker: a phone gets the old revision or the
    new one, never a mix. Only what changed is written. If it is cut off, run it again. Nothing that
    a publication didn't put there is ever removed. Exit status: 0 if all is well, 1 if not, 2 for
    wrong usage.

    \b
    Examples:
      runbook publish /media/usb/plan
      runbook publish web@plan.example.org:/srv/runbook/site --url https://plan.example.org/
      runbook publish rclone:storage:plan-bucket --dry-run
    """
    from generator.publish import PublishError, Source, store_of

    if url is not None and not url.startswith(("http://", "https://")):
        raise click.UsageError("`--url` begins with https:// (or http://).")
    try:
        source = Source.read(site_dir)
        store = store_of(target, source)
        if dry_run:
            _preview(source, store)
            return
        _publish(source, store)
    except PublishError as failure:
        click.echo(str(failure), err=True)
        sys.exit(1)
    except KeyboardInterrupt:
        click.echo("\nCut off. Run it again: it goes on where it was.", err=True)
        sys.exit(1)
    if url is None:
        click.echo("Then see what is really served: runbook verify https://…", err=True)
    else:
        sys.exit(1 if _verified(url, source) else 0)


def _preview(source: Source, store: Store) -> None:
    from generator.publish import preview

    found = preview(source, store)
    for path in found.sent:
        click.echo(f"write   {path}")
    for path in found.removed:
        click.echo(f"remove  {path}")
    click.echo(
        f"{len(found.sent)} of {len(source.files)} files would be written, {len(found.removed)} "
        "removed; nothing was done.",
        err=True,
    )


def _publish(source: Source, store: Store) -> Done:
    from generator.commands.progress import Progress
    from generator.publish import publish as bring

    with Progress("there", len(source.files)) as progress:
        done = bring(source, store, progress.step)
    kept = f", {done.kept} packs of before kept for phones in the middle of an update"
    click.echo(
        f"{source.name} is at {store.name}: {done.sent} files written, {done.unchanged} unchanged, "
        f"{done.removed} removed{kept if done.kept else ''}.",
        err=True,
    )
    return done


def _verified(url: str, source: Source) -> int:
    from generator.commands.verify import served

    return served(url, source.files)
