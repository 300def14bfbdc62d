"""What takes longest in a build, frames and articles, shared among the machine's processors."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import cast

from msgspec import Struct

from generator.aside import Aside
from generator.build import Reading
from generator.jobs import all_done, all_done_apart, begun, shares
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


def _rendered(shells: Sequence[Shell]) -> list[Rendered]:
    """Only who renders frames loads MkDocs."""
    from generator.site.nested import render

    return all_done([partial(render, shell) for shell in shells])


def make(wanted: Sequence[Wanted], aside: Aside | None = None) -> list[Fresh]:
    """Make all that is wanted; for each the result. FrameError if the theme isn't as expected.

    If articles may be put ``aside``, nothing of this stays in memory: MkDocs in one process,
    templates and what draws call trees in others, all of which end.
    """
    shells = [one.shell for one in wanted if one.shell]
    lots = [(at, lot) for at, one in enumerate(wanted) for lot in shares(one.pages, _LOT)]
    jobs = [partial(articles, wanted[at].reading, lot, aside) for at, lot in lots]
    garbage.settle()
    frames, done = _apart(shells, jobs) if aside else _here(shells, jobs)
    rendered = [next(frames) if one.shell else None for one in wanted]
    made: list[dict[Address, Article]] = [{} for _ in wanted]
    for (at, lot), fresh in zip(lots, done, strict=True):
        made[at].update(zip((page.address for page in lot), fresh, strict=True))
    return [Fresh(*pair) for pair in zip(rendered, made, strict=True)]


Jobs = Sequence[Callable[[], list[Article]]]
Done = tuple[Iterator[Rendered], list[list[Article]]]


def _apart(shells: Sequence[Shell], jobs: Jobs) -> Done:
    rendering = begun(partial(_rendered, shells))
    done = all_done_apart(jobs)
    return iter(rendering()), done


def _here(shells: Sequence[Shell], jobs: Jobs) -> Done:
    """Frames first: one of them takes as long as hundreds of articles."""
    frames = [partial(_rendered, (shell,)) for shell in shells]
    both: list[Callable[[], object]] = [*frames, *jobs]
    done = all_done(both)
    rendered = cast("list[list[Rendered]]", done[: len(frames)])
    return chain.from_iterable(rendered), cast("list[list[Article]]", done[len(frames) :])
