"""One plan has one ledger, whichever way it is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.paper.ledger import ledger_path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "plan.yml").write_text("plan: {}\n", "utf-8")
    return tmp_path


@pytest.mark.parametrize("there", ["sheets.json", "plan.sheets.json"])
def test_a_folder_of_one_file_and_that_file_have_the_ledger_that_is_there(
    folder: Path, there: str
) -> None:
    (folder / there).write_text("{}", "utf-8")
    assert ledger_path(folder) == ledger_path(folder / "plan.yml") == folder / there


def test_of_two_it_is_the_folders(folder: Path) -> None:
    for name in ("sheets.json", "plan.sheets.json"):
        (folder / name).write_text("{}", "utf-8")
    assert ledger_path(folder) == ledger_path(folder / "plan.yml") == folder / "sheets.json"


def test_plans_beside_one_another_have_their_own(folder: Path) -> None:
    (folder / "other.yml").write_text("plan: {}\n", "utf-8")
    for name in ("sheets.json", "plan.sheets.json"):
        (folder / name).write_text("{}", "utf-8")
    assert ledger_path(folder / "plan.yml") == folder / "plan.sheets.json"
    assert ledger_path(folder / "other.yml") == folder / "other.sheets.json"
    (folder / "sheets.json").unlink()
    assert ledger_path(folder) == folder / "sheets.json"
