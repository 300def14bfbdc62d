"""``runbook print``: sheets for print as PDF."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.commands import options, print_options

if TYPE_CHECKING:
    from generator.paper.wanted import Wanted


@click.command("print")
@print_options.what
@print_options.how
@print_options.since
@print_options.draft
@print_options.out
@options.as_of("Judge as of this day instead of today.")
def print_(only_list: bool, out: Path, **said: Any) -> None:
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
    # All that is read and made of a plan stays until the process ends: none of it is garbage.
    gc.disable()
    from generator.commands.printed import say_done
    from generator.paper.ordering import Wanted, list_changes, print_plan
    from generator.problems import PlanError
    from generator.site.saying import say, say_all_but_notes

    wanted = Wanted(**said)
    _refuse_wrong_use(wanted, only_list=only_list)
    try:
        done = list_changes(wanted) if only_list else print_plan(wanted, out)
    except PlanError as failure:
        say_all_but_notes(failure.problems, failure.sources)
        say("Nothing was printed; folder and ledger are as they were.")
        sys.exit(1)
    say_done(done, out, wanted.changed_since)
    gc.freeze()  # Else the end of the process looks through all of it once more.


def _refuse_wrong_use(wanted: Wanted, *, only_list: bool) -> None:
    if only_list and wanted.changed_since is None:
        raise click.UsageError("`--list` says what changed: name a revision by `--changed-since`.")
    front = wanted.two_languages[0] if wanted.two_languages else None
    if front and wanted.languages and front not in wanted.languages:
        raise click.UsageError(f"Cards with `{front}` in front need `--language {front}`.")
