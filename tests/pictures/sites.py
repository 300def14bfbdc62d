"""The sample's site, and the same after a change."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.browser.two_revisions import Revisions
from tests.frontend_tools import ROOT
from tests.running import files_of, runbook

PLAN = ROOT / "plans" / "scheldenet"
AS_OF = "2026-11-21"

_CHANGES = (
    ("plan.yml", 'revision: "2026.4"', 'revision: "2026.5"'),
    ("roles.yml", "people first, then services.", "people first, then services, then things."),
)
_NIGHT = 86_400
MOMENT = 1_795_219_200


def built(folder: Path) -> Revisions:
    """Both, as files by their paths."""
    later = copied(folder / "later")
    for name, old, new in _CHANGES:
        file = later / name
        text = file.read_text("utf-8")
        assert text.count(old) == 1, old
        file.write_text(text.replace(old, new), "utf-8")
    first = _site(PLAN, folder / "first-site", MOMENT)
    return Revisions(first, _site(later, folder / "later-site", MOMENT + _NIGHT))


def copied(folder: Path) -> Path:
    """A copy of the sample plan."""
    return Path(shutil.copytree(PLAN, folder))


def _site(plan: Path, site: Path, moment: int) -> dict[str, bytes]:
    runbook("build", "--plan", plan, "--site-dir", site, "--as-of", AS_OF, moment=moment)
    return files_of(site)
