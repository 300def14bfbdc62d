"""``runbook publish``, as a person runs it: what it says, and how it ends."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.publish.sealed_site import files_below, published_files, write_site


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["publish", *map(str, arguments)])


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_site(tmp_path / "site", "2026.1")
    monkeypatch.chdir(tmp_path)


def test_says_what_was_done(tmp_path: Path) -> None:
    done = run("stick")
    assert done.exit_code == 0, done.output
    assert "Plan 2026.1 is at stick: " in done.output
    assert "runbook verify https://" in done.output
    assert published_files(tmp_path / "stick") == published_files(tmp_path / "site")
    write_site(tmp_path / "site", "2026.2")
    assert "packs of before kept" in run("stick").output


def test_dry_run_writes_nothing(tmp_path: Path) -> None:
    run("stick")
    write_site(tmp_path / "site", "2026.2")
    before = files_below(tmp_path / "stick")
    done = run("stick", "--dry-run")
    assert done.exit_code == 0
    assert "write   sw.js\n" in done.output
    assert "remove  staff/en/only in 2026.1 & é.html\n" in done.output
    assert "nothing was done" in done.output
    assert files_below(tmp_path / "stick") == before


@pytest.mark.parametrize(
    ("arguments", "said", "status"),
    [
        (["site"], "error[target-is-site]", 1),
        (["stick", "--site-dir", "nothing"], "error[no-site]", 1),
        (["away/stick"], "error[no-such-place]", 1),
        (["site/index.html"], "error[", 1),
        (["ftp://host/x"], "error[unclear-target]", 1),
        (["stick", "--url", "plan.example.org"], "begins with https://", 2),
        ([], "Missing argument", 2),
    ],
)
def test_faults_come_with_a_cure(arguments: list[str], said: str, status: int) -> None:
    done = run(*arguments)
    assert done.exit_code == status
    assert said in done.output
    assert status == 2 or "help: " in done.output
    assert "Traceback" not in done.output


def test_a_host_that_isnt_there_is_a_fault_after_all_is_written(tmp_path: Path) -> None:
    done = run("stick", "--url", "http://127.0.0.1:1/")
    assert done.exit_code == 1
    assert "Plan 2026.1 is at stick" in done.output
    assert "error[no-answer]" in done.output
    assert (tmp_path / "stick/sw.js").is_file()
