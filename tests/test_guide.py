"""The maintainers' reference: complete, right and not stale."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from generator.checks import RULES
from generator.checks.documentation import codes_page
from generator.guide import example, fields_page, models
from generator.model.base import Part
from generator.model.fields import Field, fields
from generator.reading import Wrong, read
from generator.schema import plan_schema_text
from tests.plan_builder import fields_node

SCHEMA = Path(__file__).parent.parent / "generator" / "schema" / "plan.schema.json"
DOCS = Path(__file__).parent.parent / "docs" / "maintainers"
MODELS = tuple(models())
FIELDS = [(model, field) for model in MODELS for field in fields(model)]


def test_there_are_fields_to_guard() -> None:
    assert len(MODELS) > 30
    assert len(FIELDS) > 150


@pytest.mark.parametrize(("model", "field"), FIELDS)
def test_every_field_has_a_meaning_and_a_valid_example(model: type[Part], field: Field) -> None:
    assert field.about.meaning.endswith((".", "?"))
    reading = read(model, fields_node({field.name: field.about.example}))
    assert [fault for fault in reading.faults if fault.wrong is not Wrong.MISSING] == []
    assert field.name not in [fault.path[0] for fault in reading.faults]


@pytest.mark.parametrize(("model", "field"), FIELDS)
def test_every_example_is_one_line_of_yaml(model: type[Part], field: Field) -> None:
    line = example(field.name, field.about.example)
    assert "\n" not in line
    assert list(yaml.load(line, Loader=yaml.BaseLoader)) == [field.name]


def test_every_kind_of_part_has_its_place() -> None:
    page = fields_page()
    links = set(re.findall(r"\]\(#([a-z_-]+)\)", page))
    headings = {
        heading.lower().replace(" ", "-") for heading in re.findall(r"^##+ (.+)$", page, re.M)
    }
    assert len(links) > 20
    assert links <= headings
    assert page.count("| field | holds | meaning | example |") == len(MODELS)


def test_fields_page_is_not_stale() -> None:
    assert (DOCS / "fields.md").read_text("utf-8") == fields_page(), "run `make schema`"


def test_checks_page_is_not_stale() -> None:
    assert (DOCS / "checks.md").read_text("utf-8") == codes_page(), "run `make schema`"


def test_schema_for_editors_is_not_stale() -> None:
    assert SCHEMA.read_text("utf-8") == plan_schema_text(), "run `make schema`"


def test_every_rule_is_on_the_checks_page() -> None:
    page = codes_page()
    assert len(RULES) > 40
    assert not [rule.code for rule in RULES if f"## {rule.code}\n" not in page]
