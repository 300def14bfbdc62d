"""Every code that any path of the generator's reading and checking can report is documented."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

import generator
from generator.checks import RULES
from generator.checks.documentation import codes_page, documented_codes
from generator.checks.import_codes import IMPORT_CODES
from generator.checks.print_codes import PRINT_CODES
from generator.checks.reading_codes import READING_CODES
from generator.load import load

PACKAGE = Path(generator.__file__).parent
READING = [
    *sorted((PACKAGE / "source").glob("*.py")),
    PACKAGE / "reading_errors.py",
    PACKAGE / "load.py",
]
CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
MAKERS = {"Problem": 0, "_stop": 0, "_failed": 1}
"""Calls that make a problem, and which argument is its code."""


IMPORTING = sorted((PACKAGE / "exchange").rglob("*.py"))
PRINTING = sorted((PACKAGE / "paper").rglob("*.py"))


def emitted(paths: Iterable[Path] = READING) -> Iterator[str]:
    """Codes written out where reading makes a problem."""
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            place = MAKERS.get(name)
            if place is not None and len(node.args) > place:
                code = node.args[place]
                if isinstance(code, ast.Constant) and isinstance(code.value, str):
                    yield code.value


def test_every_emitted_code_is_documented() -> None:
    codes = set(emitted())
    assert len(codes) > 20
    assert all(CODE.fullmatch(code) for code in codes)
    assert codes <= set(documented_codes())


def test_every_documented_reading_code_can_be_emitted() -> None:
    assert set(READING_CODES) <= set(emitted())


def test_importing_can_emit_exactly_the_codes_that_are_documented_for_it() -> None:
    codes = set(emitted(IMPORTING))
    assert len(IMPORT_CODES) > 4
    assert {code for code in codes if code.startswith("import-")} == set(IMPORT_CODES)
    assert codes <= set(documented_codes())


def test_printing_can_emit_exactly_the_codes_that_are_documented_for_it() -> None:
    codes = {code for code in emitted(PRINTING) if CODE.fullmatch(code)}
    assert len(PRINT_CODES) > 6
    assert set(PRINT_CODES) <= codes
    assert codes <= set(documented_codes())


def test_no_code_is_documented_twice() -> None:
    rules = {rule.code for rule in RULES}
    assert not rules & set(READING_CODES)
    assert not set(IMPORT_CODES) & (rules | set(READING_CODES))
    assert not set(PRINT_CODES) & (rules | set(READING_CODES) | set(IMPORT_CODES))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_says_what_it_finds_why_it_is_bad_and_gives_an_example(rule: object) -> None:
    entry = documented_codes()[getattr(rule, "code", "")]
    what, why, example = re.split(r"\*\*(?:Why it is bad|Example):\*\* ", entry)
    assert len(what.splitlines()[2]) > 20
    assert len(why) > 30
    assert "`" in example


def test_the_page_has_one_heading_for_each_code_in_order() -> None:
    headings = re.findall(r"(?m)^## (.+)$", codes_page())
    assert headings == sorted(documented_codes())


def test_a_fault_of_a_real_file_leads_to_an_entry(tmp_path: Path) -> None:
    (tmp_path / "plan.yml").write_text("a: [\n")
    (problem,) = load(tmp_path).problems
    assert problem.code in documented_codes()
