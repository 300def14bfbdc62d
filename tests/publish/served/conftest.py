"""A site, and a host that serves it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.publish.sealed_site import files_below, write_site
from tests.publish.served.faulty_host import (
    FaultyHost,
    running,
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_site(tmp_path / "site", "2026.1", pages=4)


@pytest.fixture
def host(site: Path) -> Iterator[FaultyHost]:
    with running(FaultyHost(files_below(site))) as one:
        yield one
