"""What goes out comes back, and what comes in goes out."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.exchange.delimited import csv_bytes, guarded, read_csv, unguarded
from generator.exchange.editing.writing import write
from generator.exchange.exporting import address_book, opened, plan_json
from generator.exchange.importing import prepare
from generator.exchange.layout import CHANNELS, DESK, DETAILS, PEOPLE, STAGE, SUPPLIERS, Layout
from generator.exchange.sheet import Sheet
from generator.exchange.workbook import read_xlsx, xlsx_bytes
from generator.load import load
from generator.model.contact import Contact
from generator.model.person import Person
from generator.model.supplier import Correspondent, Escalation, Supplier
from tests.exchange.plans import HEADER, numbered, people, plan_file, suppliers, table, words

SAMPLES = Path(__file__).parents[2] / "plans"


def one_sheet(sheet: Sheet) -> bytes:
    return xlsx_bytes([sheet])


FORMATS = {"csv": csv_bytes, "xlsx": one_sheet}
own_folder = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    max_examples=30,
)


def exported(folder: Path, sheet: Sheet, style: str) -> Path:
    file = folder / f"{sheet.name}.{style}"
    file.write_bytes(FORMATS[style](sheet))
    return file


def changes(plan: Path, file: Path, topic: str, **more: Any) -> list[str]:
    """What an import would do, told apart by what it is about."""
    found = prepare(plan, file, topic, overwrite=True, **more)
    told = [change.label for one in found.comparison.incoming for change in one.changes]
    return told + [one.id for one in found.comparison.incoming if one.new]


@pytest.mark.parametrize("style", FORMATS)
@pytest.mark.parametrize("language", ["en", "nl"])
@own_folder
@given(given_people=st.lists(people, max_size=4), given_suppliers=st.lists(suppliers, max_size=3))
def test_what_went_out_changes_nothing_when_it_comes_back(
    tmp_path: Path,
    style: str,
    language: str,
    given_people: list[dict[str, Any]],
    given_suppliers: list[dict[str, Any]],
) -> None:
    plan = plan_file(tmp_path, people=numbered(given_people), suppliers=numbered(given_suppliers))
    assert not load(plan).problems
    for topic in ("people", "suppliers"):
        sheet = table(plan, topic, language)
        if sheet.rows:
            file = exported(tmp_path, sheet, style)
            assert changes(plan, file, topic, language=language) == []


@pytest.mark.parametrize("style", FORMATS)
@own_folder
@given(rows=st.lists(people, max_size=4), firms=st.lists(suppliers, max_size=3))
def test_what_came_in_goes_out_as_it_was(
    tmp_path: Path, style: str, rows: list[dict[str, Any]], firms: list[dict[str, Any]]
) -> None:
    source, target = tmp_path / "source", tmp_path / "target"
    for folder in (source, target):
        folder.mkdir(exist_ok=True)
    full = plan_file(source, people=numbered(rows), suppliers=numbered(firms))
    empty = plan_file(target)
    for topic in ("people", "suppliers"):
        sheet = table(full, topic)
        if sheet.rows:
            write(prepare(empty, exported(tmp_path, sheet, style), topic).texts)
            assert table(empty, topic) == sheet


@pytest.mark.parametrize("name", ["scheldenet", "bakkerij"])
def test_the_samples_come_back_whole(tmp_path: Path, name: str) -> None:
    plan = SAMPLES / name
    audience = {"scheldenet": "crisis-team", "bakkerij": "crisisteam"}[name]
    edition = opened(plan, audience, None)
    cards = tmp_path / "all.vcf"
    cards.write_bytes(address_book(edition))
    assert cards.stat().st_size > 1000
    assert changes(plan, cards, "people") == []


def test_the_projected_plan_loads_again_and_says_the_same(tmp_path: Path) -> None:
    edition = opened(SAMPLES / "bakkerij", "team", None)
    (tmp_path / "plan.yml").write_bytes(plan_json(edition))
    assert not load(tmp_path).problems
    assert plan_json(opened(tmp_path, "team", None)) == plan_json(edition)


def test_importing_into_a_sample_leaves_every_other_line(tmp_path: Path) -> None:
    shutil.copytree(SAMPLES / "scheldenet", tmp_path / "plan")
    file = tmp_path / "new.csv"
    file.write_text("name,unit,mobile\nÉmile Østby,network,0471 00 00 00\n", "utf-8")
    before = (tmp_path / "plan" / "people.yml").read_text("utf-8")
    write(prepare(tmp_path / "plan", file, "people").texts)
    after = (tmp_path / "plan" / "people.yml").read_text("utf-8")
    assert after == before + (
        "\n  - id: emile-ostby\n    name: Émile Østby\n    unit: network\n    contacts:\n"
        '      - {kind: mobile, value: "0471 00 00 00"}\n'
    )


def test_the_layouts_know_every_field() -> None:
    def fields(layout: Layout) -> set[str]:
        return {*layout.values, *layout.lists, *layout.parts, *layout.repeated}

    assert fields(PEOPLE) | {"contacts"} == set(Person.__struct_fields__)
    assert fields(SUPPLIERS) == set(Supplier.__struct_fields__)
    assert fields(DESK) | {"contacts"} == set(Correspondent.__struct_fields__)
    assert fields(STAGE) | {"contacts"} == set(Escalation.__struct_fields__)
    assert {"kind", "value", *DETAILS} == set(Contact.__struct_fields__)
    assert len(CHANNELS) == 8


cells = st.one_of(words, st.text("'=+-@\t\n 1a", max_size=6))


@given(cell=cells)
def test_no_cell_is_a_formula_and_none_is_changed(cell: str) -> None:
    safe = guarded(cell)
    assert unguarded(safe) == cell
    assert not safe.lstrip().startswith(("=", "-", "@", "\t"))
    assert not safe.startswith("+") or safe.replace(" ", "")[1:].isdecimal()


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("+33 1 99 00 12 34", "+33 1 99 00 12 34"),
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+1+cmd|' /C calc'!A0", "'+1+cmd|' /C calc'!A0"),
        ("-2", "'-2"),
        ("@sum", "'@sum"),
        ("'s-Gravenhage", "'s-Gravenhage"),
        ("'=1", "''=1"),
    ],
)
def test_how_cells_are_guarded(cell: str, safe: str) -> None:
    assert guarded(cell) == safe


@given(rows=st.lists(st.tuples(cells, cells), min_size=1, max_size=4))
def test_tables_come_back_as_they_were(rows: list[tuple[str, str]]) -> None:
    said = [n for n, row in enumerate(rows, 1) if any(cell.strip() for cell in row)]
    sheet = Sheet("people", ("a", "b"), tuple(rows[: max(said, default=0)]))
    data = csv_bytes(sheet)
    assert data.startswith(b"\xef\xbb\xbf")
    assert read_csv(data, "people") == (sheet, "UTF-8")
    assert read_xlsx(xlsx_bytes([sheet]), None, "people") == sheet


def test_nothing_leaves_that_the_audience_may_not_see(tmp_path: Path) -> None:
    secret = "+33 1 99 00 99 99"
    person = {"id": "an", "name": "An", "audience": "all"}
    ways = [{"kind": "phone", "value": secret, "audience": "team"}]
    plan = plan_file(tmp_path, people=[{**person, "contacts": ways}], programme={"why": "Because"})
    edition = opened(plan, "all", None)
    for data in (plan_json(edition), address_book(edition)):
        assert secret.encode() not in data
        assert b"Because" not in data
    assert b"An" in plan_json(edition)
    assert HEADER["id"] == edition.plan.plan.id
