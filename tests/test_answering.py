"""A process that answers: it remembers, is renewed when it ends, and ends with who asks."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from generator.answering import Answer, Answering, EndedError, beside, renewed

_PATIENCE = 60.0
"""Seconds until something is given up: long, as the machine may be busy."""

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system can't fork")

Said = tuple[int, int]
"""The answering process, and how often it was asked."""


class Counter:
    """Counts its questions; what happens at each may be put into it."""

    def __init__(self, first: Callable[[], None] = lambda: None):
        self._asked = 0
        self._first = first

    @contextmanager
    def begin(self) -> Iterator[Answer[Said]]:
        yield self.answer

    def answer(self) -> Said:
        self._first()
        self._asked += 1
        return os.getpid(), self._asked


def _is_there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def _until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + _PATIENCE
    while not true():
        assert time.monotonic() < end, "it never came to that"
        time.sleep(0.01)


def test_it_answers_in_a_process_of_its_own_and_remembers() -> None:
    answering = Answering(Counter().begin)
    process, asked = answering.ask()
    assert process != os.getpid()
    assert asked == 1
    assert answering.ask() == (process, 2)
    assert _is_there(process)
    answering.end()
    assert not _is_there(process)
    with pytest.raises((EndedError, ValueError)):
        answering.ask()


def test_an_answer_longer_than_a_pipe_holds() -> None:
    @contextmanager
    def begin() -> Iterator[Answer[bytes]]:
        yield lambda: b"x" * 10_000_000

    answering = Answering(begin)
    assert len(answering.ask()) == len(answering.ask()) == 10_000_000
    answering.end()


def _end_this(how: str) -> None:
    """End this process."""
    if how == "error":
        raise ArithmeticError("a fault of ours")
    if how == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    os._exit(0)


@pytest.mark.parametrize("make", [renewed, beside])
@pytest.mark.parametrize("how", ["error", "killed", "left"])
def test_one_that_ends_is_renewed(
    make: Callable[..., AbstractContextManager[Answer[Said]]],
    how: str,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    mark = tmp_path / "end"

    def first() -> None:
        if mark.exists():
            _end_this(how)

    with make(Counter(first).begin, (0, 0)) as ask:
        before, asked = ask()
        assert asked == 1
        mark.touch()
        assert ask() == ask() == (0, 0)
        assert not _is_there(before)
        mark.unlink()
        after, asked = ask()
        assert asked == 1
        assert after not in (before, os.getpid())
    assert not _is_there(after)
    assert ("ArithmeticError: a fault of ours" in capfd.readouterr().err) == (how == "error")


def test_an_interruption_is_left_to_who_asks(tmp_path: Path) -> None:
    cleared = tmp_path / "cleared"

    @contextmanager
    def begin() -> Iterator[Answer[int]]:
        def answer() -> int:
            os.kill(os.getpid(), signal.SIGINT)
            return os.getpid()

        yield answer
        cleared.touch()

    answering = Answering(begin)
    assert answering.ask() == answering.ask()
    answering._asking.close()  # Nobody can ask any more.
    _until(cleared.exists)
    os.waitpid(answering._process, 0)


def test_the_end_breaks_an_answer_off_and_clears_up(tmp_path: Path) -> None:
    begun, cleared = tmp_path / "begun", tmp_path / "cleared"

    @contextmanager
    def begin() -> Iterator[Answer[None]]:
        def answer() -> None:
            begun.write_text(str(os.getpid()), "utf-8")
            time.sleep(2 * _PATIENCE)

        try:
            yield answer
        finally:
            cleared.touch()

    def interrupt(*_: object) -> None:
        if begun.exists():
            signal.setitimer(signal.ITIMER_REAL, 0)
            raise KeyboardInterrupt

    usual = signal.signal(signal.SIGALRM, interrupt)
    try:
        with beside(begin, None) as ask:
            signal.setitimer(signal.ITIMER_REAL, 0.2, 0.2)
            with pytest.raises(KeyboardInterrupt):
                ask()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, usual)
    assert cleared.exists()
    assert not _is_there(int(begun.read_text("utf-8")))


def test_the_end_breaks_off_what_was_told_where_no_error_gets_out(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    begun, cleared = tmp_path / "begun", tmp_path / "cleared"

    class Forgotten:
        def __del__(self) -> None:
            begun.touch()
            time.sleep(2 * _PATIENCE)

    @contextmanager
    def begin() -> Iterator[Answer[None]]:
        def answer() -> None:
            Forgotten()
            Forgotten()
            time.sleep(2 * _PATIENCE)

        try:
            yield answer
        finally:
            cleared.touch()

    answering = Answering(begin)
    answering._asking.write(b"?")
    _until(begun.exists)
    started = time.monotonic()
    answering.end()
    assert time.monotonic() - started < _PATIENCE
    assert cleared.exists()
    assert capfd.readouterr().err == ""


def test_the_end_breaks_off_an_answer_that_nobody_reads(tmp_path: Path) -> None:
    @contextmanager
    def begin() -> Iterator[Answer[bytes]]:
        def answer() -> bytes:
            (tmp_path / "asked").touch()
            return b"x" * 10_000_000

        yield answer

    answering = Answering(begin)
    answering._asking.write(b"?")
    _until((tmp_path / "asked").exists)
    answering.end()
    assert not _is_there(answering._process)


def test_without_its_renewer_it_ends_too() -> None:
    with beside(lambda: _parent_known(), (0, 0)) as ask:
        process, renewer = ask()
        assert renewer not in (process, os.getpid())
        os.kill(renewer, signal.SIGKILL)
        assert ask() == (0, 0)
        _until(lambda: not _runs(process))
        assert ask() == (0, 0)


@contextmanager
def _parent_known() -> Iterator[Answer[tuple[int, int]]]:
    yield lambda: (os.getpid(), os.getppid())


def _runs(process: int) -> bool:
    """Whether it runs: one that nobody has waited for yet is only a name."""
    try:
        state = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in "ZX"
