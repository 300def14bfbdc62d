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

from generator.jobs import all_done, all_done_apart, shares
from tests.jobs.work import PATIENCE, none_is_left, squared, squared_together


def test_results_come_in_order_from_all_processes(processors: int, tmp_path: Path) -> None:
    work = [partial(squared_together, number, processors, tmp_path) for number in range(40)]
    found = all_done(work)
    assert [square for square, _ in found] == [number * number for number in range(40)]
    assert len({process for _, process in found}) == processors


def test_beside_another_thread_nothing_forks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    over = threading.Event()
    other = threading.Thread(target=over.wait)
    other.start()
    try:
        found = all_done([partial(squared, number) for number in range(4)])
        found += all_done_apart([partial(squared, number) for number in range(4)], each=1)
    finally:
        over.set()
        other.join()
    assert found == [squared(number) for number in (0, 1, 2, 3, 0, 1, 2, 3)]


def test_no_job_and_one_job() -> None:
    assert all_done([]) == []
    assert all_done([partial(squared, 3)])[0][0] == 9


def test_results_larger_than_a_pipe() -> None:
    found = all_done([partial(bytes, 300_000 + number) for number in range(8)])
    assert [len(one) for one in found] == [300_000 + number for number in range(8)]


def test_an_error_is_raised_here(processors: int, begun: list[int]) -> None:
    def fails() -> int:
        raise ValueError("no such page")

    work: list[Callable[[], object]] = [partial(squared, number) for number in range(10)]
    with pytest.raises(ValueError, match="no such page"):
        all_done([*work, fails, *work])
    assert len(begun) == processors - 1
    none_is_left(begun)


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
    none_is_left(begun)


def test_an_interruption_ends_the_others(processors: int, begun: list[int]) -> None:
    here = os.getpid()

    def interrupted() -> None:
        if os.getpid() == here:
            raise KeyboardInterrupt
        time.sleep(0.01)

    with pytest.raises(KeyboardInterrupt):
        all_done([interrupted] * 1_000)
    assert len(begun) == processors - 1
    none_is_left(begun)


def test_an_error_ends_the_others_though_nobody_takes_their_large_results(
    processors: int, tmp_path: Path
) -> None:
    leader = os.getpid()

    def job(number: int) -> bytes:
        squared_together(number, processors, tmp_path)
        if os.getpid() == leader:
            raise ValueError(number)
        return bytes(2**20)

    with no_longer_than(PATIENCE), pytest.raises(ValueError, match=r"\d"):
        all_done([partial(job, number) for number in range(2 * processors)])
    assert len(list(tmp_path.iterdir())) == processors


@contextmanager
def no_longer_than(seconds: float) -> Iterator[None]:
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
