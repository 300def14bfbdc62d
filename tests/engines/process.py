"""Starting a program that ends with all that it has started."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

Found = TypeVar("Found")


def start(
    command: Sequence[str], environment: Mapping[str, str], pass_fds: Sequence[int] = ()
) -> subprocess.Popen[bytes]:
    """Start a program in a process group of its own; it may say what it likes."""
    return subprocess.Popen(
        command,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=pass_fds,
        start_new_session=True,
    )


def end(process: subprocess.Popen[bytes], patience: float = 0) -> None:
    """Wait so many seconds for the program's own end, and then end all its group."""
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(timeout=patience)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(timeout=10)


def wait_for(look: Callable[[], Found], what: str, seconds: float = 30) -> Found:
    """Look again and again, until it is something."""
    end_at = time.monotonic() + seconds
    while not (found := look()):
        assert time.monotonic() < end_at, f"{what} didn't come in {seconds} s"
        time.sleep(0.02)
    return found
