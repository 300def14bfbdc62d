"""Jobs give the same results, however many processes share them."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from generator import jobs
from generator.jobs import all_done, all_done_apart, shares
from generator.jobs import begun as begun_beside

_PATIENCE = 60.0
"""Seconds until a process goes on alone: long, as the machine may be busy."""

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system can't fork")


@pytest.fixture(autouse=True, params=[1, 2, 4])
def processors(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    count = int(request.param)
    monkeypatch.setattr(jobs, "_processors", lambda: count)
    # Other tests may have left a thread in this process; our jobs share nothing with it.
    monkeypatch.setattr(jobs, "can_fork", lambda: True)
    return count


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The processes that were begun."""
    found: list[int] = []
    fork = os.fork

    def forking() -> int:
        process = fork()
        if process:
            found.append(process)
        return process

    monkeypatch.setattr(os, "fork", forking)
    return found


def _square(number: int) -> tuple[int, int]:
    return number * number, os.getpid()


def test_results_come_in_order_from_all_processes(processors: int, tmp_path: Path) -> None:
    work = [partial(_meeting_square, number, processors, tmp_path) for number in range(40)]
    found = all_done(work)
    assert [square for square, _ in found] == [number * number for number in range(40)]
    assert len({process for _, process in found}) == processors


def _meeting_square(number: int, processes: int, meeting: Path) -> tuple[int, int]:
    """The square, once as many processes as that are at work; each signs with a file."""
    (meeting / str(os.getpid())).touch()
    end = time.monotonic() + _PATIENCE
    while len(list(meeting.iterdir())) < processes and time.monotonic() < end:
        time.sleep(0.002)
    return _square(number)


def test_beside_another_thread_nothing_forks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    over = threading.Event()
    other = threading.Thread(target=over.wait)
    other.start()
    try:
        found = all_done([partial(_square, number) for number in range(4)])
        found += all_done_apart([partial(_square, number) for number in range(4)], each=1)
    finally:
        over.set()
        other.join()
    assert found == [_square(number) for number in (0, 1, 2, 3, 0, 1, 2, 3)]


def test_apart_no_job_is_done_here_and_processes_end(processors: int, begun: list[int]) -> None:
    found = all_done_apart([partial(_square, number) for number in range(40)], each=5)
    assert [square for square, _ in found] == [number * number for number in range(40)]
    assert os.getpid() not in {process for _, process in found}
    # 5 jobs each: in one process at a time 8 of them; in two 4 times two; in four twice four.
    assert len(begun) == 8
    for process in begun:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


def test_apart_an_error_is_raised_here(processors: int) -> None:
    with pytest.raises(ZeroDivisionError):
        all_done_apart([partial(_square, 1), partial(divmod, 1, 0), partial(_square, 2)], each=1)


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


def test_a_job_that_is_begun_is_done_beside_this_process(begun: list[int], tmp_path: Path) -> None:
    """It comes to its end although nobody waits for it yet."""
    meeting = [partial(_meeting_square, number, 2, tmp_path) for number in (3, 4)]
    waiting = begun_beside(meeting[0])
    assert meeting[1]() == (16, os.getpid())
    assert waiting() == (9, begun[0])
    _none_is_left(begun)


def test_of_a_job_that_is_begun_an_error_is_raised_here(begun: list[int]) -> None:
    waiting = begun_beside(partial(divmod, 1, 0))
    with pytest.raises(ZeroDivisionError):
        waiting()
    _none_is_left(begun)


def test_a_job_that_is_begun_is_done_here_if_its_process_dies(begun: list[int]) -> None:
    here = os.getpid()

    def dies_elsewhere() -> int:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return 7

    assert begun_beside(dies_elsewhere)() == 7
    assert len(begun) == 1
    _none_is_left(begun)


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


def test_no_job_and_one_job() -> None:
    assert all_done([]) == []
    assert all_done([partial(_square, 3)])[0][0] == 9


def test_results_larger_than_a_pipe() -> None:
    found = all_done([partial(bytes, 300_000 + number) for number in range(8)])
    assert [len(one) for one in found] == [300_000 + number for number in range(8)]


def test_an_error_is_raised_here(processors: int, begun: list[int]) -> None:
    def fails() -> int:
        raise ValueError("no such page")

    work: list[Callable[[], object]] = [partial(_square, number) for number in range(10)]
    with pytest.raises(ValueError, match="no such page"):
        all_done([*work, fails, *work])
    assert len(begun) == processors - 1
    _none_is_left(begun)


def test_what_cannot_be_carried_back_is_made_here() -> None:
    def job() -> Callable[[], int]:
        return lambda: 7

    found = all_done([job] * 9)
    assert [one() for one in found] == [7] * 9


def test_a_process_that_dies_costs_only_time(processors: int, begun: list[int]) -> None:
    here = os.getpid()

    def dies_elsewhere(number: int) -> int:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    assert all_done([partial(dies_elsewhere, number) for number in range(30)]) == list(range(30))
    assert len(begun) == processors - 1
    _none_is_left(begun)


def test_an_interruption_ends_the_others(processors: int, begun: list[int]) -> None:
    here = os.getpid()

    def interrupted() -> None:
        if os.getpid() == here:
            raise KeyboardInterrupt
        time.sleep(0.01)

    with pytest.raises(KeyboardInterrupt):
        all_done([interrupted] * 1_000)
    assert len(begun) == processors - 1
    _none_is_left(begun)


def _none_is_left(begun: list[int]) -> None:
    for process in begun:
        with pytest.raises(ChildProcessError):
            os.waitpid(process, os.WNOHANG)


def test_an_error_ends_the_others_though_nobody_takes_their_large_results(
    processors: int, tmp_path: Path
) -> None:
    leader = os.getpid()

    def job(number: int) -> bytes:
        _meeting_square(number, processors, tmp_path)
        if os.getpid() == leader:
            raise ValueError(number)
        return bytes(2**20)

    with _no_longer_than(_PATIENCE), pytest.raises(ValueError, match=r"\d"):
        all_done([partial(job, number) for number in range(2 * processors)])
    assert len(list(tmp_path.iterdir())) == processors


@contextmanager
def _no_longer_than(seconds: float) -> Iterator[None]:
    """A hang is a failure."""

    def give_up(*_: object) -> None:
        pytest.fail("it hangs")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def test_lots_keep_the_order() -> None:
    assert list(shares("abcde", 2)) == [("a", "b"), ("c", "d"), ("e",)]
    assert not list(shares("", 2))
