"""The scale of type: few sizes and two weights, in every style sheet, on screen and on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.outputs.assets import ORDER
from generator.seal.rules import Rule, declarations, rules_of

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "overrides" / "assets" / "stylesheets"
SHEETS = sorted([*FOLDER.glob("*.css"), *(ROOT / "generator/outputs/single").glob("*.css")])
SIZE = "--rb-size-"
MOST_SIZES = 6
SMALLEST, TEXT = 0.7, 0.9
"""In the theme's rem, 20 px on a phone: nothing is under 14, what is read and done has 18."""
WEIGHTS = {"400", "700"}
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def _declared(rules: Iterator[Rule]) -> Iterator[tuple[str, str]]:
    """Names and values of all declarations but those of the root element, whose size is what rem
    is counted in, and of the margins of sheets of paper."""
    for rule in rules:
        if rule.body is None or rule.start == "html" or rule.start.startswith("@page"):
            continue
        if rule.start.startswith("@"):
            yield from _declared(rule.rules())
            continue
        for one in declarations(rule.body):
            name, _, value = one.partition(":")
            yield name.strip(), value.strip()


def _of(sheet: str) -> list[tuple[str, str]]:
    return list(_declared(rules_of(_COMMENT.sub("", sheet))))


def _scale() -> list[tuple[str, str]]:
    tokens = _of((FOLDER / "tokens.css").read_text("utf-8"))
    return [(name, value) for name, value in tokens if name.startswith(SIZE)]


def faults(sheet: str) -> list[str]:
    """Sizes and weights that are not in the scale."""
    sizes = {f"var({name})" for name, _ in _scale()} | {"inherit"}
    allowed = {"font-size": sizes, "font-weight": WEIGHTS | {"inherit"}, "font": {"inherit"}}
    return [
        f"{name}: {value}" for name, value in _of(sheet) if value not in allowed.get(name, {value})
    ]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_sizes_and_weights_are_of_the_scale(sheet: Path) -> None:
    assert faults(sheet.read_text("utf-8")) == []


def test_the_sheets_set_sizes_and_weights() -> None:
    found = [name for sheet in SHEETS for name, _ in _of(sheet.read_text("utf-8"))]
    assert len(SHEETS) > 30
    assert found.count("font-size") > 60
    assert found.count("font-weight") > 40


@pytest.mark.parametrize(
    "sheet",
    [
        "a{font-size:0.85rem}",
        "a{font-weight:600}",
        "@media print{a{font-size:7pt}}",
        "a{font:700 1rem/1 serif}",
        "a{font-size:var(--rb-size-other)}",
    ],
)
def test_what_is_outside_is_seen(sheet: str) -> None:
    assert len(faults(sheet)) == 1


def test_the_scale_is_short_and_can_be_read() -> None:
    rem = [(name, float(value[:-3])) for name, value in _scale() if value.endswith("rem")]
    smallest = {name: min(size for other, size in rem if other == name) for name, _ in rem}
    assert 3 < len(smallest) <= MOST_SIZES
    assert min(smallest.values()) >= SMALLEST
    assert smallest[f"{SIZE}text"] >= TEXT
    assert sorted(set(smallest.values())) == list(smallest.values())


def test_paper_has_the_same_scale() -> None:
    points = [name for name, value in _scale() if value.endswith("pt")]
    assert points == list(dict.fromkeys(name for name, _ in _scale()))


def test_the_order_names_every_sheet() -> None:
    named = (FOLDER / ORDER).read_text("utf-8").split()
    assert sorted(named) == sorted(sheet.name for sheet in FOLDER.glob("*.css"))
