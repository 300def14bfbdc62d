"""Every rule, both ways: the whole message for what is bad, and silence about what is good."""

from __future__ import annotations

import os
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest

import generator.checks
from generator.checks import RULES, check
from generator.load import load
from generator.problems import as_text

FIXTURES = Path(__file__).parent
AS_OF = date(2026, 6, 1)
CODES = [rule.code for rule in RULES]
UPDATE = "RUNBOOK_UPDATE_EXPECTED"
"""Set this variable to 1 to write every expected.txt again; then read what changed."""


def said(code: str, name: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """All that is said with one code about a fixture, as a terminal shows it."""
    monkeypatch.chdir(FIXTURES / code)
    loaded = load(Path(name))
    assert loaded.plan is not None
    assert loaded.problems == (), "a fixture is sound but for what its rule finds"
    problems = [p for p in check(loaded, AS_OF) if p.code == code]
    return "".join(as_text(problem, loaded.texts) + "\n\n" for problem in problems)


@pytest.mark.parametrize("code", CODES)
def test_bad_gives_the_expected_messages(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = FIXTURES / code / "expected.txt"
    found = said(code, "bad.yml", monkeypatch)
    assert found
    if os.environ.get(UPDATE):
        assert not os.environ.get("CI"), "expected files are never written in CI"
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("code", CODES)
def test_good_gives_no_message(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert said(code, "good.yml", monkeypatch) == ""


def test_fixtures_and_rules_are_the_same_set() -> None:
    folders = {p.name for p in FIXTURES.iterdir() if p.is_dir() and p.name != "__pycache__"}
    assert folders == set(CODES)


def test_rules_have_one_code_each_and_stand_in_order() -> None:
    assert len(set(CODES)) == len(CODES)
    assert sorted(CODES) == CODES


def test_each_file_with_a_rule_is_in_the_registry() -> None:
    folder = Path(generator.checks.__file__).parent
    modules = [import_module(f"generator.checks.{path.stem}") for path in folder.glob("*.py")]
    rules = {module.CODE for module in modules if hasattr(module, "CODE")}
    assert len(rules) > 40
    assert rules == set(CODES)


def test_a_rule_is_the_file_of_its_name() -> None:
    for rule in RULES:
        assert rule.find.__module__ == f"generator.checks.{rule.code.replace('-', '_')}"
