"""A process beside this one that does the same work each time that it is asked, and keeps what it
learned for the next time.

Why: a process with threads, such as a web server, shares one interpreter among them, and can't
fork (see ``generator.jobs``). One that was forked before them has no threads, and does both.

Whoever asks may end in any way: the pipes end with it, and then the processes do.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from typing import BinaryIO, Generic, NoReturn, TypeVar

from generator.jobs import CUT_OFF

T = TypeVar("T")
Answer = Callable[[], T]
Begin = Callable[[], AbstractContextManager[Answer[T]]]
"""Makes what answers, in the process that is to answer; left when that process ends."""

_QUESTION = b"?"
_OURS = (signal.SIGINT, signal.SIGTERM)

_MOMENT = 0.001
"""Seconds in which a callback that was broken off has come to its end."""


class EndedError(Exception):
    """A process ended and left a question without an answer."""


class Answering(Generic[T]):
    """A process, forked now, that answers when it is asked. Answers have to be picklable.

    An error there is written to standard error, and ends the process. Ctrl-C reaches all processes
    of a terminal, but here it is the business of who asks.
    """

    def __init__(self, begin: Begin[T]):
        requests, asking = os.pipe()
        answering, answers = os.pipe()
        # An interruption between the fork and the child's first line would go on as its parent.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, _OURS)
        self._process = os.fork()
        if self._process == 0:
            os.close(asking)
            os.close(answering)
            _answer(begin, requests, answers)
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        os.close(requests)
        os.close(answers)
        self._asking = os.fdopen(asking, "wb", buffering=0)
        self._answers = os.fdopen(answering, "rb")

    def ask(self) -> T:
        """The answer. EndedError if there is none, now or ever after."""
        try:
            self._asking.write(_QUESTION)
            answer: T = pickle.load(self._answers)  # noqa: S301 - from our own process
        except (OSError, *CUT_OFF):
            raise EndedError from None
        return answer

    def end(self) -> None:
        """Have it leave off what it is at, and wait until it is gone."""
        self._asking.close()
        self._answers.close()
        with suppress(ProcessLookupError):
            os.kill(self._process, signal.SIGTERM)
        with suppress(ChildProcessError):
            os.waitpid(self._process, 0)


def _answer(begin: Begin[T], requests: int, answers: int) -> NoReturn:
    """Answer until nobody can ask any more."""
    with suppress(BaseException):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        for told_by in (signal.SIGTERM, signal.SIGALRM):
            signal.signal(told_by, _leave)
        sys.unraisablehook = _still_to_leave
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
        # Its end of the pipe is closed last: who sees that waits for nothing more to be said.
        with os.fdopen(answers, "wb") as told:
            _answer_all(begin, requests, told)
    os._exit(0)


def _answer_all(begin: Begin[T], requests: int, told: BinaryIO) -> None:
    try:
        with begin() as answer:
            while os.read(requests, len(_QUESTION)):
                pickle.dump(_unless_told_to_leave(answer), told, pickle.HIGHEST_PROTOCOL)
                told.flush()
    except BrokenPipeError:
        pass
    except Exception:
        traceback.print_exc()
        sys.stderr.flush()


def _unless_told_to_leave(answer: Answer[T]) -> T:
    """An answer; only that is ever broken off, so that nothing breaks off what clears up."""
    told_by = (signal.SIGTERM, signal.SIGALRM)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, told_by)
    try:
        return answer()
    finally:
        signal.pthread_sigmask(signal.SIG_BLOCK, told_by)


class _ToldToLeaveError(SystemExit):
    """What unwinds an answer that is broken off."""


def _leave(signal_number: int, frame: object) -> None:  # noqa: ARG001
    """Unwind, so that nothing is left behind; being told twice changes nothing."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise _ToldToLeaveError


def _still_to_leave(unraisable: sys.UnraisableHookArgs) -> None:
    """Unwind a moment later, if it was begun where Python lets no error out: in a callback of a
    weak reference, for one, it would be printed, and the answer would go on."""
    if issubclass(unraisable.exc_type, _ToldToLeaveError):
        signal.setitimer(signal.ITIMER_REAL, _MOMENT)
    else:
        sys.__unraisablehook__(unraisable)


@contextmanager
def renewed(begin: Begin[T], ended: T) -> Iterator[Answer[T]]:
    """Asks a process; if that ends, the answer is ``ended``, and the next question goes to another.

    Only for a process without threads.
    """
    current: list[Answering[T]] = []

    def ask() -> T:
        if not current:
            current.append(Answering(begin))
        try:
            return current[0].ask()
        except EndedError:
            current.pop().end()
            return ended

    try:
        yield ask
    finally:
        for process in current:
            process.end()


@contextmanager
def beside(begin: Begin[T], ended: T) -> Iterator[Answer[T]]:
    """Asks a process that is renewed when it ended, as ``renewed`` does, from one that will have
    threads: what renews it is a process of its own, begun now, which does nothing else."""
    renewing = Answering(lambda: renewed(begin, ended))

    def ask() -> T:
        try:
            return renewing.ask()
        except EndedError:
            return ended

    try:
        yield ask
    finally:
        renewing.end()
