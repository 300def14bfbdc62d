"""A plan that is printed again and again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.paper.changing import PLAN, Print, committed, printer


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A plan in a repository, committed."""
    monkeypatch.chdir(tmp_path)
    return committed(tmp_path / "repository" / "plan", PLAN)


@pytest.fixture
def printing(plan: Path, tmp_path: Path) -> Print:
    """Print the posters of the plan, with these options."""
    return printer(plan, "exit-posters", tmp_path / "out")
