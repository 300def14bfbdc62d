"""A build that is told to end leaves nothing behind: what it had put aside may be for few eyes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.frontend_tools import ROOT
from tests.patience import SECONDS, until


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a process without a word")
def test_what_was_put_aside_goes(tmp_path: Path) -> None:
    temporary, site = tmp_path / "temporary", tmp_path / "site"
    temporary.mkdir()
    command = [sys.executable, "-m", "generator", "build", "--site-dir", str(site)]
    build = subprocess.Popen(
        [*command, "--as-of", "2026-11-21"],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(temporary)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    until(lambda: build.poll() is not None or _written(temporary), "what is put aside")
    build.terminate()
    assert build.wait(SECONDS) == 128 + signal.SIGTERM
    assert not _written(temporary)
    # A process that was still rendering comes to its own end.
    until(lambda: not list(temporary.glob("runbook-*")), "the end of what it began")
    assert not (site / "index.html").exists()


def _written(temporary: Path) -> bool:
    return any(one.stat().st_size for one in temporary.glob("runbook-*/aside"))
