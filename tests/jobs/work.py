"""Jobs for tests, and what became of the processes that did them."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

PATIENCE = 60.0
"""Seconds until a process goes on alone: long, as the machine may be busy."""


def squared(number: int) -> tuple[int, int]:
    """The square, and the process that worked it out."""
    return number * number, os.getpid()


def squared_together(number: int, processes: int, meeting: Path) -> tuple[int, int]:
    """The square, once as many processes as that are at work; each signs with a file."""
    (meeting / str(os.getpid())).touch()
    end = time.monotonic() + PATIENCE
    while len(list(meeting.iterdir())) < processes and time.monotonic() < end:
        time.sleep(0.002)
    return squared(number)


def none_is_left(begun: list[int]) -> None:
    """Assert that each process that was begun is over, and was waited for."""
    for process in begun:
        with pytest.raises(ChildProcessError):
            os.waitpid(process, os.WNOHANG)
