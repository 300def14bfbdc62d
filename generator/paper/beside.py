"""One question that another process answers while this one goes on."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Final, NoReturn

_UNKNOWN: Final = 2
"""What the process says if it failed: 0 and 1 are no and yes."""


class AnsweredYes(BaseException):
    """The answer that makes it needless to go on."""


class Beside:
    """A question, asked in a copy of this process, where that can be (``jobs.can_fork``)."""

    def __init__(self, question: Callable[[], bool]) -> None:
        asking = os.getpid()
        self._process = os.fork()
        if self._process == 0:
            _say(question, asking)

    @contextmanager
    def interrupting(self) -> Iterator[None]:
        """Within, AnsweredYes is raised as soon as the answer is yes: also what would never end
        ends then. Only for the main thread."""

        def stop(*_: object) -> NoReturn:
            raise AnsweredYes

        before = signal.signal(_SIGNAL, stop)
        try:
            yield
        finally:
            signal.signal(_SIGNAL, before)

    def answer(self) -> bool | None:
        """The answer, waited for; None if there is none. To be called once."""
        try:
            _, status = os.waitpid(self._process, 0)
        except ChildProcessError:
            return None
        code = os.waitstatus_to_exitcode(status)
        return bool(code) if code in (0, 1) else None


_SIGNAL: Final = getattr(signal, "SIGURG", signal.SIGINT)
"""Which the system ignores unless it is waited for: an answer may come too late to interrupt."""


def _say(question: Callable[[], bool], asking: int) -> NoReturn:
    gc.freeze()
    code = _UNKNOWN
    with suppress(BaseException):
        code = int(question())
        if code:
            os.kill(asking, _SIGNAL)
    os._exit(code)
