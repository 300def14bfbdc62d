"""A full disk while sheets are set, or a plan as it was is taken out of git: said as a problem, and
nothing that was there is touched."""

from __future__ import annotations

import resource
import signal
import subprocess
import sys
from pathlib import Path

from tests.paper.changing import PLAN, commit, git

ROOM = 30_000
"""Bytes that a file may have: more than the plan and the ledger, less than a template's value."""

RUN = "from generator.cli import main; main()"


def _little_room() -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # So that writing fails, as on a full disk.
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, ROOM))


def _files(folder: Path) -> dict[Path, bytes]:
    """The files of a folder but what is kept for the next run."""
    known = (path for path in folder.rglob("*") if path.is_file() and ".cache" not in path.parts)
    return {path: path.read_bytes() for path in known}


def test_no_room_is_a_problem_and_leaves_what_was_there(tmp_path: Path) -> None:
    plan, out = tmp_path / "plan.yml", tmp_path / "out"
    plan.write_text(PLAN, "utf-8")
    command = [sys.executable, "-c", RUN, "print", str(plan), "--only", "exit-posters"]
    command += ["--out", str(out)]
    first = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert first.returncode == 0, first.stderr
    before = _files(tmp_path)
    assert {path.suffix for path in before} >= {".pdf", ".json", ".yml"}
    plan.write_text(PLAN.replace("Turn left.", "Turn right."), "utf-8")
    before[plan] = plan.read_bytes()
    second = subprocess.run(
        command,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=_little_room,
    )
    assert second.returncode == 1, second.stderr
    assert "error[sheets-not-set]" in second.stderr
    assert "Traceback" not in second.stderr
    assert _files(tmp_path) == before


def test_no_room_for_the_plan_as_it_was(tmp_path: Path) -> None:
    plan = tmp_path / "plan"
    plan.mkdir()
    (plan / "plan.yml").write_text(PLAN, "utf-8")
    (plan / "long.yml").write_text("# Long.\n" * ROOM + "units: []\n", "utf-8")
    git(plan, "init", "-q")
    commit(plan)
    before = _files(tmp_path)
    command = [sys.executable, "-c", RUN, "print", str(plan), "--only", "exit-posters"]
    command += ["--changed-since", "HEAD", "--list"]
    done = subprocess.run(
        command, cwd=tmp_path, capture_output=True, text=True, check=False, preexec_fn=_little_room
    )
    assert done.returncode == 1, done.stderr
    assert "error[earlier-plan-not-unpacked]" in done.stderr
    assert "TMPDIR" in done.stderr
    assert "Traceback" not in done.stderr
    assert _files(tmp_path) == before
    roomy = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert roomy.stdout.startswith("Nothing changed"), roomy.stderr
