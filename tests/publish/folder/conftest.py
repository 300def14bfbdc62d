"""A sealed site, and a stick."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.publish.sealed_site import (
    write_site,
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_site(tmp_path / "site", "2026.1")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "stick" / "plan"


@pytest.fixture(autouse=True)
def _stick(tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
