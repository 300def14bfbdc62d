"""What a run made and later ones can use again: named bytes in one file, which may be deleted.

Only what the last run used stays, so that the file doesn't grow.
"""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

_DIGEST = 32
_SIZE = 4
"""Bytes of a digest, and of a length in front of a name or content."""


def make_folder(folder: Path) -> None:
    """Make a folder for what is kept, such that git leaves it out: it holds what protected editions
    and closed cards show. OSError if it can't be made."""
    folder.mkdir(parents=True, exist_ok=True)
    mark = folder / ".gitignore"
    if not mark.exists():
        mark.write_text("*\n", "utf-8")


class Kept:
    """Named bytes. Without ``file`` nothing outlives the run; ``maker`` says what decides, besides
    a name, which bytes belong to it, such as the version of a library.

    A file that is damaged, or of another maker, counts as empty; one that can't be written is
    left out.
    """

    def __init__(self, file: Path | None = None, maker: str = "") -> None:
        self._file = file
        self._head = f"{maker}\n".encode()
        self._before: dict[bytes, bytes] | None = None
        self._used: dict[bytes, bytes] = {}

    def get(self, name: bytes) -> bytes | None:
        """What has this name, if it is kept."""
        found = self._used.get(name)
        if found is None:
            found = self._known.get(name)
            if found is not None:
                self._used[name] = found
        return found

    def put(self, name: bytes, content: bytes) -> None:
        """Keep something."""
        if self._file is not None:
            self._used[name] = content

    def save(self) -> None:
        """Write what was used, in one step; a run beside this one never reads half of it."""
        if self._file is None:
            return
        if self._used.keys() == self._known.keys():
            with suppress(OSError):
                os.utime(self._file)  # So that those who clear away what is old leave it.
            return
        told = self._head + b"".join(
            part for pair in sorted(self._used.items()) for part in _framed(pair)
        )
        part = self._file.with_suffix(f".{os.getpid()}.part")
        try:
            make_folder(self._file.parent)
            part.write_bytes(sha256(told).digest() + told)
            part.replace(self._file)
        except OSError:
            with suppress(OSError):
                part.unlink()

    @property
    def _known(self) -> dict[bytes, bytes]:
        if self._before is None:
            self._before = self._read()
        return self._before

    def _read(self) -> dict[bytes, bytes]:
        try:
            content = self._file.read_bytes() if self._file else b""
        except OSError:
            return {}
        told = memoryview(content)[_DIGEST:]
        if content[:_DIGEST] != sha256(told).digest() or told[: len(self._head)] != self._head:
            return {}
        return _unframed(told[len(self._head) :])


def _framed(pair: tuple[bytes, bytes]) -> tuple[bytes, ...]:
    name, content = pair
    return (_length(name), name, _length(content), content)


def _length(part: bytes) -> bytes:
    return len(part).to_bytes(_SIZE, "little")


def _unframed(told: memoryview) -> dict[bytes, bytes]:
    """Names and contents, one after the other."""
    parts: list[bytes] = []
    at = 0
    while at < len(told):
        start = at + _SIZE
        at = start + int.from_bytes(told[at:start], "little")
        parts.append(bytes(told[start:at]))
    return dict(zip(parts[::2], parts[1::2], strict=True))
