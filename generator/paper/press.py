"""Typesetting on all processors."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, Protocol, TypeVar

from generator.jobs import all_done_apart
from generator.paper import typesetter
from generator.paper.fonts import fonts

T = TypeVar("T")

_EACH: Final = 8
"""So many documents are set by one process: Typst keeps what it made of each in memory, some
20 MB for fifty cards, and uses little of it for the next."""


class Press(Protocol):
    """Does jobs, in order; best in other processes."""

    def __call__(self, jobs: Sequence[Callable[[], T]], /) -> list[T]:
        """The result of each."""


def press(jobs: Sequence[Callable[[], T]]) -> list[T]:
    """The result of each job, in order.

    Why: a process in which Typst ran has threads of Typst's own, and a copy of it may hang for
    ever in Typst. So jobs are only shared among processes before that.
    """
    if typesetter.ran_here():
        return [job() for job in jobs]
    fonts()  # Once, for all processes.
    return all_done_apart(jobs, _EACH)
