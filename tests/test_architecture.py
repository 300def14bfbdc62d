"""Which part of the generator may import which: data only moves one way."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import generator
from generator.checks import RULES

PACKAGE = Path(generator.__file__).parent

ALLOWED: dict[str, set[str]] = {
    "aside": set(),
    "attributes": set(),
    "epoch": set(),
    "jobs": set(),
    "kept": set(),
    "problems": set(),
    "model": set(),
    "source": {"problems"},
    "other_words": {"problems"},
    "reading": {"model", "source"},
    "reading_errors": {"model", "other_words", "problems", "reading", "source"},
    "load": {"model", "problems", "reading", "reading_errors", "source"},
    "derive": {"model"},
    "visibility": {"model"},
    "editions": {"model", "visibility"},
    "locales": {"model"},
    "checks": {"model", "problems", "derive", "visibility", "editions", "locales", "load", "jobs"},
    "views": {"model", "derive", "locales", "editions"},
    "seal": {"attributes", "epoch", "jobs", "kept"},
}
"""Part → the other parts that it may import. Parts that are not named sit on top."""

FEWEST_IMPORTS = 250


def imports() -> Iterator[tuple[str, str]]:
    """Every import in the package: the importing module, and the module imported."""
    for path in sorted(PACKAGE.rglob("*.py")):
        module = ".".join(("generator", *path.relative_to(PACKAGE).with_suffix("").parts))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from ((module, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{module}: imports are written out in full"
                yield from ((module, f"{node.module}.{alias.name}") for alias in node.names)


SEEN = list(imports())


def part(module: str) -> str:
    """The part of the generator that a module belongs to: ``checks`` of ``generator.checks.x``."""
    return module.split(".")[1] if module.count(".") else ""


def internal() -> list[tuple[str, str]]:
    return [(here, there) for here, there in SEEN if there.startswith("generator.")]


def test_enough_imports_are_seen_to_judge() -> None:
    assert len(SEEN) >= FEWEST_IMPORTS
    assert {part(here) for here, _ in internal()} >= set(ALLOWED) - {
        "problems",
        "aside",
        "attributes",
        "epoch",
        "jobs",
        "kept",
    }


def test_each_part_imports_only_what_it_may() -> None:
    wrong = [
        f"{here} imports {there}"
        for here, there in internal()
        if part(here) in ALLOWED
        and part(there) not in ALLOWED[part(here)] | {part(here)}
        and part(there) != "__version__"
    ]
    assert wrong == []


def test_only_the_adapter_knows_mkdocs() -> None:
    knowing = {part(here) for here, there in SEEN if there.split(".")[0] == "mkdocs"}
    assert knowing == {"site"}


def test_no_rule_imports_another() -> None:
    rules = {f"generator.checks.{rule.code.replace('-', '_')}" for rule in RULES}
    assert len(rules) > 40
    sideways = [
        (here, there)
        for here, there in SEEN
        if here in rules and any(f"{there}.".startswith(f"{rule}.") for rule in rules - {here})
    ]
    assert sideways == []


def test_nothing_below_the_commands_imports_them() -> None:
    below = [(h, t) for h, t in internal() if part(t) in ("commands", "cli")]
    assert {part(here) for here, _ in below} <= {"commands", "cli", "__main__"}
