"""Pictures of codes as runs left them: one file, to which each run adds what it drew.

Why one file and not one for each picture: looking for two thousand small files takes longer than
reading all of them at once, and who only wants to know what there is reads none.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO
from zlib import crc32

from generator.kept import make_folder

_HEAD = struct.Struct("<2s16sII")
"""In front of each picture: a mark, its name, its size in bytes and a checksum of both."""
_MARK = b"rb"
_MOST = 64_000_000
"""A file of more bytes is begun anew."""


class DrawnFile:
    """Pictures by name (16 ASCII signs). A file that can't be written is left as it is; what is
    damaged counts as missing. May be read by copies of this process too."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._opened: BinaryIO | None = None
        self._places: dict[str, tuple[int, int, int]] | None = None
        self._end = 0

    def __del__(self) -> None:
        self._close()

    def has(self, name: str) -> bool:
        """Whether it holds a picture of this name, as far as can be told without reading it."""
        return name in self._known()

    def get(self, name: str) -> bytes | None:
        """A picture, if it is there and whole."""
        place = self._known().get(name)
        if place is None or self._opened is None:
            return None
        at, size, checksum = place
        with suppress(OSError):
            picture = _read(self._opened, at, size)
            if _checksum(name, picture) == checksum:
                return picture
        return None

    def add(self, pictures: Mapping[str, bytes]) -> bool:
        """Add pictures; says whether that could be done."""
        told = b"".join(_HEAD.pack(_MARK, name.encode(), len(one), _checksum(name, one)) + one
                        for name, one in pictures.items())  # fmt: skip
        self._close()  # Another run may have added to it.
        known = self._known()
        whole = self._opened is not None and self._size() == self._end <= _MOST
        try:
            make_folder(self._path.parent)
            if whole:
                _append(self._path, told)
            else:
                self._begin(told, keep=bool(known) and self._end <= _MOST)
        except OSError:
            return False
        finally:
            self._close()
            self._known()
        return True

    def _begin(self, told: bytes, *, keep: bool) -> None:
        """Write a new file; what another run adds to the old one meanwhile is drawn again."""
        before = _read(self._opened, 0, self._end) if keep and self._opened else b""
        part = self._path.with_suffix(f".{os.getpid()}.part")
        self._close()
        try:
            part.write_bytes(before + told)
            part.replace(self._path)
        except OSError:
            with suppress(OSError):
                part.unlink()
            raise

    def _known(self) -> Mapping[str, tuple[int, int, int]]:
        """Place, size and checksum of each picture."""
        if self._places is None:
            self._places, self._end = {}, 0
            with suppress(OSError):
                self._opened = self._path.open("rb", buffering=0)
                self._places, self._end = _places(self._opened, self._size())
        return self._places

    def _size(self) -> int:
        return os.fstat(self._opened.fileno()).st_size if self._opened else 0

    def _close(self) -> None:
        if self._opened is not None:
            self._opened.close()
        self._opened = self._places = None


def _places(file: BinaryIO, whole: int) -> tuple[dict[str, tuple[int, int, int]], int]:
    """Where each picture stands, and where what can be read ends; of the pictures nothing is read,
    so that they need no memory."""
    found: dict[str, tuple[int, int, int]] = {}
    at = 0
    while len(head := _read(file, at, _HEAD.size)) == _HEAD.size:
        mark, name, size, checksum = _HEAD.unpack(head)
        end = at + _HEAD.size + size
        if mark != _MARK or end > whole:
            break
        found[name.decode("ascii", "replace")] = (at + _HEAD.size, size, checksum)
        at = end
    return found, at


def _checksum(name: str, picture: bytes) -> int:
    return crc32(picture, crc32(name.encode()))


def _read(file: BinaryIO, at: int, size: int) -> bytes:
    """Bytes from a place. Copies of a process share where a file was read last, so that is not
    moved where the system can do without."""
    if hasattr(os, "pread"):
        return os.pread(file.fileno(), size, at)
    file.seek(at)
    return file.read(size)


def _append(path: Path, told: bytes) -> None:
    with path.open("ab", buffering=0) as file:
        file.write(told)
