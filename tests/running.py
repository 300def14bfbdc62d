"""The command `runbook` as a maintainer uses it, and what it leaves."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.frontend_tools import ROOT


def runbook(*arguments: str | Path, moment: int) -> None:
    """Run the command at a moment, in seconds since 1970; what it says is shown if it fails."""
    done = subprocess.run(
        [sys.executable, "-m", "generator", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "SOURCE_DATE_EPOCH": str(moment)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def files_of(site: Path) -> dict[str, bytes]:
    """The files of a folder by their paths in it."""
    files = (file for file in site.rglob("*") if file.is_file())
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in files}
