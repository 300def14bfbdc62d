"""The user's own rsync and rclone, which really run here."""

from __future__ import annotations

import shutil
import stat
from pathlib import Path

import pytest

from generator.publish import Source, publish, store_of


def installed(program: str) -> pytest.MarkDecorator:
    reason = f"{program} isn't installed; `make test` installs it on Debian"
    return pytest.mark.skipif(shutil.which(program) is None, reason=reason)


TOOLS = [pytest.param(tool, marks=installed(tool)) for tool in ("rsync", "rclone")]
both = pytest.mark.parametrize("tool", TOOLS)


TOOLS = [pytest.param(tool, marks=installed(tool)) for tool in ("rsync", "rclone")]
both = pytest.mark.parametrize("tool", TOOLS)


def bring(tool: str, site: Path, target: Path) -> tuple[int, int]:
    source = Source.read(site)
    done = publish(source, store_of(f"{tool}:{target}", source))
    return done.sent, done.removed


def dying(tool: str, last: int, folder: Path) -> Path:
    """The tool, of which only the first ``last`` calls that change something succeed."""
    program = folder / f"dying-{tool}"
    count = folder / "count"
    program.write_text(
        f"""#!/bin/sh
case "$*" in *chmod=*|*missing-args*|copy*|rcat*|delete*)
  echo x >> '{count}'
  if [ "$(wc -l < '{count}')" -gt {last if tool == "rclone" else min(last, 4)} ]; then
    echo "the line is no more" >&2; exit 12
  fi;; esac
exec {shutil.which(tool)} "$@"
"""
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return program
