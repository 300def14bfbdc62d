"""Imports that are refused: rows and plans that cannot be used stop everything."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.exchange.importing import prepare
from generator.problems import PlanError
from tests.exchange.small_firm import PLAN, make, rows, run


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (("name,unit", "New,Space"), "The plan has no unit called `Space`."),
        (("name,mobile", "New,3.31990E+10"), "`mobile` was rounded by a spreadsheet"),
        (("name,mobile verified", "New,2026-01-01"), "`mobile` has details but no value."),
        (("id,left", "an,31/12/2026"), "`left` is no day."),
        (("name", "New", "new"), "about the same one as row 2"),
        (("name,mobile", ",0471 00 00 00"), "No column holds ids or names."),
        (("id,mobile", "New One,0471 00 00 00"), "`name` is missing."),
        (("id,name", "New One,New"), "id"),
        (("", ""), "This file has no rows."),
        (("a,b", "1,2"), "No column holds ids or names."),
        (("name,mobile,mobile", "New,1,2"), "More than one column is called `mobile`."),
        (("Name,name", "New,Other"), "More than one column is called `name`."),
        (("name,mobile", '"New,0471 00 00 00'), "The cells of this row can't be told apart"),
        (("name", f'"{"x" * 5_000_000}"'), "The cells of this row can't be told apart"),
        (("name,mobile label", "New,a\x1b[31mb"), "`label` has a character that can't be seen."),
        (("name", "New\0"), "`name` has a character that can't be seen."),
    ],
)
def test_rows_that_cannot_be_used_stop_everything(
    tmp_path: Path, lines: tuple[str, ...], said: str
) -> None:
    plan = make(tmp_path)
    with pytest.raises(PlanError) as failure:
        prepare(plan, rows(tmp_path, *lines), "people")
    assert any(said in problem.message for problem in failure.value.problems)
    assert plan.read_text("utf-8") == PLAN


@pytest.mark.parametrize(
    "text",
    [
        PLAN.replace("contacts: []", "contacts: &c []").replace("roles: []", "x: *c"),
        PLAN.replace("people:", "people:\n  - id: an"),
        "plan: {",
        "",
    ],
)
def test_a_plan_that_does_not_load_is_refused(tmp_path: Path, text: str) -> None:
    plan = make(tmp_path, text)
    with pytest.raises(PlanError):
        prepare(plan, rows(tmp_path, "name", "New"), "people")
    assert plan.read_bytes().decode() == text


def test_what_an_alias_shares_is_not_changed(tmp_path: Path) -> None:
    shared = PLAN.replace("contacts: []", "contacts: &c [{kind: radio, value: Channel 3}]").replace(
        "# The end.", "  - {id: cy, name: Cy, contacts: *c}\n# The end."
    )
    plan = make(tmp_path, shared)
    for who in ("bo", "cy"):
        with pytest.raises(PlanError) as failure:
            prepare(plan, rows(tmp_path, "id,mobile", f"{who},0471 00 00 05"), "people")
        assert failure.value.problems[0].code == "import-unsafe"
    assert plan.read_text("utf-8") == shared


def test_faults_are_told_without_contacts_and_nothing_is_written(tmp_path: Path) -> None:
    plan = make(tmp_path)
    code, said = run("import", plan, rows(tmp_path, "name,unit", "Di,call 0471 99 99 99"))
    assert code == 1
    assert "in.csv:2:1: error[import-row]" in said
    assert "0471" not in said
    assert said.endswith("Nothing was written.\n")


def test_a_fault_names_the_row_as_a_spreadsheet_numbers_it(tmp_path: Path) -> None:
    lines = ("", "name,unit", "", '"Two', 'lines",', "Bad,Space", ",", "Worse,Space")
    with pytest.raises(PlanError) as failure:
        prepare(make(tmp_path), rows(tmp_path, *lines), "people")
    assert [problem.position.line for problem in failure.value.problems] == [5, 7]


def test_a_card_with_an_unseen_character_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "in.vcf"
    file.write_text("BEGIN:VCARD\nFN:Ne\x07w\nEND:VCARD\n")
    with pytest.raises(PlanError) as failure:
        prepare(make(tmp_path), file, "people")
    assert "`name` has a character" in failure.value.problems[0].message


def test_a_device_is_no_file_to_import(tmp_path: Path) -> None:
    code, said = run("import", make(tmp_path), Path("/dev/zero"))
    assert (code, "a device or a pipe" in said) == (2, True)
