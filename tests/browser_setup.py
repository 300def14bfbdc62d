"""See to it that the browser tests have their browser: Debian's Chromium."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

CHROMIUM = Path("/usr/bin/chromium")


def can_install() -> bool:
    """Whether this is a Debian (or a child of it) on which we may install packages."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def install() -> bool:
    """Install Chromium with the system's package manager; returns whether it is there then."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["update", "-q"],
        ["install", "-q", "-y", "--no-install-recommends", "chromium"],
    ):
        done = subprocess.run(
            ["apt-get", *command], env=environment, check=False, stdout=sys.stderr
        )
        if done.returncode != 0:
            return False
    return CHROMIUM.exists()


def main() -> int:
    """Returns the exit code."""
    if CHROMIUM.exists() or (can_install() and install()):
        return 0
    print(f"{CHROMIUM}: the browser tests need Chromium and it is not there.", file=sys.stderr)
    print("help: install it as root: apt-get install chromium", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
