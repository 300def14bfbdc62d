"""Packs that were made before are not made again."""

from __future__ import annotations

from pathlib import Path

import deflate
import pytest

from generator.kept import Kept
from generator.seal.packs import MAKER, QUICK, SMALL, Packer, unpacked

CONTENTS = [(b"one " * 99,), (b"two ", b"two " * 98), (b"one " * 98, b"one ")]


def test_packs_are_the_same_with_and_without_a_shelf(tmp_path: Path) -> None:
    alone = Packer().all(CONTENTS, SMALL, 2)
    for _ in range(2):
        kept = Kept(tmp_path / "packs", MAKER)
        assert Packer(kept).all(CONTENTS, SMALL, 2) == alone
        kept.save()
    assert [unpacked(one.packed) for one in alone] == [*map(b"".join, CONTENTS)]


def test_only_what_is_new_is_packed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Kept(tmp_path / "packs", MAKER)
    Packer(kept).all(CONTENTS, SMALL, 1)
    kept.save()
    packed: list[tuple[bytes, int]] = []

    def press(content: bytes, level: int) -> bytes:
        packed.append((content, level))
        return content

    monkeypatch.setattr(deflate, "gzip_compress", press)
    monkeypatch.setattr("generator.jobs._processors", lambda: 1)
    again = Packer(Kept(tmp_path / "packs", MAKER))
    again.all([*CONTENTS, (b"three",)], SMALL, 1)
    assert packed == [(b"three", SMALL)]
    again.all(CONTENTS[:1], QUICK, 1)
    assert packed[1:] == [(CONTENTS[0][0], QUICK)]
