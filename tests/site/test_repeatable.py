"""Whoever builds a plan, wherever and in whatever surroundings, gets the same bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.site.organisation import files_below, write_organisation

SURROUNDINGS = (
    {"TZ": "Pacific/Kiritimati", "LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    {
        "TZ": "America/Los_Angeles",
        "LANG": "nl_BE.UTF-8",
        "LC_ALL": "C.UTF-8",
        "PYTHONHASHSEED": "2",
    },
)
"""Far apart: it is never the same day in both time zones, and sets come in another order."""

MOMENT = "1790000000"


def _built(folder: Path, surroundings: dict[str, str]) -> dict[str, bytes]:
    """The files of a whole build, started in another folder than the plan's."""
    config_file = write_organisation(folder)
    plain = {name: value for name, value in os.environ.items() if not name.startswith("LC_")}
    done = subprocess.run(
        [sys.executable, "-m", "generator", "build", "-f", str(config_file), "--single-file"],
        cwd=folder.parent,
        env=plain | {"SOURCE_DATE_EPOCH": MOMENT, "NO_MKDOCS_2_WARNING": "1"} | surroundings,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return files_below(config_file.parent / "site")


def test_two_builds_in_other_surroundings_are_the_same(tmp_path: Path) -> None:
    first, second = (
        _built(tmp_path / f"folder-{len(place)}" / place, surroundings)
        for place, surroundings in zip(("here", "quite elsewhere"), SURROUNDINGS, strict=True)
    )
    assert len(first) > 50
    assert {path for path in first if path.startswith("offline/")}
    assert first.keys() == second.keys()
    assert [path for path in first if first[path] != second[path]] == []
