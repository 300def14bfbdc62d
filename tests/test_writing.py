"""Files replaced in one step."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.writing import replace_file


def test_a_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    file = tmp_path / "naïve plan.csv"
    file.write_text("old")
    file.chmod(0o640)
    replace_file(file, b"new")
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"new", 0o640)
    assert list(tmp_path.iterdir()) == [file]


def test_a_new_file_is_as_closed_as_its_writer_wants(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        replace_file(tmp_path / "contacts.csv", b"new")
    finally:
        os.umask(before)
    assert (tmp_path / "contacts.csv").stat().st_mode & 0o777 == 0o600


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "file")
    (tmp_path / "file").write_text("old")
    replace_file(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_bytes() == b"new"


def test_a_folder_is_refused_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    with pytest.raises(IsADirectoryError) as failure:
        replace_file(folder, b"secret")
    assert failure.value.strerror
    assert list(tmp_path.iterdir()) == [folder]


def test_nothing_is_left_of_what_could_not_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "file").write_text("old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        replace_file(tmp_path / "file", b"new")
    assert [path.read_text() for path in tmp_path.iterdir()] == ["old"]


def test_a_device_is_written_to_and_stays() -> None:
    replace_file(Path("/dev/null"), b"new")
    assert Path("/dev/null").is_char_device()
