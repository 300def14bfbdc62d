"""A build that loses what it put aside says so, and leaves the site as it was."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.aside import Aside
from generator.problems import PlanError
from generator.site import publishing
from generator.site.builder import SiteBuilder
from generator.site.project import read_project
from generator.site.publishing import Site, site_of
from generator.site.ready import ready
from tests.site.organisation import files_below


def _build(config_file: Path, aside: Aside) -> Site:
    return site_of(ready(read_project(config_file)), SiteBuilder(aside=aside))


def _gone(file: Path) -> None:
    shutil.rmtree(file.parent)


def _cut_off(file: Path) -> None:
    os.truncate(file, 100)


@pytest.mark.parametrize("damage", [_gone, _cut_off])
@pytest.mark.parametrize("phase", ["_looked_at", "_sealed", "publish"])
def test_it_is_named_with_its_place_and_cure(
    organisation: Path,
    monkeypatch: pytest.MonkeyPatch,
    phase: str,
    damage: Callable[[Path], None],
) -> None:
    with Aside() as aside:
        site = _build(organisation, aside).folder
    before = files_below(site)
    plan = organisation.parent / "plans" / "plan.yml"
    plan.write_text(plan.read_text("utf-8").replace("Leave the building.", "Go."), "utf-8")
    do = getattr(publishing, phase)

    def damaged(*given: Any) -> Any:
        damage(file)
        return do(*given)

    with Aside() as aside, monkeypatch.context() as patched:
        file = Path(aside._file)
        patched.setattr(publishing, phase, damaged)
        with pytest.raises(PlanError) as failed:
            _build(organisation, aside)
    (problem,) = failed.value.problems
    assert (problem.code, problem.position.file) == ("aside-lost", file.as_posix())
    assert "TMPDIR" in problem.help
    assert files_below(site) == before
    with Aside() as aside:
        assert _build(organisation, aside).published.written
