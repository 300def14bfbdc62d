"""Independent jobs, shared among the machine's processors.

The process forks, so that a job sees everything that is in memory, and only its result is carried
back. All processes take their next job from one pipe, so that none waits for a slow one. Where the
system can't fork safely (Windows, macOS, beside other threads), and where there is one processor,
the jobs are simply done one after the other; the results are the same.
"""

from __future__ import annotations

import gc
import os
import pickle
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from itertools import islice
from typing import BinaryIO, Generic, TypeVar

T = TypeVar("T")

_NUMBER = 4
"""Bytes of a job's number in the pipe; reading so few at once is never interrupted half-way."""

_MOST = 4_096
"""More jobs than this could fill the pipe before anyone reads."""


CUT_OFF = (pickle.UnpicklingError, EOFError, ValueError, AttributeError, LookupError, MemoryError)
"""What reading half a result raises."""


def all_done(jobs: Sequence[Callable[[], T]]) -> list[T]:
    """The result of each job, in order. Results have to be picklable; what a job raises is raised
    here; what it changes in memory may be lost."""
    helpers = min(_processors(), len(jobs)) - 1
    if helpers < 1 or len(jobs) > _MOST:
        return [job() for job in jobs]
    return _completed(jobs, _shared(jobs, helpers, here=True))


def all_done_apart(jobs: Sequence[Callable[[], T]], each: int = _MOST) -> list[T]:
    """As ``all_done``, but in other processes alone, each of which does about ``each`` jobs and
    ends: what jobs leave behind in memory goes with it. What they failed at is done here when no
    other process is needed any more: a copy of one in which a job ran may not be fit for the next.
    """
    if not can_fork():
        return [job() for job in jobs]
    done: dict[int, T] = {}
    helpers = _processors()
    for lot in shares(range(len(jobs)), min(each * helpers, _MOST)):
        found = _shared([jobs[number] for number in lot], min(helpers, len(lot)), here=False)
        done |= {lot[place]: result for place, result in found.items()}
    return _completed(jobs, done)


def begun(job: Callable[[], T]) -> Callable[[], T]:
    """Begin a job in a process of its own, while this one goes on; what is returned waits for the
    result. What the job leaves in memory goes with that process, which ends by itself if nobody
    waits. As with ``all_done``, a job that fails there is done again here, and here alone where
    nothing can fork."""
    if not can_fork():
        return job
    queue = _queue(1)
    other = _Helper([job], queue)
    os.close(queue)
    return partial(_awaited, other, job)


def _awaited(other: _Helper[T], job: Callable[[], T]) -> T:
    try:
        done = other.results()
    finally:
        other.leave()
        other.wait()
    return _completed([job], done)[0]


def _completed(jobs: Sequence[Callable[[], T]], done: Mapping[int, T]) -> list[T]:
    """The result of each job. What a helper failed at is done again here, where its error can be
    raised and read."""
    return [done[number] if number in done else job() for number, job in enumerate(jobs)]


def can_fork() -> bool:
    """Whether this process can fork safely, now."""
    return sys.platform.startswith("linux") and threading.active_count() == 1


def _processors() -> int:
    """How many processes are of use here."""
    return len(os.sched_getaffinity(0)) if can_fork() else 1


def _shared(jobs: Sequence[Callable[[], T]], helpers: int, *, here: bool) -> dict[int, T]:
    """The results by the jobs' numbers, as far as they came back."""
    queue = _queue(len(jobs))
    others = [_Helper(jobs, queue) for _ in range(helpers)]
    try:
        done = {number: jobs[number]() for number in _taken(queue)} if here else {}
        for other in others:
            done |= other.results()
    finally:
        for _ in _taken(queue):
            pass  # After an error nobody is to begin another job.
        os.close(queue)
        for other in others:
            other.leave()
        for other in others:
            other.wait()
    return done


def _queue(count: int) -> int:
    """A pipe that holds the number of each job, and then ends; its end to read from."""
    queue, entry = os.pipe()
    os.write(entry, b"".join(number.to_bytes(_NUMBER, "little") for number in range(count)))
    os.close(entry)
    return queue


def _taken(queue: int) -> Iterator[int]:
    """Take jobs until none is left."""
    while taken := os.read(queue, _NUMBER):
        yield int.from_bytes(taken, "little")


class _Helper(Generic[T]):
    """A process that takes jobs, and hands over their results when none is left."""

    def __init__(self, jobs: Sequence[Callable[[], T]], queue: int):
        incoming, outgoing = os.pipe()
        self._process = os.fork()
        if self._process == 0:
            # Who still held the other end would wait for ever for itself to read.
            os.close(incoming)
            _help(jobs, queue, outgoing)
        os.close(outgoing)
        self._incoming: BinaryIO = os.fdopen(incoming, "rb")

    def results(self) -> dict[int, T]:
        """What it made; without those jobs that it failed at, or did not hand over whole."""
        try:
            return dict(pickle.load(self._incoming))  # noqa: S301 - from our own process
        except CUT_OFF:
            return {}

    def leave(self) -> None:
        """Read nothing more of what it may still want to say."""
        self._incoming.close()

    def wait(self) -> None:
        """Wait until it is gone. Those that were begun after it hold its pipe as well, so that all
        are left first."""
        with suppress(ChildProcessError):
            os.waitpid(self._process, 0)


def _help(jobs: Sequence[Callable[[], T]], queue: int, outgoing: int) -> None:
    """Never returns: what the parent has open, buffered or registered is none of its business."""
    gc.freeze()
    with suppress(BaseException):
        done: dict[int, T] = {}
        try:
            for number in _taken(queue):
                done[number] = jobs[number]()
        finally:
            with os.fdopen(outgoing, "wb") as file:
                pickle.dump(done, file, pickle.HIGHEST_PROTOCOL)
    os._exit(0)


def shares(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    """The items in lots of ``size``, in order."""
    rest = iter(items)
    while lot := tuple(islice(rest, size)):
        yield lot
