"""What is kept between runs comes back whole, or not at all."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from generator.kept import Kept
from generator.outputs.codes import Pictures

MAKER = "press 1"


def keep(file: Path, **content: bytes) -> bytes:
    """Keep some things in one run; the bytes of the file."""
    run = Kept(file, MAKER)
    for name, body in content.items():
        run.put(name.encode(), body)
    run.save()
    return file.read_bytes()


def test_a_later_run_gets_what_an_earlier_one_put(tmp_path: Path) -> None:
    keep(tmp_path / "kept", one=b"1\n\x00", two=b"")
    later = Kept(tmp_path / "kept", MAKER)
    assert [later.get(name) for name in (b"one", b"two", b"three")] == [b"1\n\x00", b"", None]


def test_what_a_run_did_not_use_goes(tmp_path: Path) -> None:
    keep(tmp_path / "kept", one=b"1", two=b"2")
    second = Kept(tmp_path / "kept", MAKER)
    assert second.get(b"two") == b"2"
    second.save()
    third = Kept(tmp_path / "kept", MAKER)
    assert (third.get(b"one"), third.get(b"two")) == (None, b"2")


def test_nothing_is_taken_from_another_maker(tmp_path: Path) -> None:
    keep(tmp_path / "kept", one=b"1")
    assert Kept(tmp_path / "kept", "press 2").get(b"one") is None


@pytest.mark.parametrize("at", [0, 40, -1])
def test_a_damaged_file_counts_as_empty(tmp_path: Path, at: int) -> None:
    file = tmp_path / "kept"
    content = bytearray(keep(file, one=b"1" * 100))
    content[at] ^= 1
    file.write_bytes(content)
    assert Kept(file, MAKER).get(b"one") is None
    file.write_bytes(content[:60])
    assert Kept(file, MAKER).get(b"one") is None
    assert keep(file, one=b"2")
    assert Kept(file, MAKER).get(b"one") == b"2"


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("no folder")
    run = Kept(tmp_path / "taken" / "kept", MAKER)
    run.put(b"one", b"1")
    run.save()
    assert run.get(b"one") == b"1"
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def test_without_a_file_nothing_is_held(tmp_path: Path) -> None:
    run = Kept()
    run.put(b"one", b"1")
    run.save()
    assert run.get(b"one") is None
    assert list(tmp_path.iterdir()) == []


def test_git_leaves_out_what_is_kept(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    keep(tmp_path / ".cache" / "one.kept", one=b"1")
    Pictures(tmp_path / ".cache" / "codes.kept").draw(["tel:+33199005050"])
    (tmp_path / "plan.yml").write_text("format: 1")
    assert len([path for path in tmp_path.rglob("*.*") if path.suffix == ".kept"]) == 2
    listing = ["git", "-C", str(tmp_path), "ls-files", "--others", "--exclude-standard"]
    done = subprocess.run(listing, check=True, capture_output=True, text=True)
    assert done.stdout == "plan.yml\n"
