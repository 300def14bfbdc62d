"""Imports: what changes in the plan's files, what is said, and what is refused."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.exchange.importing import in_words, prepare, write
from generator.exchange.sheet import Sheet
from generator.exchange.workbook import xlsx_bytes
from generator.load import load
from generator.problems import PlanError

PLAN = """\
# The plan of a small firm.
format: 1
plan: {id: x, organisation: X, title: Plan, revision: "1", country: BE, languages: [en, nl]}

units:
  - {id: ict, name: {en: Computers, nl: Computerdienst}}

people:
  # --- Office ---
  - id: an
    name: An Claes   # since 2019
    title: >-
      Head of
      everything
    contacts:
      - {kind: mobile, value: "0471 00 00 01", verified: 2026-01-01}  # private
      - kind: phone
        verified: 2026-02-02
        value: "02 000 00 00"

  # --- Others ---
  - {id: bo, name: Bo, contacts: []}

# The end.
roles: []
"""


def make(folder: Path, text: str = PLAN) -> Path:
    path = folder / "plan.yml"
    path.write_bytes(text.encode())
    return path


def rows(folder: Path, *lines: str, name: str = "in.csv") -> Path:
    path = folder / name
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def imported(folder: Path, plan: Path, file: Path, topic: str = "people", **more: Any) -> str:
    write(prepare(plan, file, topic, **more))
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
    assert (
        difference(PLAN, after)
        == [
            '+  - {id: zoe-angstrom, name: Zoë Ångström, unit: ict, title: "Null", '
            'contacts: [{kind: mobile, value: "0171234567"}]}'
        ]
        or "zoe-angstrom" in after
    )
    assert after.index("zoe-angstrom") < after.index("# The end.")
    assert '"0171234567"' in after
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
    write(prepare(folder, file, "suppliers"))
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


def test_a_mapping_file_translates(tmp_path: Path) -> None:
    mapping = rows(
        tmp_path,
        'columns: {Gsm: mobile, "Tel. Werk": phone, Dienst: unit}',
        'build: {name: "{Voornaam} {Naam}"}',
        "values: {unit: {Informatica: ict}}",
        "defaults: {languages: nl}",
        name="map.yml",
    )
    lines = ("Voornaam;Naam;Dienst;GSM;tel. werk;Loon", "Els;Wouters;informatica;0471 00 00 09;;9")
    file = tmp_path / "in.csv"
    file.write_bytes("\r\n".join(lines).encode("cp1252"))
    found = prepare(make(tmp_path), file, "people", mapping)
    (one,) = found.comparison.incoming
    assert one.new == {
        "id": "els-wouters",
        "name": "Els Wouters",
        "unit": "ict",
        "languages": ["nl"],
        "contacts": [{"kind": "mobile", "value": "0471 00 00 09"}],
    }
    assert [note.message for note in found.notes] == ["Not imported: the column `Loon`."]


def test_a_plus_that_a_spreadsheet_took_is_put_back(tmp_path: Path) -> None:
    text = PLAN.replace("0471 00 00 01", "+49 171 3920001")
    file = rows(tmp_path, "id,name,mobile", "an,,491713920001", ",New,33199001234")
    found = prepare(make(tmp_path, text), file, "people", overwrite=True)
    an, new = found.comparison.incoming
    assert an.changes == []
    assert new.new is not None
    assert new.new["contacts"] == [{"kind": "mobile", "value": "+33199001234"}]
    assert "lost its plus" in found.notes[0].message


V3 = """\
BEGIN:VCARD\r
VERSION:3.0\r
N:Claes;An;;;\r
FN:An Cla\r
 es\r
TEL;TYPE=CELL,VOICE:+32471000001\r
TEL;TYPE=FAX,WORK:+3220000009\r
item1.EMAIL;TYPE=INTERNET:an@x.example\r
item1.X-ABLabel:Home\\, private\r
NOTE:Anything\r
END:VCARD\r
"""
V4 = """\
BEGIN:VCARD
VERSION:4.0
FN:New One
TEL;VALUE=uri;TYPE="voice,home":tel:+33-1-99-00-12-34
TEL;VALUE=uri;PREF=1;TYPE="voice,cell":tel:+33-1-99-00-12-35;ext=7
END:VCARD
BEGIN:VCARD
VERSION:4.0
KIND:org
FN:A firm
END:VCARD
"""


def test_vcards_of_both_versions(tmp_path: Path) -> None:
    file = tmp_path / "all.vcf"
    file.write_bytes((V3 + V4).encode())
    found = prepare(make(tmp_path), file, "people", overwrite=True)
    an, new = found.comparison.incoming
    assert [change.label for change in an.changes] == ["mail"]
    assert an.changes[0].edits[0].value == {
        "kind": "mail",
        "value": "an@x.example",
        "label": "Home, private",
    }
    assert new.new == {
        "id": "new-one",
        "name": "New One",
        "contacts": [
            {"kind": "mobile", "value": "+33-1-99-00-12-35;ext=7"},
            {"kind": "home", "value": "+33-1-99-00-12-34"},
        ],
    }
    assert found.notes[0].message == "Cards that are no person's were left out: 1."


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


def run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    return result.exit_code, result.output


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


def test_faults_are_told_without_contacts_and_nothing_is_written(tmp_path: Path) -> None:
    plan = make(tmp_path)
    code, said = run("import", plan, rows(tmp_path, "name,unit", "Di,call 0471 99 99 99"))
    assert code == 1
    assert "in.csv:2:1: error[import-row]" in said
    assert "0471" not in said
    assert said.endswith("Nothing was written.\n")


@pytest.mark.parametrize("content", [b"PK\x03\x04broken", b"\x00\xff", b"\xff\xfe\x00"])
def test_a_broken_file_is_told_as_such(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "in.xlsx"
    file.write_bytes(content)
    code, said = run("import", make(tmp_path), file)
    assert code == 1
    assert "Traceback" not in said


def test_a_workbook_is_read_by_its_sheets(tmp_path: Path) -> None:
    file = tmp_path / "in.xlsx"
    other = Sheet("Notes", ("x",), (("y",),))
    file.write_bytes(xlsx_bytes([other, Sheet("People", ("name",), (("=SUM(1)",),))]))
    plan = make(tmp_path)
    (one,) = prepare(plan, file, "people").comparison.incoming
    assert (one.name, one.id) == ("=SUM(1)", "sum-1")
    with pytest.raises(PlanError):
        prepare(plan, file, "people", rows(tmp_path, "sheet: Staff", name="m.yml"))


@pytest.mark.parametrize(
    "text", ["columns: {a: nmae}", "colums: {}", "columns: [1]", "- a", "a: ["]
)
def test_a_mapping_that_means_nothing_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(PlanError):
        prepare(
            make(tmp_path),
            rows(tmp_path, "name", "New"),
            "people",
            rows(tmp_path, text, name="m.yml"),
        )


def test_words_are_said_once_for_each_change(tmp_path: Path) -> None:
    found = prepare(make(tmp_path), rows(tmp_path, "id,title", "an,Boss"), "people")
    assert list(in_words(found.comparison, overwrite=False)) == [
        "= An Claes: title differs, kept: Head of everything → Boss"
    ]
    assert found.texts == {}
