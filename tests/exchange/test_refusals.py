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
