"""Typesetting on all processors."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from generator.jobs import all_done

T = TypeVar("T")

_begun = False


def press(jobs: Sequence[Callable[[], T]]) -> list[T]:
    """The result of each job, in order.

    Why: a process in which Typst ran has threads of Typst's own, and a copy of it may hang. So
    only the first jobs of a run are shared among processes.
    """
    global _begun
    if _begun:
        return [job() for job in jobs]
    _begun = True
    return all_done(jobs)
