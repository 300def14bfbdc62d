"""What changed since when, who needs a new sheet, and that only those are printed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.paper.changing import DEPOT, PLAN, Print, commit, edit, git, ledger, pages


def revised(plan: Path, printing: Print) -> None:
    """Printed and committed at revision 1; at revision 2 one sheet is other, one gone, one new."""
    printing()
    commit(plan)
    git(plan, "tag", "first")
    edit(plan, 'revision: "1"', 'revision: "2"')
    edit(plan, "name: The lawn", "name: The bridge")
    edit(plan, "id: depot, name: Depot", "id: barn, name: Barn")


LISTED = """\
2 of 2 sheets changed since {since}:
  Tower (exit-poster/tower @ staff/en)
    Assembly point
  Barn (exit-poster/barn @ staff/en)
    new
No longer in the plan, take it back:
  exit-poster/depot @ staff/en
"""


@pytest.mark.parametrize("since", ["1", "HEAD", "first"])
def test_who_needs_a_new_sheet_and_why(
    plan: Path, printing: Print, tmp_path: Path, since: str
) -> None:
    revised(plan, printing)
    before = (plan / "sheets.json").read_bytes()
    (tmp_path / "out").rename(tmp_path / "printed-first")
    done = printing("--changed-since", since, "--list")
    assert done.exit_code == 0
    assert done.stdout == LISTED.format(since=since)
    assert (plan / "sheets.json").read_bytes() == before
    assert not (tmp_path / "out").exists()


def test_without_git_the_ledger_says_what_is_gone(
    plan: Path, printing: Print, tmp_path: Path
) -> None:
    printing()
    others = {"wallet-card/tower @ staff/en", "exit-poster/pier @ team/en", f"{DEPOT}+nl"}
    text = (plan / "sheets.json").read_text("utf-8")
    (plan / "sheets.json").write_text(_with_names(text, others), "utf-8")
    (plan / ".git").rename(tmp_path / "elsewhere")
    edit(plan, "  - {id: depot, name: Depot, assembly_points: [{id: gate, name: The gate}]}\n", "")
    done = printing("--changed-since", "1", "--list")
    assert done.stdout.endswith(f"take it back:\n  {DEPOT}\n"), done.output


def _with_names(text: str, names: set[str]) -> str:
    """A ledger with more sheets."""
    found = json.loads(text)
    rows = next(iter(found["sheets"].values()))
    found["sheets"] |= dict.fromkeys(names, rows)
    return json.dumps(found)


def test_since_another_plan(plan: Path, printing: Print, tmp_path: Path) -> None:
    old = tmp_path / "old.yml"
    old.write_text(PLAN, "utf-8")
    revised(plan, printing)
    done = printing("--changed-since", str(old), "--list")
    assert done.stdout == LISTED.format(since=str(old))


def test_only_those_are_made(plan: Path, printing: Print, tmp_path: Path) -> None:
    printing()
    commit(plan)
    edit(plan, 'revision: "1"', 'revision: "2"')
    edit(plan, "name: The gate", "name: The shore")
    done = printing("--changed-since", "1")
    assert done.exit_code == 0
    said = pages(tmp_path / "out")
    assert "Depot" in said
    assert "Tower" not in said
    assert [len(rows) for rows in ledger(plan).values()] == [2, 1]
    assert ledger(plan)[DEPOT][0]["changed"] == {"en": ["Assembly point"]}
    assert done.stdout.startswith("1 of 2 sheets changed since 1:\n")


def test_once_more_since_the_first_revision(plan: Path, printing: Print) -> None:
    """What changed step by step is told together, each once."""
    printing()
    for number, point in enumerate(("The bridge", "The shore"), 2):
        commit(plan)
        edit(plan, f'revision: "{number - 1}"', f'revision: "{number}"')
        edit(plan, "The lawn" if number == 2 else "The bridge", point)
        printing()
    done = printing("--changed-since", "1", "--list")
    assert done.stdout.endswith("  Tower (exit-poster/tower @ staff/en)\n    Assembly point\n")
    assert printing("--changed-since", "3", "--list").stdout == (
        "Nothing changed on any of 2 sheets since 3.\n"
    )


def test_nothing_changed_nothing_is_made(plan: Path, printing: Print, tmp_path: Path) -> None:
    printing()
    (tmp_path / "out").rename(tmp_path / "printed-first")
    done = printing("--changed-since", "1")
    assert done.exit_code == 0
    assert done.stdout == "Nothing changed on any of 2 sheets since 1.\n"
    assert not (tmp_path / "out").exists()


def test_a_revision_that_nobody_knows(plan: Path, printing: Print) -> None:
    printing()
    done = printing("--changed-since", "2025.9")
    assert done.exit_code == 1
    assert "unknown-revision" in done.output
    assert "The ledger knows `1`" in done.output


def test_an_earlier_plan_with_errors(plan: Path, printing: Print, tmp_path: Path) -> None:
    (tmp_path / "old.yml").write_text("plan: {}\n", "utf-8")
    done = printing("--changed-since", str(tmp_path / "old.yml"))
    assert done.exit_code == 1
    assert "unreadable-revision" in done.output


def test_list_needs_a_revision(plan: Path, printing: Print) -> None:
    assert printing("--list").exit_code == 2
