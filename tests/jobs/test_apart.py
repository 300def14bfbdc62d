"""Jobs that are done apart: never here, in processes that end."""

from __future__ import annotations

import os
import signal
from functools import partial

import pytest

from generator.jobs import all_done_apart
from tests.jobs.work import squared


def test_apart_no_job_is_done_here_and_processes_end(processors: int, begun: list[int]) -> None:
    found = all_done_apart([partial(squared, number) for number in range(40)], each=5)
    assert [square for square, _ in found] == [number * number for number in range(40)]
    assert os.getpid() not in {process for _, process in found}
    # 5 jobs each: in one process at a time 8 of them; in two 4 times two; in four twice four.
    assert len(begun) == 8
    for process in begun:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


def test_apart_an_error_is_raised_here(processors: int) -> None:
    with pytest.raises(ZeroDivisionError):
        all_done_apart([partial(squared, 1), partial(divmod, 1, 0), partial(squared, 2)], each=1)


def test_no_process_is_begun_after_a_job_ran_here(begun: list[int]) -> None:
    here = os.getpid()
    known: list[int] = []

    def dies_elsewhere(number: int) -> int:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        known.append(len(begun))
        return number

    work = [partial(dies_elsewhere, number) for number in range(12)]
    assert all_done_apart(work, each=1) == list(range(12))
    assert known == [len(begun)] * 12
    assert len(begun) >= 12
