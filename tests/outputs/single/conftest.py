"""The files are made once for all tests that only look at them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.outputs.single.reading import ROOT, Tags, single_files
from tests.site.organisation import write_organisation


@pytest.fixture(scope="session")
def sample() -> Mapping[str, str]:
    """The sample's files, by name."""
    return single_files(ROOT / "mkdocs.yml")


@pytest.fixture(scope="session")
def read(sample: Mapping[str, str]) -> Mapping[str, Tags]:
    """What stands in the sample's files."""
    return {name: Tags(html) for name, html in sample.items()}


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """The files of a small organisation whose texts look like HTML."""
    return single_files(write_organisation(tmp_path_factory.mktemp("organisation")))
