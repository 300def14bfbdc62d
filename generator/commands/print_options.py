"""What ``runbook print`` takes: what is printed, on what, and what changed since.

The names are those of `Wanted`, so that what was said is what is wanted.
"""

from __future__ import annotations

import click

from generator.commands import options
from generator.paper.document import Paper
from generator.paper.names import KIND_NAMES


def _parts(_: click.Context, __: click.Parameter, said: str | None) -> tuple[str, ...]:
    return tuple(one.strip() for one in said.split(",")) if said else ()


def _paper(_: click.Context, __: click.Parameter, said: str) -> Paper:
    return Paper(said)


def _two(_: click.Context, __: click.Parameter, tags: str | None) -> tuple[str, str] | None:
    """The languages of front and back. UsageError unless there are two."""
    if tags is None:
        return None
    found = tuple(tag.strip() for tag in tags.split(","))
    if len(found) != 2 or not all(found) or found[0] == found[1]:
        raise click.UsageError("`--two-languages` takes two, such as `en,nl`.")
    return found[0], found[1]


what = options.together(
    options.plan,
    options.editions("An audience's edition; may be repeated. Without one, all that are open."),
    click.option(
        "--language",
        "languages",
        multiple=True,
        metavar="TAG",
        help="One of the plan's languages; may be repeated. Without one, all.",
    ),
    click.option(
        "--only",
        "kinds",
        metavar="KIND,…",
        callback=_parts,
        help=f"Only these kinds: {', '.join(KIND_NAMES)}.",
    ),
)

how = options.together(
    click.option(
        "--paper",
        type=click.Choice([one.value for one in Paper]),
        default="a4",
        show_default=True,
        callback=_paper,
        help="The paper in the printer.",
    ),
    click.option(
        "--recipient",
        metavar="TEXT",
        help="Whom the binder is for, on its cover. Without it there is a line to write on.",
    ),
    click.option(
        "--duplex",
        type=click.Choice(["long", "short"]),
        default="long",
        show_default=True,
        help="The edge over which the printer turns wallet cards that are printed on both sides.",
    ),
    click.option(
        "--two-languages",
        metavar="TAG,TAG",
        callback=_two,
        help="Wallet cards for everybody with the front in the first and the back in the second "
        "language. Without it each person's card is in their own.",
    ),
)

since = options.together(
    click.option(
        "--changed-since",
        metavar="REVISION",
        help="Only what changed since then: a revision of the plan that was printed, a revision "
        "of git, or the path of an older plan.",
    ),
    click.option("--list", "only_list", is_flag=True, help="Only say what changed; write nothing."),
)

draft = click.option(
    "--draft",
    is_flag=True,
    help="Only to look at: the sheets have no codes, and the ledger stays as it is.",
)

out = click.option(
    "--out", type=options.PATH, default="print", show_default=True, help="The folder to write."
)
