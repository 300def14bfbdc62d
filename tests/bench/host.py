"""A web server in a process of its own that can be ended, and says what was asked of it."""

from __future__ import annotations

import gzip
import re
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_ASKED = re.compile(r'"GET /([^ ?#]*)[^"]*" 200')
_PACKED_ON_THE_WAY = {".html", ".css", ".js", ".json", ".svg", ".xml", ".webmanifest", ".txt"}


@dataclass
class Host:
    """Serves `site` on a free port; what a browser saves belongs to that address."""

    site: Path
    log: Path
    port: int
    process: subprocess.Popen[bytes]

    @classmethod
    def start(cls, site: Path, log: Path) -> Host:
        """Returns when it answers."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = int(free.getsockname()[1])
        command = [sys.executable, "-u", "-m", "http.server", str(port), "--bind", "127.0.0.1"]
        with log.open("wb") as output:
            process = subprocess.Popen(
                [*command, "--directory", str(site)], stdout=subprocess.DEVNULL, stderr=output
            )
        for _ in range(100):
            with socket.socket() as asking:
                if asking.connect_ex(("127.0.0.1", port)) == 0:
                    return cls(site, log, port, process)
            time.sleep(0.1)
        raise TimeoutError(f"no server for {site}")

    @property
    def url(self) -> str:
        """With a slash at its end."""
        return f"http://127.0.0.1:{self.port}/"

    def asked(self) -> list[str]:
        """The paths of the files that were given, in order."""
        return _ASKED.findall(self.log.read_text("utf-8"))

    def end(self) -> None:
        """The port refuses connections from now on."""
        self.process.kill()
        self.process.wait(timeout=10)


def weight(site: Path, paths: list[str]) -> int:
    """Bytes moved for these, from a host that packs texts on the way."""
    return sum(_weight(site / path) for path in paths)


@cache
def _weight(path: Path) -> int:
    if not path.is_file():
        return 0
    content = path.read_bytes()
    return len(gzip.compress(content, 6)) if path.suffix in _PACKED_ON_THE_WAY else len(content)
