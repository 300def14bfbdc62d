"""A sealed site, and a folder that is the remote."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.publish.sealed_site import write_site


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RCLONE_CONFIG", "/dev/null")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_site(tmp_path / "site", "2026.1")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "a host's $(touch pwned) ;folder"
