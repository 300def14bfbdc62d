"""What is read from tables, workbooks and address books, and what a mapping file says of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.exchange.importing import prepare
from generator.exchange.layout import LAYOUTS
from generator.exchange.sheet import Sheet, known_columns
from generator.exchange.workbook import xlsx_bytes
from generator.other_words import COLUMNS
from generator.problems import PlanError
from tests.exchange.small_firm import PLAN, make, rows, run


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
    assert an.changes == ()
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


@pytest.mark.parametrize("content", [b"PK\x03\x04broken", b"\x00\xff", b"\xff\xfe\x00"])
def test_a_broken_file_is_told_as_such(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "in.xlsx"
    file.write_bytes(content)
    code, said = run("import", make(tmp_path), file)
    assert code == 1
    assert "Traceback" not in said


def test_columns_that_are_not_imported_may_share_a_name(tmp_path: Path) -> None:
    file = rows(tmp_path, "name,remark,remark", "New,one,two")
    (one,) = prepare(make(tmp_path), file, "people").comparison.incoming
    assert one.name == "New"


def test_a_mapping_for_columns_that_others_call_so_is_said(tmp_path: Path) -> None:
    file = rows(tmp_path, "name,E-mail,Mobile_Phone,phone,Tel.,Loon,Gsm", "New,a@x.example,,,,9,")
    (said,) = prepare(make(tmp_path), file, "people").notes
    columns = 'columns: {"E-mail": mail, "Mobile_Phone": mobile}'
    assert said.help == f"Write a mapping file, `{columns}`, and name it by `--mapping`."
    mapping = rows(tmp_path, columns, name="map.yml")
    (one,) = prepare(make(tmp_path), file, "people", mapping).comparison.incoming
    assert one.new is not None
    assert one.new["contacts"] == [{"kind": "mail", "value": "a@x.example"}]


def test_every_known_heading_is_for_a_column_that_there_is() -> None:
    assert COLUMNS.keys() == known_columns(COLUMNS, LAYOUTS["people"])


def test_a_namesake_with_another_id_is_told(tmp_path: Path) -> None:
    file = rows(tmp_path, "id,name", "4711,bo", "4712,Cy")
    found = prepare(make(tmp_path), file, "people")
    assert [one.id for one in found.comparison.incoming] == ["4711", "4712"]
    (said,) = found.notes
    assert said.position.line == 2
    assert "The plan has `bo` of this name" in said.message
