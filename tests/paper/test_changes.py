"""What changed on sheets since when, and that only those are printed."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from click.testing import CliRunner, Result

from generator.cli import main

PLAN = """\
plan:
  id: one
  organisation: One
  title: Plan
  revision: "1"
  issued: 2026-01-02
  languages: [en]
  site_url: https://plan.example/
  audiences:
    - {id: staff, title: Staff, publish: open}
  emergency_numbers:
    - {id: fire, number: "112", label: Fire and ambulance}
    - {id: line, number: +33 1 99 00 00 01, label: Crisis line}
sites:
  - {id: tower, name: Tower, assembly_points: [{id: lawn, name: The lawn, directions: Turn left.}]}
  - {id: depot, name: Depot, assembly_points: [{id: gate, name: The gate}]}
"""


Print = Callable[..., Result]


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A plan in a repository, committed."""
    folder = tmp_path / "repository" / "plan"
    folder.mkdir(parents=True)
    (folder / "plan.yml").write_text(PLAN, "utf-8")
    git(folder, "init", "-q")
    commit(folder)
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.fixture
def printing(plan: Path, tmp_path: Path) -> Print:
    """Print the posters of the plan, with these options."""

    def run(*options: str) -> Result:
        command = ["print", str(plan), "--only", "exit-posters", "--out", str(tmp_path / "out")]
        return CliRunner().invoke(main, [*command, *options])

    return run


def git(folder: Path, *command: str) -> None:
    subprocess.run(["git", "-C", str(folder), *command], check=True)


def commit(folder: Path) -> None:
    git(folder, "add", "-A")
    git(folder, "-c", "user.name=A", "-c", "user.email=a@b.example", "commit", "-qm", "plan")


def edit(plan: Path, was: str, now: str) -> None:
    text = (plan / "plan.yml").read_text("utf-8")
    assert was in text
    (plan / "plan.yml").write_text(text.replace(was, now), "utf-8")


def ledger(plan: Path) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = json.loads((plan / "sheets.json").read_text("utf-8"))[
        "sheets"
    ]
    return found


def pages(folder: Path) -> str:
    (file,) = folder.rglob("*.pdf")
    with pypdfium2.PdfDocument(file) as pdf:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf)


TOWER, DEPOT = "exit-poster/tower @ staff/en", "exit-poster/depot @ staff/en"


def test_the_first_time_every_sheet_gets_a_row(plan: Path, printing: Print) -> None:
    done = printing()
    assert done.exit_code == 0, done.output
    rows = ledger(plan)
    assert list(rows) == [DEPOT, TOWER]
    assert [sorted(row) for row in rows[TOWER]] == [["audience", "code", "revision"]]
    assert "2 new rows" in done.output


def test_the_code_stands_on_the_sheet(plan: Path, printing: Print, tmp_path: Path) -> None:
    printing()
    said = pages(tmp_path / "out")
    for rows in ledger(plan).values():
        assert rows[0]["code"] in said


def test_nothing_changed_nothing_is_written(plan: Path, printing: Print) -> None:
    printing()
    before = (plan / "sheets.json").stat()
    edit(plan, 'revision: "1"', 'revision: "2"')
    edit(plan, "2026-01-02", "2026-05-06")
    done = printing()
    assert done.exit_code == 0
    assert (plan / "sheets.json").stat().st_mtime_ns == before.st_mtime_ns
    assert "ledger" not in done.output


def test_what_changed_is_known_from_the_commit_of_the_ledger(plan: Path, printing: Print) -> None:
    printing()
    commit(plan)
    edit(plan, 'revision: "1"', 'revision: "2"')
    edit(plan, "name: The lawn", "name: The bridge")
    edit(plan, "+33 1 99 00 00 01", "+33 1 99 00 00 02")
    commit(plan)
    printing()
    new, old = ledger(plan)[TOWER]
    assert (new["revision"], old["revision"]) == ("2", "1")
    assert new["code"] != old["code"]
    assert new["changed"] == {"en": ["Assembly point", "Emergency numbers: Crisis line"]}
    assert "99 00" not in (plan / "sheets.json").read_text("utf-8")


def test_a_plan_that_was_printed_before_it_was_committed(plan: Path, printing: Print) -> None:
    """The ledger is committed alone, the plan that was printed after it."""
    edit(plan, "The lawn", "The bridge")
    printing()
    git(plan, "add", "sheets.json")
    git(plan, "-c", "user.name=A", "-c", "user.email=a@b.example", "commit", "-qm", "ledger")
    commit(plan)
    edit(plan, "The bridge", "The shore")
    printing()
    assert ledger(plan)[TOWER][0]["changed"] == {"en": ["Assembly point"]}


def test_it_isn_t_said_what_changed_if_that_isn_t_known(plan: Path, printing: Print) -> None:
    printing()
    edit(plan, "The lawn", "The bridge")
    printing()
    edit(plan, "The bridge", "The shore")
    done = printing()
    rows = ledger(plan)[TOWER]
    assert len(rows) == 3
    assert "changed" not in rows[0]
    assert "doesn't say what changed" in done.output


def test_a_sheet_that_is_as_it_was_once_gets_its_old_code(plan: Path, printing: Print) -> None:
    printing()
    edit(plan, "The lawn", "The bridge")
    printing()
    edit(plan, "The bridge", "The lawn")
    printing()
    codes = [row["code"] for row in ledger(plan)[TOWER]]
    assert codes[0] == codes[2] != codes[1]


def test_without_git_there_are_rows_too(plan: Path, printing: Print, tmp_path: Path) -> None:
    printing()
    (plan / ".git").rename(tmp_path / "elsewhere")
    edit(plan, "The lawn", "The bridge")
    assert printing().exit_code == 0
    assert len(ledger(plan)[TOWER]) == 2


def test_nothing_is_written_where_a_sheet_overflows(plan: Path, printing: Print) -> None:
    edit(plan, "name: The lawn", f"name: {'The very long lawn ' * 200}")
    done = printing()
    assert done.exit_code == 1
    assert not (plan / "sheets.json").exists()


def test_a_draft_leaves_the_ledger_alone(plan: Path, printing: Print, tmp_path: Path) -> None:
    printing()
    edit(plan, "The lawn", "The bridge")
    before = (plan / "sheets.json").read_bytes()
    assert printing("--draft").exit_code == 0
    assert (plan / "sheets.json").read_bytes() == before
    assert not any(row["code"] in pages(tmp_path / "out") for row in ledger(plan)[DEPOT])


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


def test_a_damaged_ledger_stops_the_run(plan: Path, printing: Print, tmp_path: Path) -> None:
    (plan / "sheets.json").write_text("{", "utf-8")
    done = printing()
    assert done.exit_code == 1
    assert "damaged-ledger" in done.output
    assert not (tmp_path / "out").exists()
