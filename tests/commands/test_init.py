"""``runbook init``: the folder it writes can be checked, built and verified as it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from generator import __version__
from generator.cli import main
from generator.commands.init import SKELETON, languages, starting_files
from generator.load import load
from generator.schema import plan_schema_text


def run(*arguments: str) -> Result:
    """Run ``runbook`` with these arguments."""
    return CliRunner().invoke(main, arguments)


def test_languages_are_there() -> None:
    assert {"en", "nl"} <= set(languages())


@pytest.mark.parametrize("language", languages())
def test_new_folder_passes_builds_and_verifies(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    started = run("init", "mine", "--language", language)
    assert started.exit_code == 0, started.output
    assert "runbook serve" in started.output

    monkeypatch.chdir(tmp_path / "mine")
    checked = run("check", "plans", "--strict", "--format", "json")
    assert checked.exit_code == 0, checked.output
    assert {problem["severity"] for problem in json.loads(checked.output)} == {"note"}

    built = run("build", "--strict")
    assert built.exit_code == 0, built.output
    assert (tmp_path / "mine" / "site" / "index.html").is_file()
    pages = tmp_path / "mine" / "site" / "staff" / language
    assert any(pages.glob("pages/*.html")), "the hand-written page joins"
    assert (pages / "revisions" / "index.html").is_file(), "what changed has its page"

    verified = run("verify", "site")
    assert verified.exit_code == 0, verified.output


@pytest.mark.parametrize("language", languages())
def test_plan_stays_right_as_years_pass(language: str) -> None:
    plan = str(SKELETON / language / "plans")
    assert run("check", plan, "--strict", "--as-of", "2046-01-01").exit_code == 0


@pytest.mark.parametrize("language", languages())
def test_the_first_revision_is_recorded_and_shows_how_to_go_on(
    language: str, tmp_path: Path
) -> None:
    text = (SKELETON / language / "plans" / "plan.yml").read_text("utf-8")
    before, _, entry = text.partition("    # changes:\n")
    uncommented = "".join(
        line.replace("# ", "", 1) for line in ("    # changes:\n" + entry).splitlines(keepends=True)
    )
    (tmp_path / "plan.yml").write_text(before + uncommented, "utf-8")
    for folder, changes in ((SKELETON / language / "plans", 0), (tmp_path, 1)):
        loaded = load(folder)
        assert loaded.problems == ()
        assert loaded.plan is not None
        (revision,) = loaded.plan.revisions
        assert revision.revision == loaded.plan.plan.revision
        assert len(revision.changes) == changes


@pytest.mark.parametrize("language", languages())
def test_every_language_writes_the_same_kinds_of_files(language: str) -> None:
    paths = {artifact.path for artifact in starting_files(language)}
    pages = {path for path in paths if path.startswith("docs/")}
    assert len(pages) == 1
    assert paths - pages == {
        ".gitignore",
        "README.md",
        "mkdocs.yml",
        "plans/plan.schema.json",
        "plans/plan.yml",
        "requirements.txt",
    }


@pytest.mark.parametrize("language", languages())
def test_editors_find_the_schema_beside_the_plan(language: str) -> None:
    files = {artifact.path: artifact.content.decode() for artifact in starting_files(language)}
    first = files["plans/plan.yml"].splitlines()[0]
    assert first == "# yaml-language-server: $schema=plan.schema.json"
    assert files["plans/plan.schema.json"] == plan_schema_text()
    assert yaml.safe_load(files["plans/plan.yml"])["plan"]["languages"] == [language]


def test_version_is_pinned() -> None:
    files = {artifact.path: artifact.content.decode() for artifact in starting_files("en")}
    assert f"runbook-generator=={__version__}\n" in files["requirements.txt"]
    assert not [path for path, text in files.items() if "@version@" in text]


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: Ours\n")
    refused = run("init", str(tmp_path))
    assert refused.exit_code == 2
    assert "isn't empty" in refused.output
    assert [path.name for path in tmp_path.iterdir()] == ["mkdocs.yml"]
    assert (tmp_path / "mkdocs.yml").read_text() == "site_name: Ours\n"


def test_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("ours")
    refused = run("init", str(tmp_path / "mine"))
    assert refused.exit_code == 2
    assert (tmp_path / "mine").read_text() == "ours"


def test_folder_that_can_not_be_made_is_a_clear_message(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("ours")
    refused = run("init", str(tmp_path / "file" / "mine"))
    assert refused.exit_code == 2
    assert "Traceback" not in refused.output
    assert "can't be written" in refused.output


def test_empty_folder_is_used(tmp_path: Path) -> None:
    assert run("init", str(tmp_path)).exit_code == 0
    assert (tmp_path / "plans" / "plan.yml").is_file()


@pytest.mark.parametrize("language", languages())
def test_the_full_size_passes_and_builds(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    name = "Smit & Zonen: “best”"
    started = run("init", "mine", "--language", language, "--size", "full", "--organisation", name)
    assert started.exit_code == 0, started.output
    monkeypatch.chdir(tmp_path / "mine")
    checked = run("check", "plans", "--strict", "--as-of", "2046-01-01")
    assert checked.exit_code == 0, checked.output
    loaded = load(Path("plans"))
    assert loaded.plan is not None
    assert loaded.plan.plan.organisation.words == name
    assert loaded.plan.activities
    assert run("build", "--strict").exit_code == 0
