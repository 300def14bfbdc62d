"""What `runbook seal` refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main


@pytest.mark.parametrize("names", [("plan.yml",), ("mkdocs.yml", "site/index.html"), ()])
def test_a_folder_that_is_no_site_stays_as_it_is(tmp_path: Path, names: tuple[str, ...]) -> None:
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    before = sorted(tmp_path.rglob("*"))
    done = CliRunner().invoke(main, ["seal", str(tmp_path)])
    assert done.exit_code == 2
    assert "isn't a finished site" in done.output
    assert sorted(tmp_path.rglob("*")) == before
