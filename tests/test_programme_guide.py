"""The guide's YAML is what the loader reads: no field in it is misspelt or of another kind."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.load import load

GUIDE = Path(__file__).parents[1] / "docs" / "maintainers" / "programme.md"
BLOCKS = re.findall(r"```yaml\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
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
