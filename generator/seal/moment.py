"""When a site was made: what orders its revisions."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path
from time import time

from generator.epoch import epoch

_LONGEST = 5.0


def moment(environment: Mapping[str, str], folder: Path) -> int:
    """Seconds since 1970: `SOURCE_DATE_EPOCH` where it is set, else when the last change to
    ``folder`` was committed if all of it is, else now."""
    told = epoch(environment)
    if told is not None:
        return told
    if _git(folder, "status", "--porcelain") == "":
        committed = _git(folder, "log", "-1", "--format=%ct") or ""
        if committed.isdecimal():
            return int(committed)
    return int(time())


def _git(folder: Path, *words: str) -> str | None:
    """What git says; None where there is no git or no repository."""
    command = ["git", "-C", str(folder), *words]
    try:
        said = subprocess.run(  # noqa: S603 - our own words
            command, capture_output=True, text=True, timeout=_LONGEST, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return said.stdout.strip()
