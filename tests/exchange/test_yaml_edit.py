"""Edits of any plan say what they should, and leave every other line as it was."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.exchange.delimited import csv_bytes
from generator.exchange.editing.writing import write
from generator.exchange.editing.yaml_words import flow, item, scalar
from generator.exchange.importing import prepare
from generator.exchange.sheet import Sheet
from generator.exchange.written import Written
from generator.load import load
from generator.model import Plan
from generator.source.tree import plain
from generator.source.yaml_text import read_yaml
from tests.exchange.plans import HEADER, numbered, people, table, words

own_folder = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    max_examples=20,
)


def read(text: str) -> Any:
    tree = read_yaml(text, "x", lambda problem: None)
    assert tree is not None
    return plain(tree)


@given(text=st.text(st.characters(codec="utf-8"), min_size=1))
def test_any_text_is_read_back_as_it_was(text: str) -> None:
    assert read(f"a: {scalar(text)}") == {"a": text}
    assert read(flow({"value": [text, {text: text}]})) == {"value": [text, {text: text}]}
    desk: Written = {"name": text, "contacts": [{"kind": text, "value": text}]}
    tree: Written = {"name": text, "primary": desk}
    assert read("\n".join(item(tree))) == [tree]


def test_quotes_only_where_they_are_needed() -> None:
    plain_ones = ["An Claes", "O’Neill & Co.", "2026-11-21", "nl", "Ångström (2)", "9"]
    assert [scalar(words) for words in plain_ones] == plain_ones
    for text in (
        "Null",
        "0171",
        "+33",
        "a: b",
        "a #b",
        "yes",
        "- a",
        "x,y",
        "",
        " a",
        "a ",
        "24/7",
    ):
        assert scalar(text) == json.dumps(text)
    assert scalar("112", "value") == '"112"'


LAYOUTS = {
    "block": lambda tree: yaml.safe_dump(tree, allow_unicode=True, sort_keys=False),
    "indented": lambda tree: yaml.dump(tree, Dumper=_Indented, allow_unicode=True, sort_keys=False),
    "flow": lambda tree: yaml.safe_dump(tree, default_flow_style=True, width=9999),
    "mixed": lambda tree: yaml.safe_dump(tree, default_flow_style=None, allow_unicode=True),
    "folded": lambda tree: yaml.safe_dump(tree, default_style=">", allow_unicode=True),
}


class _Indented(yaml.SafeDumper):
    """Lists stand further to the right than their key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def body(tree: dict[str, Any], layout: str) -> str:
    """The plan's people in a layout, with a remark above, one beneath and one between."""
    head = yaml.safe_dump({"format": "1", "plan": HEADER})
    text = (
        LAYOUTS[layout](tree) if layout != "flow" else f"people: {LAYOUTS[layout](tree['people'])}"
    )
    return f"# above\n{head}# between\n{text}# beneath\n"


@own_folder
@given(
    layout=st.sampled_from(sorted(LAYOUTS)),
    known=st.lists(people, min_size=1, max_size=3),
    told=st.lists(people, min_size=1, max_size=4),
    overwrite=st.booleans(),
)
def test_any_import_says_what_it_should(
    tmp_path: Path,
    layout: str,
    known: list[dict[str, Any]],
    told: list[dict[str, Any]],
    overwrite: bool,
) -> None:
    plan, other = tmp_path / "plan.yml", tmp_path / "other.yml"
    plan.write_text(body({"people": numbered(known)}, layout), "utf-8", newline="")
    other.write_text(body({"people": numbered(told)}, "block"), "utf-8", newline="")
    before = load(plan)
    assert not before.problems, [problem.message for problem in before.problems]
    sheet: Sheet = table(other, "people")
    file = tmp_path / "in.csv"
    file.write_bytes(csv_bytes(sheet))
    # What is written is read back before it is put in place: any mistake would be an error here.
    write(prepare(plan, file, "people", overwrite=overwrite).texts)
    after = load(plan)
    assert not after.problems
    text = plan.read_text("utf-8")
    assert [text.count(remark) >= 1 for remark in ("# above", "# between", "# beneath")] == [
        True
    ] * 3
    again = prepare(plan, file, "people", overwrite=overwrite)
    left = [change for one in again.comparison.incoming for change in one.changes]
    assert all(change.overwrites for change in left)
    assert not (overwrite and left)
    assert after.plan is not None
    ids = [person.id for person in after.plan.people]
    assert ids == [f"thing-{n}" for n in range(max(len(known), len(told)))]


@own_folder
@given(name=words)
def test_new_people_stand_before_the_next_topic(tmp_path: Path, name: str) -> None:
    plan = tmp_path / "plan.yml"
    text = body({"people": [{"id": "an", "name": "An"}]}, "block") + "units: []\n"
    plan.write_text(text, "utf-8", newline="")
    file = tmp_path / "in.csv"
    file.write_bytes(csv_bytes(Sheet("people", ("id", "name"), (("new", name),))))
    write(prepare(plan, file, "people").texts)
    after = plan.read_text("utf-8")
    assert after.splitlines()[-2:] == ["# beneath", "units: []"]
    start = after.index("- id: new")
    assert text == after[:start] + after[after.index("# beneath") :]


def imported(folder: Path, layout: str, known: Any, told: Any) -> Plan:
    """The plan with the people it knew, in a layout, after what is told of them was imported."""
    plan, other, file = folder / "plan.yml", folder / "other.yml", folder / "in.csv"
    plan.write_text(body({"people": numbered(known)}, layout), "utf-8", newline="")
    other.write_text(body({"people": numbered(told)}, "block"), "utf-8", newline="")
    file.write_bytes(csv_bytes(table(other, "people")))
    write(prepare(plan, file, "people", overwrite=True).texts)
    after = load(plan)
    assert after.plan is not None
    assert "# beneath" in plan.read_text("utf-8")
    return after.plan


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_the_first_field_of_a_thing_can_go(tmp_path: Path, layout: str) -> None:
    contact = {"verified": "2000-01-01", "value": "00", "kind": "phone", "app": "0"}
    known = [{"name": "Ann", "contacts": [contact]}]
    told = [{"name": "Ann", "contacts": [{"kind": "phone", "value": "0"}]}]
    (left,) = imported(tmp_path, layout, known, told).people[0].contacts
    assert (left.value, left.verified) == ("0", None)


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_the_last_field_can_go_where_another_thing_comes(tmp_path: Path, layout: str) -> None:
    contact = {"kind": "phone", "value": "0", "label": "Desk", "verified": "2000-01-01"}
    known = [{"name": "Ann", "contacts": [contact]}]
    told = [{"name": "Ann", "contacts": [{"kind": "phone", "value": one} for one in ("00", "1")]}]
    left = imported(tmp_path, layout, known, told).people[0].contacts
    assert [(one.value, one.verified) for one in left] == [("00", None), ("1", None)]
