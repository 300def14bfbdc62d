"""What is said of a value that the schema refuses: its cure can be typed as it stands."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.checks import check
from generator.commands.init import starting_files
from generator.guide import models
from generator.load import load
from generator.model.fields import fields
from generator.other_words import MEANT
from generator.problems import Problem, Severity
from generator.reading import Wrong
from generator.reading_errors import _SPEAKERS, _all_keys, _yaml
from generator.source.tree import plain
from generator.source.yaml_text import read_yaml

EXAMPLES = [(field.name, field.about.example) for model in models() for field in fields(model)]


def text(value: Any) -> Any:
    """A value as the reader of a plan's files gives it."""
    if isinstance(value, list):
        return [text(one) for one in value]
    if isinstance(value, dict):
        return {key: text(one) for key, one in value.items()}
    return str(value).lower() if isinstance(value, bool) else str(value)


def test_every_example_of_a_cure_can_be_typed_as_it_stands() -> None:
    assert len(EXAMPLES) > 150
    for name, value in EXAMPLES:
        problems: list[Problem] = []
        tree = read_yaml(f"{name}: {_yaml(value)}\n", "plan.yml", problems.append)
        assert problems == []
        assert tree is not None
        assert plain(tree) == {name: text(value)}


def test_there_are_words_for_every_fault() -> None:
    assert len(Wrong) > 10
    assert set(_SPEAKERS) == set(Wrong)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('languages: ["!!"]', "Write for example `languages: [en, nl]`."),
        ("languages: []", "Write for example `languages: [en, nl]`."),
        ("issued: tomorrow", "Write for example `issued: 2026-10-01`."),
        ("issued: 2026-11-31", "Correct the month or the day."),
        ("issued: 2026-13-01", "Correct the month or the day."),
        ("verify_contacts_every: yearly", "Write a number and a unit: `30 min`, `4h`, `2 days`."),
        ("issued: 31-11-2026", "Write for example `issued: 2026-10-01`."),
    ],
)
def test_the_cure_shows_the_whole_field(tmp_path: Path, line: str, said: str) -> None:
    file = tmp_path / "plan.yml"
    file.write_text(f"plan:\n  id: x\n  organisation: X\n  title: X\n  revision: 1\n  {line}\n")
    (problem,) = load(file).problems
    assert problem.help == said


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("roles: [{id: a, title: A, mission: Call the guard, then wait.}]", "then wait."),
        ("roles: [{id: a, title: {en: Lead, or chief, nl: Leider}}]", "or chief"),
        ("rols:", "rols"),
    ],
)
def test_words_without_a_field_are_not_lost_in_silence(
    tmp_path: Path, line: str, words: str
) -> None:
    file = tmp_path / "plan.yml"
    file.write_text(f"plan: {{id: x, organisation: X, title: X, revision: 1}}\n{line}\n")
    (problem,) = load(file).problems
    assert (problem.code, problem.position.line) == ("unknown-field", 2)
    assert f"`{words}`" in problem.message
    assert "double quotes" in problem.help or "Did you mean `roles`" in problem.help


def test_fields_and_languages_may_be_left_empty(tmp_path: Path) -> None:
    file = tmp_path / "plan.yml"
    file.write_text(
        "plan: {id: x, organisation: X, title: {en: X, nl: , same: }, revision: 1, owner: }\n"
        "people:\nroles: [{id: a, title: A, holder: , mission: ~}]\n"
    )
    assert load(file).problems == ()


@pytest.mark.parametrize(
    ("topic", "said"),
    [
        ("persons: []", "Did you mean `people`?"),
        ("Locations: []", "Did you mean `sites`?"),
        ("phone trees: []", "Did you mean `call_trees`?"),
        ("scenaros: []", "Did you mean `scenarios`?"),
        ("roles: [{id: a, title: A, deputy: b}]", "Did you mean `alternates`?"),
        ("roles: [{id: a, title: A, description: b}]", "Did you mean `mission`?"),
        ("people: [{id: a, name: A, e-mail: b}]", "Did you mean `contacts`?"),
        ("checklists: [{id: a, title: A, tasks: []}]", "Did you mean `steps`?"),
    ],
)
def test_another_word_for_a_field_leads_to_it(tmp_path: Path, topic: str, said: str) -> None:
    file = tmp_path / "plan.yml"
    file.write_text(f"plan: {{id: x, organisation: X, title: X, revision: 1}}\n{topic}\n")
    (problem,) = (one for one in load(file).problems if one.code == "unknown-field")
    assert problem.help == said


def test_other_words_are_for_fields_that_there_are() -> None:
    assert MEANT.keys() <= _all_keys()


def test_people_under_another_word_are_one_problem(tmp_path: Path) -> None:
    """Who wrote `persons:` for `people:` is told that, and nothing of what follows from it."""
    (text,) = (one.content for one in starting_files("en") if one.path == "plans/plan.yml")
    file = tmp_path / "plan.yml"
    file.write_bytes(text.replace(b"\npeople:", b"\npersons:"))
    found = check(load(file), date(2026, 11, 21))
    assert [one.code for one in found if one.severity is not Severity.NOTE] == ["unknown-field"]
