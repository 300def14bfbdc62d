"""What left the plan between the revision that is named and the last printing is taken back too."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.paper.changing import DEPOT, PLAN, Print, commit, committed, edit, printer

PIER = "exit-poster/pier @ staff/en"
DEPOTS = "  - {id: depot, name: Depot, assembly_points: [{id: gate, name: The gate}]}\n"


@pytest.fixture
def printing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Print:
    """Printed at revisions 1, 2 and 3, each committed; the pier left at 2, the depot at 3."""
    text = PLAN + DEPOTS.replace("depot, name: Depot", "pier, name: Pier")
    plan = committed(tmp_path / "repository" / "plan", text)
    monkeypatch.chdir(tmp_path)
    run = printer(plan, "exit-posters", tmp_path / "out")
    for was, now in (("pier, name: Pier", ""), ("depot, name: Depot", "")):
        assert run().exit_code == 0
        commit(plan)
        edit(plan, DEPOTS.replace("depot, name: Depot", was), now)
        number = 1 if "pier" in was else 2
        edit(plan, f'revision: "{number}"', f'revision: "{number + 1}"')
        edit(plan, "The lawn", f"The lawn {number}")
    assert run().exit_code == 0
    commit(plan)
    return run


@pytest.mark.parametrize(("since", "gone"), [("1", [DEPOT, PIER]), ("2", [DEPOT]), ("3", [])])
def test_who_had_a_sheet_then_gives_it_back(printing: Print, since: str, gone: list[str]) -> None:
    done = printing("--changed-since", since, "--list")
    assert done.exit_code == 0, done.output
    told = done.stdout.partition("No longer in the plan")[2].splitlines()[1:]
    assert sorted(line.strip() for line in told) == gone
