"""``runbook verify``: does a site hold what its plan demands; does a host serve it unchanged?"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands import options

if TYPE_CHECKING:
    from generator.verify import Finding
    from generator.verify.served import Served

_SHOWN = 10
"""So many findings of one kind are listed; a host that changes pages changes all of them."""


@click.command()
@click.argument("site", metavar="SITE|URL")
@click.option(
    "-f",
    "--config-file",
    type=options.PATH,
    help="The site's settings, which name the plan and the folder of pages written by hand.  "
    "[default: mkdocs.yml, if it is there]",
)
@click.option(
    "--plan",
    type=options.PATH,
    help="Another plan than the file names; or the plan alone, where there is no such file: pages "
    "written by hand are then only noted.",
)
@options.editions(
    "The site holds this audience's edition instead of the open ones; may be repeated."
)
def verify(
    site: str, config_file: Path | None, plan: Path | None, editions: tuple[str, ...]
) -> None:
    """Compare what the plan demands with what the folder SITE holds; or, for an address that begins
    with http, every file that the host serves with its hash in the site's manifest.

    Of a folder it lists missing pages, links and anchors that lead nowhere, addresses that a page
    would fetch from elsewhere, pages that search doesn't find, and whatever isn't as it was sealed;
    of a host what is missing,
    changed, sent on, hidden behind a login or of a wrong type. Exit status: 0 if all is well, 1 if
    not, 2 for wrong usage.

    \b
    Examples:
      runbook verify site
      runbook verify https://plan.example.org/
      runbook verify /media/usb/plan -f ~/plan/mkdocs.yml
      runbook verify /media/usb/plan --plan ~/plans/hq
      runbook verify site-crisis-team --edition crisis-team
    """
    if site.startswith(("http://", "https://")):
        if config_file or plan or editions:
            raise click.UsageError("With an address, no plan is read: leave the options out.")
        sys.exit(1 if served(site) else 0)
    if not Path(site).is_dir():
        raise click.BadParameter(f"Directory {site!r} does not exist.", param_hint="SITE")
    sys.exit(1 if _in_folder(Path(site), config_file, plan, editions) else 0)


def _in_folder(
    site: Path, config_file: Path | None, plan: Path | None, editions: tuple[str, ...]
) -> int:
    """Look at a folder; how many faults it has."""
    from generator.problems import PlanError
    from generator.site import reporting
    from generator.site.expectation import expected_from, expected_from_plan
    from generator.verify import Expected, read_site
    from generator.verify import verify as look

    default = Path("mkdocs.yml")
    settings = config_file or (default if default.is_file() else None)
    expected: Expected | None = None
    try:
        if settings is not None:
            expected = expected_from(settings, plan, editions)
        elif plan is not None:
            expected = expected_from_plan(plan, editions)
    except PlanError as failure:
        reporting.say_problems_of(failure)
        return len(failure.problems)
    if expected is None:
        click.echo("There is no plan to compare with (see -f): only links are checked.")
    elif settings is None:
        click.echo("There is no mkdocs.yml (see -f): no pages written by hand are expected.")
    findings = sorted([*look(read_site(site), expected), *_seal(site)])
    for finding in findings:
        click.echo(str(finding))
    faults = sum(finding.stops for finding in findings)
    pages = f"{len(expected.pages)} pages expected; " if expected else ""
    click.echo(f"{pages}{faults or 'no'} fault{'s' if faults != 1 else ''}.")
    return faults


def served(url: str, published: Mapping[str, str] | None = None) -> int:
    """Look at what a host serves; how many faults it has. ``published``: path → SHA-256."""
    from generator.commands.progress import Progress
    from generator.verify.host import NoAnswerError
    from generator.verify.served import verify_served

    try:
        with Progress("verified") as progress:
            found = verify_served(url, published, progress.so_far)
    except ValueError:
        # Why the address isn't repeated: there may be a password in it.
        cure = "It looks like https://plan.example.org/, without name and password."
        raise click.UsageError(f"This is no address. {cure}") from None
    except NoAnswerError as error:
        click.echo(f"{url}: error[no-answer] The host doesn't answer: {error}.", err=True)
        cure = "Check the address, and that the host is up and reached from here."
        click.echo(f"    help: {cure}", err=True)
        return 1
    return _say_served(found)


def _say_served(found: Served) -> int:
    shown: Counter[tuple[str, bool]] = Counter()
    for finding in found.findings:
        kind = (finding.code, finding.stops)
        shown[kind] += 1
        if shown[kind] <= _SHOWN:
            click.echo(str(finding))
    for (code, _), count in shown.items():
        if count > _SHOWN:
            click.echo(f"… and {count - _SHOWN} more like [{code}].")
    faults = sum(finding.stops for finding in found.findings)
    checked = f"{found.name}: {found.files} files compared; " if found.files else ""
    click.echo(f"{checked}{faults or 'no'} fault{'s' if faults != 1 else ''}.")
    return faults


def _seal(site: Path) -> list[Finding]:
    """What isn't as it was sealed."""
    from generator.seal.checking import check
    from generator.verify import Finding

    return [Finding(fault.path, fault.code, fault.message) for fault in check(site)]
