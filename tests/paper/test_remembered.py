"""The machine that printed a sheet knows what changed on it since, without git."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

from generator.paper import earlier
from generator.paper.facts import Fact, Picture, facts_of
from generator.paper.remembered import Remembered
from generator.views.sheets.sheet import Sheet
from tests.paper.changing import (
    DEPOT,
    PLAN,
    TOWER,
    Print,
    edit,
    forget,
    ledger,
    print_again,
    remembered,
)

POSTERS = "exit-posters"
UNTOLD = "doesn't say what changed"


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A plan without a repository."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "plan"
    folder.mkdir()
    (folder / "plan.yml").write_text(PLAN, "utf-8")
    return folder


@pytest.fixture
def printing(plan: Path, tmp_path: Path) -> Print:
    """Print the posters again on the same machine."""
    return lambda *options: print_again(plan, POSTERS, tmp_path / "out", *options)


def test_what_changed_since_the_last_printing_is_known(plan: Path, printing: Print) -> None:
    assert printing().exit_code == 0
    edit(plan, "The lawn", "The bridge")
    assert UNTOLD not in printing().output
    edit(plan, "+33 1 99 00 00 01", "+33 1 99 00 00 02")
    assert UNTOLD not in printing().output
    newest, before, first = ledger(plan)[TOWER]
    assert newest["changed"] == {"en": ["Emergency numbers: Crisis line"]}
    assert before["changed"] == {"en": ["Assembly point"]}
    assert "changed" not in first
    assert "99 00" not in (plan / "sheets.json").read_text("utf-8")


def test_another_machine_does_not_know(plan: Path, printing: Print) -> None:
    printing()
    edit(plan, "The lawn", "The bridge")
    forget()
    assert UNTOLD in printing().output
    assert "changed" not in ledger(plan)[TOWER][0]


def test_sheets_of_other_kinds_stay_known(plan: Path, printing: Print, tmp_path: Path) -> None:
    printing()
    assert print_again(plan, "forms", tmp_path / "forms").exit_code == 0
    edit(plan, "The lawn", "The bridge")
    printing()
    assert ledger(plan)[TOWER][0]["changed"] == {"en": ["Assembly point"]}


def test_a_sheet_that_was_printed_elsewhere_meanwhile(plan: Path, printing: Print) -> None:
    """The ledger has a newer row than this machine knows: that isn't compared with the old one."""
    printing()
    (file,) = remembered()
    ours = file.read_bytes()
    edit(plan, "The lawn", "The bridge")
    printing()
    file.write_bytes(ours)
    edit(plan, "The bridge", "The shore")
    assert UNTOLD in printing().output
    assert "changed" not in ledger(plan)[TOWER][0]


def test_what_is_kept_under_a_wrong_name_is_not_believed(
    plan: Path, printing: Print, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if every sheet had shown what the depot's did."""
    monkeypatch.setattr(Remembered, "_key", lambda self, name, code: b"one for all")
    printing()
    edit(plan, "The lawn", "The bridge")
    edit(plan, "The gate", "The wall")
    assert "For 1 sheet it" in printing().output
    told = {name: "changed" in ledger(plan)[name][0] for name in (TOWER, DEPOT)}
    assert sorted(told.values()) == [False, True]


def test_a_draft_is_not_remembered(printing: Print) -> None:
    assert printing("--draft").exit_code == 0
    assert remembered() == []


def test_a_run_that_fails_remembers_nothing(plan: Path, printing: Print) -> None:
    edit(plan, "name: The lawn", f"name: {'The very long lawn ' * 200}")
    assert printing().exit_code == 1
    assert remembered() == []


def test_each_plan_has_a_file_that_git_leaves_out(plan: Path, printing: Print) -> None:
    other = plan.with_name("other")
    shutil.copytree(plan, other)
    printing()
    print_again(other, POSTERS, plan.parent / "other-out")
    first, second = remembered()
    assert (first.parent / ".gitignore").read_text() == "*\n"
    salts = {one.joinpath("sheets.json").read_text("utf-8").split('"')[5] for one in (plan, other)}
    assert len(salts) == 2
    assert not any(salt.encode() in one.read_bytes() for salt in salts for one in (first, second))
    edit(plan, "The lawn", "The bridge")
    assert UNTOLD not in printing().output


def test_facts_of_a_view_with_other_fields_are_left_alone(
    plan: Path, printing: Print, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those of another generator, whose words are gone."""

    def former(sheet: Sheet, picture: Picture) -> tuple[Fact, ...]:
        return tuple(replace(one, field=f"former_{one.field}") for one in facts_of(sheet, picture))

    with monkeypatch.context() as patch:
        patch.setattr(earlier, "facts_of", former)
        printing()
    edit(plan, "The lawn", "The bridge")
    done = printing()
    assert done.exit_code == 0, done.output
    assert "For 2 sheets it" in done.output
