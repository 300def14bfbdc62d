"""``runbook diff``: two folders, or a revision of git."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main

PLAN = """\
plan: {id: one, organisation: One, title: Plan, revision: "1"}
roles:
  - {id: lead, title: Lead}
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    folder = tmp_path / "repository" / "plans"
    folder.mkdir(parents=True)
    (folder / "plan.yml").write_text(PLAN, "utf-8")
    for command in (
        ("init", "-q"),
        ("add", "."),
        ("-c", "user.name=A", "-c", "user.email=a@b.example", "commit", "-qm", "first"),
    ):
        subprocess.run(["git", "-C", str(folder), *command], check=True)
    return folder


def test_a_revision_of_git(plan: Path) -> None:
    (plan / "plan.yml").write_text(PLAN.replace("Lead", "Chief"), "utf-8")
    done = CliRunner().invoke(main, ["diff", "HEAD", str(plan)])
    assert done.exit_code == 0
    assert done.output == "Role “Chief” changed:\n  - title: “Lead” → “Chief”\n"


def test_two_folders_as_json(plan: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.yml"
    other.write_text(PLAN.replace('"1"', '"2"'), "utf-8")
    done = CliRunner().invoke(main, ["diff", str(plan), str(other), "--format", "json"])
    assert json.loads(done.output)[0]["details"] == ["revision: 1 → 2"]


def test_an_entry_for_the_plan(plan: Path) -> None:
    (plan / "plan.yml").write_text(PLAN.replace("Lead", "Chief"), "utf-8")
    done = CliRunner().invoke(main, ["diff", "HEAD", str(plan), "--format", "yaml"])
    assert done.exit_code == 0
    assert done.stdout.startswith('revisions:\n  - revision: "1"\n')
    assert '- text: "Changed: Chief (Roles)"\n' in done.stdout
    (plan / "changes.yml").write_text(done.stdout, "utf-8")
    again = CliRunner().invoke(main, ["diff", "HEAD", str(plan), "--format", "yaml"])
    assert again.stdout == done.stdout
    assert "has an entry already" in again.stderr


@pytest.mark.parametrize("old", ["no-such-revision", "--output=x", "HEAD~99"])
def test_neither_a_plan_nor_a_revision(plan: Path, old: str) -> None:
    done = CliRunner().invoke(main, ["diff", "--", old, str(plan)])
    assert done.exit_code == 1
    assert "neither a plan nor a revision" in done.output
    assert "Traceback" not in done.output


def test_a_plan_that_cannot_be_read_says_why(plan: Path) -> None:
    (plan / "plan.yml").write_text("plan: [", "utf-8")
    done = CliRunner().invoke(main, ["diff", "HEAD", str(plan)])
    assert done.exit_code == 1
    assert "error[yaml-syntax]" in done.output


def test_a_number_in_a_text_is_not_repeated(plan: Path) -> None:
    told = PLAN + '    mission: "Call 0470 99 99 99 or ann@example.org."\n'
    told = told.replace("{id: lead, title: Lead}", "id: lead\n    title: Lead")
    (plan / "plan.yml").write_text(told, "utf-8")
    for style in ("text", "json", "yaml"):
        done = CliRunner().invoke(main, ["diff", "HEAD", str(plan), "--format", style])
        assert done.exit_code == 0
        assert "mission" in done.output
        assert "99 99" not in done.output
        assert "ann@" not in done.output


def test_what_is_neither_a_plan_nor_a_revision_has_a_cure(plan: Path) -> None:
    done = CliRunner().invoke(main, ["diff", "plans-2025", str(plan)])
    assert done.exit_code == 1
    assert "`plans-2025` is neither a plan nor a revision" in done.output
    assert "help: Name another folder" in done.output
