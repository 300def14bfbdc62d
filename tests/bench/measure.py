"""Run a process and say what it cost: wall clock, processor time, peak memory."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct


class Cost(Struct, frozen=True):
    """Seconds by the clock, seconds of processor time of all threads and children, and the most
    memory that any one of its processes held, in MB."""

    seconds: float
    cpu: float
    memory: float


class RunError(Exception):
    """A process that ended with an error; the message is the end of what it said."""


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Cost:
    """Run a command in a folder to its end.

    Why nothing of the generator is imported here: the kernel counts a parent's memory as that of
    the child until it has loaded its own program, so that a heavy parent would hide a light child.
    """
    log = folder / "bench.log"
    with log.open("wb") as output:
        started = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=dict(environment), stdout=output, stderr=subprocess.STDOUT
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        said = log.read_text("utf-8", errors="replace").splitlines()
        raise RunError("\n".join([f"{' '.join(command)}: exit {process.returncode}", *said[-12:]]))
    return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


class Size(Struct, frozen=True):
    """What a site weighs: its HTML files, their bytes, and the bytes of everything."""

    pages: int
    html: int
    all: int

    @classmethod
    def of(cls, site: Path) -> Size:
        """Weigh a folder."""
        files = [(path, path.stat().st_size) for path in site.rglob("*") if path.is_file()]
        html = [size for path, size in files if path.suffix == ".html"]
        return cls(len(html), sum(html), sum(size for _, size in files))
