"""Imports: what changes in the plan's files, and what is said of it."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from generator.exchange.editing.writing import write
from generator.exchange.importing import prepare
from generator.exchange.incoming.summary import in_words
from generator.load import load
from tests.exchange.small_firm import PLAN, make, rows, run


def imported(folder: Path, plan: Path, file: Path, topic: str = "people", **more: Any) -> str:
    write(prepare(plan, file, topic, **more).texts)
    assert not load(plan).problems
    return plan.read_bytes().decode()


def difference(before: str, after: str) -> list[str]:
    """The lines that went and came."""
    old, new = before.splitlines(), after.splitlines()
    gone = [f"-{line}" for line in old if line not in new]
    return gone + [f"+{line}" for line in new if line not in old]


def test_who_is_new_is_added_in_the_style_of_the_file(tmp_path: Path) -> None:
    file = rows(tmp_path, "name,unit,mobile,title", "Zoë Ångström,computers,0171234567,Null")
    after = imported(tmp_path, make(tmp_path), file)
    assert difference(PLAN, after) == [
        '+  - {id: zoe-angstrom, name: Zoë Ångström, title: "Null", unit: ict, '
        'contacts: [{kind: mobile, value: "0171234567"}]}'
    ]
    assert after.index("zoe-angstrom") < after.index("# The end.")
    assert "# private" in after


def test_what_is_empty_is_filled_in_and_the_rest_stays(tmp_path: Path) -> None:
    file = rows(
        tmp_path,
        "id,title,mobile,mail,mobile hours",
        "an,Boss,0471 99 99 99,an@x.example,24/7",
        "bo,,0471 00 00 02,,",
    )
    after = imported(tmp_path, make(tmp_path), file)
    assert difference(PLAN, after) == [
        '-      - {kind: mobile, value: "0471 00 00 01", verified: 2026-01-01}  # private',
        "-  - {id: bo, name: Bo, contacts: []}",
        '+      - {kind: mobile, value: "0471 00 00 01", verified: 2026-01-01, hours: "24/7"}'
        "  # private",
        '+      - {kind: mail, value: "an@x.example"}',
        '+  - {id: bo, name: Bo, contacts: [{kind: mobile, value: "0471 00 00 02"}]}',
    ]


def test_overwriting_changes_only_what_differs(tmp_path: Path) -> None:
    file = rows(tmp_path, "id,title,mobile,phone", "an,Boss,0471 99 99 99,02 111 11 11")
    after = imported(tmp_path, make(tmp_path), file, overwrite=True)
    assert difference(PLAN, after) == [
        "-    title: >-",
        "-      Head of",
        "-      everything",
        '-      - {kind: mobile, value: "0471 00 00 01", verified: 2026-01-01}  # private',
        "-        verified: 2026-02-02",
        '-        value: "02 000 00 00"',
        "+    title: Boss",
        '+      - {kind: mobile, value: "0471 99 99 99"}  # private',
        '+        value: "02 111 11 11"',
    ]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_marks_stay(tmp_path: Path, newline: str, mark: str) -> None:
    text = mark + PLAN.replace("\n", newline)
    plan = make(tmp_path, text)
    file = rows(tmp_path, "id,name,site,mail", "an,,,an@x.example", ",New One,,n@x.example")
    after = imported(tmp_path, plan, file)
    assert after.startswith(mark + "# The plan")
    assert after.count("\n") == after.count(newline) > text.count("\n")


def test_the_other_language_of_a_text_stays(tmp_path: Path) -> None:
    plan = make(tmp_path, PLAN.replace("name: Bo,", "name: Bo, title: {en: Clerk, nl: Bediende},"))
    file = rows(tmp_path, "id,title", "bo,Kantoor", "an,Baas")
    after = imported(tmp_path, plan, file, language="nl", overwrite=True)
    assert "title: {en: Clerk, nl: Kantoor}" in after
    assert "title: {en: Head of everything, nl: Baas}" in after


def test_a_topic_that_was_not_there_gets_its_place(tmp_path: Path) -> None:
    folder = tmp_path / "plans"
    folder.mkdir()
    make(folder)
    file = rows(tmp_path, "name,supplies,primary phone", "Meel & Co,Flour,+33 1 99 00 00 01")
    write(prepare(folder, file, "suppliers").texts)
    assert (folder / "suppliers.yml").read_text("utf-8") == dedent("""\
        suppliers:
          - id: meel-co
            name: Meel & Co
            supplies: Flour
            primary:
              name: Meel & Co
              contacts:
                - {kind: phone, value: "+33 1 99 00 00 01"}
        """)
    assert (folder / "plan.yml").read_text("utf-8") == PLAN
    assert not load(folder).problems


def test_a_list_that_was_empty_is_filled(tmp_path: Path) -> None:
    head = PLAN[: PLAN.index("people:")]
    for empty in ("people: []  # none yet\n", "people:\n", "people: ~\nroles: []\n", ""):
        file = rows(tmp_path, "name", "One", "Two")
        after = imported(tmp_path, make(tmp_path, head + empty), file)
        assert [line for line in after.splitlines() if "name: One" in line or "name: Two" in line]
        loaded = load(tmp_path / "plan.yml").plan
        assert loaded is not None
        assert [person.id for person in loaded.people] == ["one", "two"]


def test_new_ids_are_unique_and_ascii(tmp_path: Path) -> None:
    plan = make(tmp_path, PLAN.replace("id: bo", "id: jo-be"))
    file = rows(tmp_path, "name,mail", "Jo Bé,1@x.example", "李,2@x.example", "O’Neill,3@x.example")
    found = prepare(plan, file, "people").comparison.incoming
    assert [one.id for one in found] == ["jo-be-2", "person", "oneill"]


def test_a_dry_run_says_what_would_change_and_no_contact(tmp_path: Path) -> None:
    plan = make(tmp_path)
    file = rows(
        tmp_path, "name,unit,mobile,mail", "AN claes,ict,0471999999,a@x.example", "Cy,,112,"
    )
    code, said = run("import", plan, file, "--dry-run")
    assert code == 0
    assert said.splitlines()[:5] == [
        "~ An Claes: unit added: ict",
        "= An Claes: mobile differs, kept",
        "~ An Claes: mail added",
        "+ Cy: new, as `cy` (mobile)",
        f"3 changes would be written to {plan}. 1 kept; see --overwrite.",
    ]
    assert plan.read_text("utf-8") == PLAN
    code, said = run("import", plan, file, "--overwrite")
    assert code == 0
    assert "~ An Claes: mobile changed" in said
    assert "0471" not in said
    assert "@" not in said
    assert not list(tmp_path.glob(".*"))
    assert run("import", plan, file)[1].endswith("Nothing to change.\n")


def test_words_are_said_once_for_each_change(tmp_path: Path) -> None:
    found = prepare(make(tmp_path), rows(tmp_path, "id,title", "an,Boss"), "people")
    assert list(in_words(found.comparison, overwrite=False)) == [
        "= An Claes: title differs, kept: Head of everything → Boss"
    ]
    assert found.texts == {}
