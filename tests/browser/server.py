"""A web server in a process of its own, so that a test can really end it.

Why: a browser's offline switch doesn't cut what a service worker fetches.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec import Struct

from tests import patience


class Server(Struct, frozen=True):
    """A folder served on `url` (with a slash at its end) until `kill`."""

    url: str
    process: subprocess.Popen[str]

    def kill(self) -> None:
        """End the server; the port refuses connections from now on."""
        self.process.kill()
        self.process.wait(timeout=patience.SECONDS)


def start(folder: Path, port: int = 0) -> Server:
    """Serve `folder`; port 0 takes any free one."""
    command = [sys.executable, "-u", "-m", "http.server", str(port)]
    process = subprocess.Popen(
        [*command, "--bind", "127.0.0.1", "--directory", str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    first = process.stdout.readline()
    told = re.search(r"port (\d+)", first)
    if told is None:
        process.kill()
        pytest.fail(f"the server didn't start: {first!r}")
    return Server(f"http://127.0.0.1:{told[1]}/", process)
