"""``runbook print --two-languages``: what is asked for wrongly."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--two-languages", "en"], "takes two, such as `en,nl`"),
        (["--two-languages", "en,en"], "takes two, such as `en,nl`"),
        (["--two-languages", "en,nl,fr"], "takes two, such as `en,nl`"),
        (["--two-languages", "en,"], "takes two, such as `en,nl`"),
        (["--two-languages", "en,nl", "--language", "nl"], "need `--language en`"),
    ],
)
def test_wrong_languages_are_wrong_usage(tmp_path: Path, arguments: list[str], told: str) -> None:
    command = ["print", "plans/scheldenet", "--out", str(tmp_path / "out"), *arguments]
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 2
    assert told in result.output
    assert not (tmp_path / "out").exists()


def test_a_language_that_the_plan_lacks_is_a_problem(tmp_path: Path) -> None:
    command = ["print", "plans/scheldenet", "--out", str(tmp_path / "out")]
    result = CliRunner().invoke(main, [*command, "--two-languages", "en,de"])
    assert result.exit_code == 1
    assert "The plan isn't written in `de`." in result.output
