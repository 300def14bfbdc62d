"""Files that may not be read, tried by a process without the right to, even if root runs tests."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

import generator

HEADER = "plan: {id: a, organisation: A, title: A, revision: 1}\n"
CURE = "help: Check that it exists and that you may read it."

DROP_AND_CHECK = """\
import contextlib, io, os, sys
from generator.cli import main

# All that is imported on the way is, while it may be: root's Python may lie where only root reads.
with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
    main(["check", sys.argv[1]])
if os.geteuid() == 0:
    os.setgroups([])
    os.setegid(65534)
    os.seteuid(65534)
main(["check", sys.argv[2]])
"""

pytestmark = pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs POSIX permissions")


@pytest.fixture
def plan() -> Iterator[Path]:
    """A plan's folder that everybody may read. Why not ``tmp_path``: its parents are its user's."""
    base = Path(tempfile.mkdtemp())
    base.chmod(0o755)
    folder = base / "hq"
    (folder / "more").mkdir(parents=True)
    (folder / "plan.yml").write_text(HEADER)
    (folder / "more" / "roles.yml").write_text("roles: [{id: lead, title: Lead, holder: gone}]\n")
    yield folder
    for path in (folder, folder / "more"):
        path.chmod(0o755)
    shutil.rmtree(base)


def check(plan: Path) -> subprocess.CompletedProcess[str]:
    """`runbook check` in a process that is not root's (any more)."""
    sound = plan.parent if plan.suffix else plan
    (sound.parent / "sound.yml").write_text(HEADER + "roles: [{id: lead, title: L, holder: x}]\n")
    return subprocess.run(
        [sys.executable, "-c", DROP_AND_CHECK, "sound.yml", str(plan.relative_to(sound.parent))],
        cwd=sound.parent,
        env={**os.environ, "PYTHONPATH": str(Path(generator.__file__).parents[1])},
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_a_locked_file_the_other_process_reads_the_plan(plan: Path) -> None:
    done = check(plan)
    assert "hq/more/roles.yml:1:41: error[unknown-reference]" in done.stdout, done.stderr
    assert "unreadable-file" not in done.stdout


@pytest.mark.parametrize(
    ("locked", "mode", "place"),
    [
        ("hq/more/roles.yml", 0o000, "hq/more/roles.yml"),
        ("hq/more", 0o000, "hq/more"),
        ("hq/more", 0o644, "hq/more/roles.yml"),
        ("hq", 0o000, "hq"),
        ("hq/plan.yml", 0o200, "hq/plan.yml"),
    ],
)
def test_what_may_not_be_read_is_a_problem_with_its_place_and_cure(
    plan: Path, locked: str, mode: int, place: str
) -> None:
    (plan.parent / locked).chmod(mode)
    done = check(plan)
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    what = "file" if place.endswith(".yml") else "folder"
    fault = f"{place}:1:1: error[unreadable-file] This {what} can't be read (Permission denied)."
    assert done.stdout.splitlines()[0] == fault
    assert CURE in done.stdout
    # What another file says of the lost part is not held against it.
    assert "unknown-reference" not in done.stdout
    assert "missing-field" not in done.stdout


def test_a_plan_in_a_folder_that_may_not_be_entered(plan: Path) -> None:
    plan.chmod(0o644)
    done = check(plan / "plan.yml")
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout.startswith("hq/plan.yml:1:1: error[unreadable-file] This file can't be read")
    assert CURE in done.stdout
