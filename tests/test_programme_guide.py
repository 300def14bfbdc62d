"""The guide explains every step of both programmes, with YAML that the loader reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.load import load
from generator.model import Plan

GUIDE = Path(__file__).parents[1] / "docs" / "maintainers" / "programme.md"
TEXT = GUIDE.read_text("utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)
HEADER = 'plan: {id: one, organisation: One, title: Plan, revision: "1"}\n'
TOPICS = re.compile(r"^[a-z_]+:", re.MULTILINE)


def _joined() -> list[str]:
    """Blocks that go on where the one before ended are read together with it."""
    whole: list[str] = []
    for block in BLOCKS:
        if TOPICS.match(block):
            whole.append(block)
        else:
            whole[-1] += block
    return whole


def test_there_are_examples() -> None:
    assert len(BLOCKS) >= 12


@pytest.mark.parametrize("block", _joined())
def test_each_example_can_be_read(block: str, tmp_path: Path) -> None:
    (tmp_path / "plan.yml").write_text(HEADER + block, "utf-8")
    loaded = load(tmp_path / "plan.yml")
    assert [(one.code, one.message) for one in loaded.problems] == []
    assert loaded.plan is not None


STEPS = {
    # A small firm's programme.
    "1": "programme.why programme.what programme.how_much programme.who programme.scope.included"
    " programme.scope.reason programme.appetite.accept_up_to programme.appetite.statement",
    "2": "activities.critical activities.priority activities.mbco activities.needs_no_plan.reason"
    " activities.needs activities.workaround products.priority",
    "3": "risks.rating.likelihood risks.rating.impact risks.treatment risks.scenarios"
    " scenarios.causes programme.likelihood.title programme.impact.title",
    "4": "activities.dependencies.on activities.dependencies.decision activities.dependencies.why"
    " suppliers.recovery machines.recovery systems.rto customers.share",
    "5": "programme.recovery_order.activities programme.recovery_order.products"
    " programme.recovery_order.customers",
    "6": "plans.unit plans.react plans.keep_working plans.manage.roles plans.return_steps"
    " gaps.affects measures.closes measures.owner measures.due",
    "7": "exercises.objectives exercises.script exercises.findings.actions",
    "8": "programme.review_every reviews.held assessments.topics.maturity people.left revisions",
    # A network's programme.
    "impact analysis": "activities.mtpd activities.rto activities.rpo activities.impacts.after",
    "kinds of plan": "plans.kind plans.purpose plans.scope plans.strategy plans.owner"
    " plans.approved plans.review_by",
    "scenarios": "scenarios.triggers scenarios.safety scenarios.stand_down.criteria",
    "criteria": "levels.crisis criteria.kind criteria.conditions criteria.leads_to",
    "temporary measures": "scenarios.measures.concerns scenarios.measures.ends_when",
    "activations": "activations.cause activations.begins activations.learned activations.findings",
    "stakeholders": "programme.stakeholders.interest programme.responsibilities.accountable",
    "manager": "programme.roadmap programme.review_triggers reviews.management",
    "tests": "exercises.cost exercises.customer_impact exercises.results call_trees.target",
    "awareness": "campaigns.to campaigns.channel",
    "maturity": "assessments.audit assessments.topics.target",
    "duties": "duties.trigger duties.clock duties.to duties.owner duties.deadlines.within",
    "suppliers": "suppliers.primary suppliers.secondary suppliers.escalation resources.checked",
}
"""What records each step (domain: the two programmes); a field below its topic."""


def _fields(value: Any, path: tuple[str, ...] = ()) -> Iterator[str]:
    """Every field that a file fills in, below its topic."""
    if isinstance(value, list):
        for each in value:
            yield from _fields(each, path)
    elif isinstance(value, dict):
        for key, each in value.items():
            yield ".".join((*path, key))
            yield from _fields(each, (*path, key))


def _shown() -> set[str]:
    return {field for block in _joined() for field in _fields(yaml.load(block, yaml.BaseLoader))}


@pytest.mark.parametrize("step", STEPS)
def test_each_step_is_shown_with_the_yaml_that_records_it(step: str) -> None:
    assert set(STEPS[step].split()) - _shown() == set()


def test_every_topic_of_the_programme_is_shown() -> None:
    topics = {field.partition(".")[0] for field in _shown()}
    # These belong to the crisis plan, which the other guide explains.
    other = {
        "format", "plan", "units", "sites", "roles", "people", "authorities", "checklists",
        "blocks", "messages", "attachments", "synonyms", "history",
    }  # fmt: skip
    assert set(Plan.__struct_fields__) - other - topics == set()


@pytest.mark.parametrize("kind", ["bcp", "cm", "drp", "brp"])
def test_each_kind_of_plan_has_an_example(kind: str) -> None:
    assert re.search(rf"^    kind: {kind}$", TEXT, re.MULTILINE)


def test_the_table_of_steps_names_sections_that_exist() -> None:
    sections = set(re.findall(r"^## (\d+)\. ", TEXT, re.MULTILINE))
    rows = re.findall(r"^\| [^|]+ \| ([\d, ]+) \| [^|]+ \| ([\d, ]+) \|$", TEXT, re.MULTILINE)
    named = {number for row in rows for cell in row for number in re.findall(r"\d+", cell)}
    assert len(rows) == 8, "a small firm's programme has eight steps"
    assert named
    assert named <= sections
