"""``runbook print``: sheets for print as PDF."""

from __future__ import annotations

import gc
import sys
from datetime import datetime
from pathlib import Path

import click

from generator.paper.document import Paper
from generator.paper.names import KIND_NAMES


@click.command("print")
@click.argument("plan", type=click.Path(path_type=Path))
@click.option(
    "--edition",
    "editions",
    multiple=True,
    metavar="NAME",
    help="An audience's edition; may be repeated. Without one, all that are open.",
)
@click.option(
    "--language",
    "languages",
    multiple=True,
    metavar="TAG",
    help="One of the plan's languages; may be repeated. Without one, all.",
)
@click.option("--only", metavar="KIND,…", help=f"Only these kinds: {', '.join(KIND_NAMES)}.")
@click.option(
    "--paper",
    type=click.Choice([one.value for one in Paper]),
    default="a4",
    show_default=True,
    help="The paper in the printer.",
)
@click.option(
    "--recipient",
    metavar="TEXT",
    help="Whom the binder is for, on its cover. Without it there is a line to write on.",
)
@click.option(
    "--duplex",
    type=click.Choice(["long", "short"]),
    default="long",
    show_default=True,
    help="The edge over which the printer turns wallet cards that are printed on both sides.",
)
@click.option(
    "--two-languages",
    metavar="TAG,TAG",
    help="Wallet cards for everybody with the front in the first and the back in the second "
    "language. Without it each person's card is in their own.",
)
@click.option(
    "--changed-since",
    metavar="REVISION",
    help="Only what changed since then: a revision of the plan that was printed, a revision of "
    "git, or the path of an older plan.",
)
@click.option("--list", "only_list", is_flag=True, help="Only say what changed; write nothing.")
@click.option(
    "--draft",
    is_flag=True,
    help="Only to look at: the sheets have no codes, and the ledger stays as it is.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default="print",
    show_default=True,
    help="The folder to write.",
)
@click.option(
    "--as-of", type=click.DateTime(["%Y-%m-%d"]), help="Judge as of this day instead of today."
)
def print_(
    plan: Path,
    editions: tuple[str, ...],
    languages: tuple[str, ...],
    only: str | None,
    paper: str,
    recipient: str | None,
    duplex: str,
    two_languages: str | None,
    changed_since: str | None,
    only_list: bool,
    draft: bool,
    out: Path,
    as_of: datetime | None,
) -> None:
    """Write what is to be printed of PLAN, a YAML file or a folder of them, as PDF files: wallet
    cards, action cards, posters, call tree sheets, forms and the binder.

    A person's wallet card shows what their role `reads:`, also in an open edition: hand it to its
    bearer. Each sheet has a code, and a ledger beside the plan (`sheets.json`) knows them all:
    commit it, or take `--draft` to try. With `--changed-since` you hear who needs a new card and
    why, and only those are made. Exit status: 0 if all is well, 1 if the plan or a sheet has
    problems, 2 for wrong usage.

    \b
    Examples:
      runbook print plans/hq --draft
      runbook print plans/hq --only wallet-cards --edition crisis-team --paper letter
      runbook print plan.yml --language nl --out to-print
      runbook print plans/hq --changed-since 2026.3 --list
    """
    if only_list and changed_since is None:
        raise click.UsageError("`--list` says what changed: name a revision by `--changed-since`.")
    # All that is read and made of a plan stays until the process ends: none of it is garbage.
    gc.disable()
    from generator.commands.printed import say_done
    from generator.paper.ordering import Wanted, list_changes, print_plan
    from generator.problems import PlanError
    from generator.site.saying import say, say_all_but_notes

    wanted = Wanted(
        plan,
        editions,
        languages,
        tuple(one.strip() for one in only.split(",")) if only else (),
        Paper(paper),
        duplex,
        as_of.date() if as_of else None,
        changed_since,
        draft,
        _two(two_languages, languages),
        recipient,
    )
    try:
        done = list_changes(wanted) if only_list else print_plan(wanted, out)
    except PlanError as failure:
        say_all_but_notes(failure.problems, failure.sources)
        say("Nothing was printed; folder and ledger are as they were.")
        sys.exit(1)
    say_done(done, out, changed_since)
    gc.freeze()  # Else the end of the process looks through all of it once more.


def _two(tags: str | None, languages: tuple[str, ...]) -> tuple[str, str] | None:
    """The languages of front and back. UsageError unless there are two, the first of them among
    those that are printed."""
    if tags is None:
        return None
    found = tuple(tag.strip() for tag in tags.split(","))
    if len(found) != 2 or not all(found) or found[0] == found[1]:
        raise click.UsageError("`--two-languages` takes two, such as `en,nl`.")
    if languages and found[0] not in languages:
        raise click.UsageError(f"Cards with `{found[0]}` in front need `--language {found[0]}`.")
    return found[0], found[1]
