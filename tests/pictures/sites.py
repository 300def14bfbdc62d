"""The sample's site, and the same after a change."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.browser.two_revisions import Revisions
from tests.frontend_tools import ROOT

PLAN = ROOT / "plans" / "scheldenet"
AS_OF = "2026-11-21"

_CHANGES = (
    ("plan.yml", 'revision: "2026.4"', 'revision: "2026.5"'),
    ("roles.yml", "people first, then services.", "people first, then services, then things."),
)
_NIGHT = 86_400
_MOMENT = 1_795_219_200


def built(folder: Path) -> Revisions:
    """Both, as files by their paths."""
    later = copied(folder / "later")
    for name, old, new in _CHANGES:
        file = later / name
        text = file.read_text("utf-8")
        assert text.count(old) == 1, old
        file.write_text(text.replace(old, new), "utf-8")
    first = _site(PLAN, folder / "first-site", _MOMENT)
    return Revisions(first, _site(later, folder / "later-site", _MOMENT + _NIGHT))


def copied(folder: Path) -> Path:
    """A copy of the sample plan."""
    return Path(shutil.copytree(PLAN, folder))


def runbook(*arguments: str | Path, moment: int = _MOMENT) -> None:
    """Run the command of that name; what it says is shown if it fails."""
    done = subprocess.run(
        [sys.executable, "-m", "generator", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "SOURCE_DATE_EPOCH": str(moment)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def _site(plan: Path, site: Path, moment: int) -> dict[str, bytes]:
    runbook("build", "--plan", plan, "--site-dir", site, "--as-of", AS_OF, moment=moment)
    files = (file for file in site.rglob("*") if file.is_file())
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in files}
