"""Put new texts in the place of a plan's files."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

_MARK = b"\xef\xbb\xbf"


def write(texts: Mapping[Path, str]) -> None:
    """Write each file in one step; a link is followed, not replaced, and a mark stays."""
    for path, text in texts.items():
        target = path.resolve()
        mark = _MARK if target.exists() and _has_mark(target) else b""
        _replace(target, mark + text.encode())


def _replace(target: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        if target.exists():
            shutil.copymode(target, part)
        else:
            part.chmod(0o644)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _has_mark(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_MARK)) == _MARK
