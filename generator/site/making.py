"""What takes longest in a build, frames and articles, shared among the machine's processors."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import cast

from msgspec import Struct

from generator.aside import Aside
from generator.build import Reading
from generator.jobs import all_done, all_done_apart, shares
from generator.site import garbage
from generator.site.articles import Article, articles
from generator.site.shell import Rendered, Shell
from generator.views.page import Address, Page

_LOT = 25
"""So many articles are one job: few enough that nobody waits long for the last one."""


class Wanted(Struct, frozen=True):
    """What is missing of an edition in one language: the frames of a shell, unless they are kept,
    and the articles of some pages."""

    reading: Reading
    shell: Shell | None
    pages: tuple[Page, ...]


class Fresh(Struct, frozen=True):
    """What was made: the frames if they were wanted, and the articles."""

    rendered: Rendered | None
    articles: Mapping[Address, Article]


def _frames(shell: Shell) -> Rendered:
    """Only who renders frames loads MkDocs."""
    from generator.site.nested import render

    return render(shell)


def make(wanted: Sequence[Wanted], aside: Aside | None = None) -> list[Fresh]:
    """Make all that is wanted; for each the result. FrameError if the theme isn't as expected.

    If articles may be put ``aside``, nothing of this stays in memory: MkDocs, templates and what
    draws call trees are loaded by other processes, which end.
    """
    frames = [partial(_frames, one.shell) for one in wanted if one.shell]
    lots = [(at, lot) for at, one in enumerate(wanted) for lot in shares(one.pages, _LOT)]
    # Frames first: one of them takes as long as hundreds of articles.
    jobs: list[Callable[[], object]] = [*frames]
    jobs += (partial(articles, wanted[at].reading, lot, aside) for at, lot in lots)
    garbage.settle()
    done = iter(all_done_apart(jobs) if aside else all_done(jobs))
    rendered = [cast("Rendered", next(done)) if one.shell else None for one in wanted]
    made: list[dict[Address, Article]] = [{} for _ in wanted]
    for at, lot in lots:
        fresh = cast("list[Article]", next(done))
        made[at].update(zip((page.address for page in lot), fresh, strict=True))
    return [Fresh(*pair) for pair in zip(rendered, made, strict=True)]
