"""The maintainers' reference: complete, right and not stale."""

from __future__ import annotations

import re
import typing
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel, TypeAdapter

from generator.checks import RULES
from generator.checks.documentation import codes_page
from generator.guide import example, fields_page, models
from generator.schema import plan_schema_text

SCHEMA = Path(__file__).parent.parent / "generator" / "schema" / "plan.schema.json"
DOCS = Path(__file__).parent.parent / "docs" / "maintainers"
MODELS = tuple(models())
FIELDS = [(model, name) for model in MODELS for name in model.model_fields]


def test_there_are_fields_to_guard() -> None:
    assert len(MODELS) > 30
    assert len(FIELDS) > 150


@pytest.mark.parametrize(("model", "name"), FIELDS)
def test_every_field_has_a_description_and_a_valid_example(
    model: type[BaseModel], name: str
) -> None:
    field = model.model_fields[name]
    assert field.description
    assert field.description.endswith((".", "?"))
    assert field.examples
    hint = typing.get_type_hints(model, include_extras=True)[name]
    for value in field.examples:
        TypeAdapter(hint).validate_python(value)


@pytest.mark.parametrize(("model", "name"), FIELDS)
def test_every_example_is_one_line_of_yaml(model: type[BaseModel], name: str) -> None:
    for value in model.model_fields[name].examples or []:
        line = example(name, value)
        assert "\n" not in line
        assert list(yaml.load(line, Loader=yaml.BaseLoader)) == [name]


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
