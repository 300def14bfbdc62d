"""Put new texts in the place of a plan's files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.writing import replace_file

_MARK = b"\xef\xbb\xbf"


def write(texts: Mapping[Path, str]) -> None:
    """Write each file in one step; a link is followed, not replaced, and a mark stays."""
    for path, text in texts.items():
        mark = _MARK if path.exists() and _has_mark(path) else b""
        replace_file(path, mark + text.encode())


def _has_mark(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_MARK)) == _MARK
