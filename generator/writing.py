"""A file replaced in one step: whatever happens, it is either as it was or complete."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path


def replace_file(path: Path, content: bytes) -> None:
    """Write a file; a link is followed, not replaced. OSError if it can't be.

    What is no file, such as a terminal, is written to and never replaced.
    """
    target = path.resolve()
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if target.exists() and not target.is_file():
        target.write_bytes(content)
        return
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        if target.exists():
            shutil.copymode(target, part)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
