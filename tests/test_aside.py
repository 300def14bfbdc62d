"""What is put aside comes back as it was, whoever put it there."""

from __future__ import annotations

import os
import pickle
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from generator import jobs
from generator.aside import Aside, Content, LostError, Put, content_of
from generator.jobs import all_done_apart


def test_what_was_put_aside_is_read_again_until_it_is_left() -> None:
    wanted = [b"one", b"", "two – más".encode(), bytes(100_000)]
    with Aside() as aside:
        put = aside.put(wanted) + aside.put([b"three"])
        assert all(isinstance(one, Put) for one in put)
        assert [content_of(one) for one in put] == [*wanted, b"three"]
        (folder,) = {Path(one.file).parent for one in put if isinstance(one, Put)}
        assert folder.is_dir()
    assert not folder.exists()
    with pytest.raises(LostError):
        content_of(put[0])


def test_bytes_in_memory_are_content_too() -> None:
    assert content_of(b"here") == b"here"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system can't fork")
def test_processes_put_aside_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "_processors", lambda: 4)
    monkeypatch.setattr(jobs, "can_fork", lambda: True)
    with Aside() as aside:
        lots = [[f"{lot}.{number} ".encode() * 500 for number in range(20)] for lot in range(40)]
        found = all_done_apart([partial(_put, aside, lot) for lot in lots])
        assert os.getpid() not in {process for process, _ in found}
        assert [[content_of(one) for one in put] for _, put in found] == lots


def _put(aside: Aside, contents: list[bytes]) -> tuple[int, list[Content]]:
    return os.getpid(), aside.put(contents)


def test_where_there_is_no_room_it_stays_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError("no space left")

    with Aside() as aside:
        monkeypatch.setattr(os, "write", full)
        assert aside.put([b"one", b"two"]) == [b"one", b"two"]
        monkeypatch.setattr(os, "write", lambda _file, content: len(content) - 1)
        assert aside.put([b"one", b"two"]) == [b"one", b"two"]
        monkeypatch.undo()
        assert [content_of(one) for one in aside.put([b"three"])] == [b"three"]


def _gone(file: Path) -> None:
    shutil.rmtree(file.parent)


def _cut_off(file: Path) -> None:
    os.truncate(file, 4)


def _written_over(file: Path) -> None:
    file.write_bytes(b"somewhere")


@pytest.mark.parametrize(
    ("damage", "said"),
    [(_gone, "No such file"), (_cut_off, "damaged"), (_written_over, "damaged")],
)
def test_what_was_lost_is_told_with_its_place(damage: Callable[[Path], None], said: str) -> None:
    with Aside() as aside:
        (put,) = aside.put([b"something"])
        assert isinstance(put, Put)
        damage(Path(put.file))
        with pytest.raises(LostError, match=said) as lost:
            content_of(put)
        assert lost.value.filename == put.file
        carried = pickle.loads(pickle.dumps(lost.value))
        assert (type(carried), carried.filename) == (LostError, put.file)
    assert not Path(put.file).parent.exists()
