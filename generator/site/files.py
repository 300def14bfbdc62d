"""Files of a site on the disk: written whole, compared, removed."""

from __future__ import annotations

import os
from pathlib import Path

_BINARY = getattr(os, "O_BINARY", 0)
"""Windows would change line ends without it."""


def replace(target: str, content: bytes, beside: str) -> None:
    """Write a file in one step by way of one ``beside`` it, unless it has this content already."""
    if not holds(target, content):
        write(beside, content, os.O_TRUNC)
        os.replace(beside, target)  # noqa: PTH105 - see `write`


def holds(target: str, content: bytes) -> bool:
    """Whether the file is there and has exactly this content."""
    try:
        with open(target, "rb", buffering=0) as file:  # noqa: PTH123 - see `write`
            return os.fstat(file.fileno()).st_size == len(content) and file.read() == content
    except OSError:
        return False


def write(path: str, content: bytes, how: int) -> None:
    """Write to a file that is opened in this way; its folder is made if there is none. Of a file
    that must be new (``O_EXCL``) no half is left.

    Why plain text for paths, and the system's own calls: for files as small as pages, `pathlib`
    and Python's buffers take longer than the system.
    """
    how |= os.O_WRONLY | os.O_CREAT | _BINARY
    try:
        file = os.open(path, how, 0o666)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120
        file = os.open(path, how, 0o666)
    try:
        with open(file, "wb", buffering=0) as opened:  # noqa: PTH123
            rest = memoryview(content)
            while rest:
                rest = rest[opened.write(rest) :]
    except BaseException:
        if how & os.O_EXCL:
            os.unlink(path)  # noqa: PTH108
        raise


def remove(site: Path, path: str) -> None:
    """Remove a file of ours, and the folders that are empty then."""
    (site / path).unlink(missing_ok=True)
    folder = (site / path).parent
    while folder != site and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
