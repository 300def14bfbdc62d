"""``runbook verify``: does a site hold what its plan demands?"""

from __future__ import annotations

import sys
from pathlib import Path

import click


@click.command()
@click.argument("site", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option(
    "-f",
    "--config-file",
    type=click.Path(path_type=Path),
    help="The site's settings, which name the plan and the folder of pages written by hand.  "
    "[default: mkdocs.yml, if it is there]",
)
@click.option(
    "--plan",
    type=click.Path(path_type=Path),
    help="Another plan than the file names; or the plan alone, where there is no such file: pages "
    "written by hand are then only noted.",
)
@click.option(
    "--edition",
    "editions",
    multiple=True,
    metavar="NAME",
    help="The site holds this audience's edition instead of the open ones; may be repeated.",
)
def verify(
    site: Path, config_file: Path | None, plan: Path | None, editions: tuple[str, ...]
) -> None:
    """Compare what the plan demands with what the folder SITE holds.

    Lists missing pages, links and anchors that lead nowhere, addresses that a page would fetch
    from elsewhere, and pages that search doesn't find. Exit status: 0 if all is well, 1 if not,
    2 for wrong usage.

    \b
    Examples:
      runbook verify site
      runbook verify /media/usb/plan -f ~/plan/mkdocs.yml
      runbook verify /media/usb/plan --plan ~/plans/hq
      runbook verify site-crisis-team --edition crisis-team
    """
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
        sys.exit(1)
    if expected is None:
        click.echo("There is no plan to compare with (see -f): only links are checked.")
    elif settings is None:
        click.echo("There is no mkdocs.yml (see -f): no pages written by hand are expected.")
    findings = look(read_site(site), expected)
    for finding in findings:
        click.echo(str(finding))
    faults = sum(finding.stops for finding in findings)
    pages = f"{len(expected.pages)} pages expected; " if expected else ""
    click.echo(f"{pages}{faults or 'no'} fault{'s' if faults != 1 else ''}.")
    sys.exit(1 if faults else 0)
