"""Which rows the ledger gets when a plan is printed again."""

from __future__ import annotations

from pathlib import Path

from tests.paper.changing import DEPOT, TOWER, Print, commit, edit, git, ledger, pages


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


def test_a_damaged_ledger_stops_the_run(plan: Path, printing: Print, tmp_path: Path) -> None:
    (plan / "sheets.json").write_text("{", "utf-8")
    done = printing()
    assert done.exit_code == 1
    assert "damaged-ledger" in done.output
    assert not (tmp_path / "out").exists()
