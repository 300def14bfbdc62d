"""One question that another process answers while this one goes on."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from contextlib import suppress
from typing import Final, NoReturn

_UNKNOWN: Final = 2
"""What the process says if it failed: 0 and 1 are no and yes."""


class Beside:
    """A question, asked in a copy of this process, where that can be (``jobs.can_fork``)."""

    def __init__(self, question: Callable[[], bool]) -> None:
        self._process = os.fork()
        if self._process == 0:
            _say(question)

    def answer(self) -> bool | None:
        """The answer, waited for; None if there is none. To be called once."""
        try:
            _, status = os.waitpid(self._process, 0)
        except ChildProcessError:
            return None
        code = os.waitstatus_to_exitcode(status)
        return bool(code) if code in (0, 1) else None


def _say(question: Callable[[], bool]) -> NoReturn:
    gc.freeze()
    code = _UNKNOWN
    with suppress(BaseException):
        code = int(question())
    os._exit(code)
