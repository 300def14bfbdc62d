"""The stopwatch stands around functions that there are."""

from __future__ import annotations

from importlib import import_module
from operator import attrgetter

import pytest

from tests.bench.stages import STAGES


@pytest.mark.parametrize(("stage", "module", "path"), STAGES)
def test_each_stage_is_made_by_a_function(stage: str, module: str, path: str) -> None:
    assert callable(attrgetter(path)(import_module(module))), stage
