"""``runbook hosts``: settings for web servers and hosts, ready to use."""

from __future__ import annotations

from pathlib import Path

import click

from generator.hosts import HOSTS, host_files


@click.command()
@click.argument("name", required=False, type=click.Choice([host.name for host in HOSTS]))
@click.argument("folder", metavar="[DIR]", type=click.Path(path_type=Path), default=".")
def hosts(name: str | None, folder: Path) -> None:
    """Write ready-made settings for the host NAME to DIR, the folder of your plan.

    Without a name it lists the hosts. Nothing is ever overwritten. Each file says in its first
    lines what it is for and what to change in it.

    \b
    Examples:
      runbook hosts
      runbook hosts nginx
      runbook hosts github-pages our-plan
    """
    if name is None:
        for host in HOSTS:
            click.echo(f"{host.name:<18} {host.title}")
        return
    host = next(host for host in HOSTS if host.name == name)
    for path, content in host_files(host):
        _write(folder / path, content)
    click.echo(f"Next: {host.next}")


def _write(file: Path, content: bytes) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("xb") as opened:
            opened.write(content)
    except FileExistsError:
        click.echo(f"kept   {file} (it is there already)")
    except OSError as error:
        raise click.UsageError(f"{file} can't be written: {error.strerror}.") from None
    else:
        click.echo(f"wrote  {file}")
