"""A job that is begun is done beside this process, until somebody waits for it."""

from __future__ import annotations

import os
import signal
from functools import partial
from pathlib import Path

import pytest

from generator import jobs
from generator.jobs import begun as begun_beside
from tests.jobs.work import none_is_left, squared_together


def test_a_job_that_is_begun_is_done_beside_this_process(begun: list[int], tmp_path: Path) -> None:
    """It comes to its end although nobody waits for it yet."""
    meeting = [partial(squared_together, number, 2, tmp_path) for number in (3, 4)]
    waiting = begun_beside(meeting[0])
    assert meeting[1]() == (16, os.getpid())
    assert waiting() == (9, begun[0])
    none_is_left(begun)


def test_of_a_job_that_is_begun_an_error_is_raised_here(begun: list[int]) -> None:
    waiting = begun_beside(partial(divmod, 1, 0))
    with pytest.raises(ZeroDivisionError):
        waiting()
    none_is_left(begun)


def test_a_job_that_is_begun_is_done_here_if_its_process_dies(begun: list[int]) -> None:
    here = os.getpid()

    def dies_elsewhere() -> int:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return 7

    assert begun_beside(dies_elsewhere)() == 7
    assert len(begun) == 1
    none_is_left(begun)


def test_where_nothing_forks_a_job_that_is_begun_waits(
    monkeypatch: pytest.MonkeyPatch, begun: list[int]
) -> None:
    monkeypatch.setattr(jobs, "can_fork", lambda: False)
    done: list[int] = []
    waiting = begun_beside(lambda: done.append(1))
    assert done == []
    waiting()
    assert done == [1]
    assert begun == []
