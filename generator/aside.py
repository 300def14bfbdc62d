"""Bytes put aside in a file while a run goes on, so that no process needs to hold all of them.

Copies of a process may put aside and read in the same file at once. On Windows and wherever else
nothing forks there is only one.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

from deflate import crc32
from msgspec import Struct

_BINARY = getattr(os, "O_BINARY", 0)


class Put(Struct, frozen=True):
    """Where something was put aside: a file, the place and size in it in bytes, and the content's
    CRC-32.

    Why a checksum: if the file is cut off while others still write to it, other content stands at
    the place.
    """

    file: str
    at: int
    size: int
    checksum: int


Content: TypeAlias = bytes | Put
"""Bytes, in memory or put aside."""


class LostError(OSError):
    """What was put aside can't be read any more; ``filename`` is where it was."""


def content_of(content: Content) -> bytes:
    """The bytes. LostError if what was put aside is gone or damaged."""
    if isinstance(content, bytes):
        return content
    try:
        with open(content.file, "rb", buffering=0) as file:  # noqa: PTH123 - a thousand times
            file.seek(content.at)
            found = file.read(content.size)
    except OSError as error:
        raise LostError(error.errno, error.strerror, content.file) from error
    if len(found) != content.size or crc32(found) != content.checksum:
        raise LostError(errno.EIO, "It was damaged", content.file)
    return found


class Aside:
    """A place for bytes, which goes with what was put there when it is left."""

    def __enter__(self) -> Aside:
        self._folder = TemporaryDirectory(prefix="runbook-")
        self._file = str(Path(self._folder.name) / "aside")
        Path(self._file).touch(mode=0o600)
        return self

    def __exit__(self, *_: object) -> None:
        self._folder.cleanup()

    def put(self, contents: Sequence[bytes]) -> list[Content]:
        """Put things aside; where there is no room they stay in memory."""
        try:
            at = self._append(b"".join(contents))
        except OSError:
            return list(contents)
        put: list[Content] = []
        for content in contents:
            put.append(Put(self._file, at, len(content), crc32(content)))
            at += len(content)
        return put

    def _append(self, told: bytes) -> int:
        """Add to the file; the place of the first byte. In one go, so that what another process
        adds at the same moment stands before it or behind it."""
        file = os.open(self._file, os.O_WRONLY | os.O_APPEND | _BINARY)
        try:
            written = os.write(file, told)
            if written != len(told):
                raise OSError(f"{self._file} can't be written whole")
            return os.lseek(file, 0, os.SEEK_CUR) - written
        finally:
            os.close(file)
