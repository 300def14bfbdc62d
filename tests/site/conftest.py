"""One real build for all tests that only look at it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.site.builder import SiteBuilder
from generator.site.project import read_project
from generator.site.publishing import Site, build_site
from tests.site.organisation import write_organisation


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small organisation's site. Tests may read it, not change it."""
    config_file = write_organisation(tmp_path_factory.mktemp("organisation"))
    return build_site(read_project(config_file), SiteBuilder())


@pytest.fixture
def organisation(tmp_path: Path) -> Path:
    """A folder of its own for a test that builds by itself: the path of its `mkdocs.yml`."""
    return write_organisation(tmp_path / "organisation")
