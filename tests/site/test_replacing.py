"""How a run's files get into a folder: all of them or none."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.aside import LostError
from generator.outputs.artifact import Artifact
from generator.problems import PlanError
from generator.site import replacing
from generator.site.files import write
from generator.site.replacing import LIST, publish, refuse_foreign
from tests.site.organisation import files_below

FULL = OSError(28, "No space left on device")


def lot(*names: str, content: bytes = b"new") -> replacing.Lot:
    return lambda: [Artifact(name, content) for name in names]


def full_at(monkeypatch: pytest.MonkeyPatch, ending: str) -> None:
    """The disk is full when a file with this ending is begun."""

    def failing(path: str, content: bytes, how: int) -> None:
        if path.endswith(ending):
            raise FULL
        write(path, content, how)

    monkeypatch.setattr(replacing, "write", failing)


def content(folder: Path) -> dict[str, bytes]:
    return {path: found for path, found in files_below(folder).items() if path != LIST}


def test_a_full_disk_leaves_no_new_file_of_any_lot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        full_at(patched, "c.pdf")
        with pytest.raises(PlanError) as failed:
            publish([lot("a.pdf"), lot("b/b.pdf", "b/c.pdf", "b/d.pdf")], tmp_path)
    assert [problem.code for problem in failed.value.problems] == ["site-not-written"]
    assert content(tmp_path) == {}
    assert not (tmp_path / "b").exists()
    assert publish([lot("a.pdf")], tmp_path).written == 1


def test_nor_one_beside_files_that_were_to_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish([lot("a.pdf", content=b"old")], tmp_path)
    with monkeypatch.context() as patched:
        full_at(patched, ".part")
        with pytest.raises(PlanError):
            publish([lot("a.pdf", "b.pdf")], tmp_path)
    assert content(tmp_path) == {"a.pdf": b"old"}
    assert (tmp_path / LIST).read_text("utf-8").splitlines()[1:] == ["a.pdf"]


def test_an_interruption_leaves_no_new_file_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish([lot("a.pdf", content=b"old")], tmp_path)

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(replacing, "_write_beside", interrupted)
    with pytest.raises(KeyboardInterrupt):
        publish([lot("a.pdf", "b.pdf")], tmp_path)
    assert content(tmp_path) == {"a.pdf": b"old"}


def test_a_file_that_is_there_already_stays_where_it_can_t_be_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish([lot("a.pdf", content=b"old")], tmp_path)
    with monkeypatch.context() as patched:
        full_at(patched, "a.pdf")
        with pytest.raises(PlanError):
            publish([lot("a.pdf")], tmp_path)
    assert content(tmp_path) == {"a.pdf": b"old"}


def test_what_a_lot_lost_is_not_blamed_on_the_folder(tmp_path: Path) -> None:
    """What isn't read until its file is written may be gone by then."""
    publish([lot("a.pdf", content=b"old")], tmp_path)
    lost = LostError(2, "No such file or directory", "/elsewhere/aside")

    def losing() -> Iterator[Artifact]:
        yield from lot("a.pdf", "b.pdf")()
        raise lost

    with pytest.raises(LostError) as failed:
        publish([lot("c.pdf"), losing], tmp_path, {"a.pdf", "b.pdf", "c.pdf"})
    assert failed.value.filename == lost.filename
    assert content(tmp_path) == {"a.pdf": b"old"}
    assert (tmp_path / LIST).read_text("utf-8").splitlines()[1:] == ["a.pdf"]


@pytest.mark.skipif(sys.platform != "linux", reason="files are limited in another way")
@pytest.mark.parametrize(("how", "left"), [(os.O_EXCL, False), (os.O_TRUNC, True)])
def test_no_half_of_a_new_file_is_left(tmp_path: Path, how: int, *, left: bool) -> None:
    import resource

    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, limits[1]))
    try:
        with pytest.raises(OSError, match="too large"):
            write(f"{tmp_path}/a.pdf", bytes(100_000), how)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, before)
    assert (tmp_path / "a.pdf").exists() == left


@pytest.mark.parametrize("there", ["file", "folder"])
def test_what_is_said_names_the_option_of_the_command(tmp_path: Path, there: str) -> None:
    target = tmp_path / "out"
    if there == "folder":
        target.mkdir()
    (target / "thesis.pdf" if there == "folder" else target).write_text("precious")
    with pytest.raises(PlanError) as refused:
        refuse_foreign(target, "--out")
    assert "`--out`" in refused.value.problems[0].help
    with pytest.raises(PlanError) as failed:
        publish([lot("a.pdf")], target, option="--out")
    assert failed.value.problems == refused.value.problems
