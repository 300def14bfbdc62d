"""The commands and plain MkDocs, as a person runs them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.seal.seal import SITE
from generator.site.publishing import Site
from tests.site.organisation import files_below

ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


def _run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def _mkdocs(config_file: Path, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-f", str(config_file)],
        capture_output=True,
        text=True,
        env=ENVIRONMENT | more,
        check=False,
    )


def test_plain_mkdocs_gives_the_same_site(organisation: Path, built: Site) -> None:
    sequence = json.loads((built.folder / SITE).read_bytes())["sequence"]
    done = _mkdocs(organisation, SOURCE_DATE_EPOCH=str(sequence))
    assert done.returncode == 0, done.stderr
    assert files_below(organisation.parent / "site") == files_below(built.folder)


def test_plain_mkdocs_stops_at_problems(organisation: Path) -> None:
    plan = organisation.parent / "plans" / "plan.yml"
    plan.write_text(plan.read_text("utf-8").replace("holder: tom", "holder: tim"), "utf-8")
    done = _mkdocs(organisation)
    assert done.returncode == 1
    assert "plan.yml:" in done.stderr
    assert "error[unknown-reference]" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (organisation.parent / "site").exists()


def test_build_and_verify(organisation: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(organisation.parent)
    built = _run("build")
    assert built.exit_code == 0, built.output
    assert "verified" in built.output
    right = _run("verify", "site")
    assert right.exit_code == 0, right.output
    (organisation.parent / "site/staff/en/roles/lead.html").unlink()
    wrong = _run("verify", "site")
    assert wrong.exit_code == 1
    assert "staff/en/roles/lead.html: error[missing-page]" in wrong.output
    assert "error[broken-link]" in wrong.output
    assert "error[dead-search-entry]" in wrong.output


def test_verify_without_a_plan_says_so(
    built: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = _run("verify", built.folder)
    assert done.exit_code == 0, done.output
    assert "no plan" in done.output


def test_verify_with_the_plan_alone(
    organisation: Path, built: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    plan = organisation.parent / "plans"
    done = _run("verify", built.folder, "--plan", plan)
    assert done.exit_code == 0, done.output
    assert "There is no mkdocs.yml" in done.output
    assert "note[unexpected-page]" in done.output
    shutil.copytree(built.folder, "copy")
    Path("copy/staff/nl/roles/lead.html").unlink()
    wrong = _run("verify", "copy", "--plan", plan)
    assert wrong.exit_code == 1
    assert "staff/nl/roles/lead.html: error[missing-page]" in wrong.output
    nowhere = _run("verify", built.folder, "--plan", "nowhere")
    assert nowhere.exit_code == 1
    assert "nowhere:1:1: error[no-plan]" in nowhere.output


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (None, "There is no such file"),
        ("site_name: [", "error[bad-configuration]"),
        ("site_name: X\ntheme: material\n", "doesn't name the plugin"),
        ("site_name: X\ntheme: nowhere\nplugins: [runbook]\n", "nowhere"),
        ("site_name: X\ntheme: material\nplugins: [{runbook: {as_of: soon}}]\n", "isn't a day"),
        ("site_name: X\ntheme: material\nplugins: [{runbook: {plan: 3}}]\n", "plan"),
        ("site_name: X\ntheme: material\nplugins: [{runbook: {plan: none}}]\n", "no-plan"),
    ],
)
def test_faulty_settings(organisation: Path, text: str | None, words: str) -> None:
    if text is None:
        organisation.unlink()
    else:
        organisation.write_text(text, "utf-8")
    done = _run("build", "-f", organisation)
    assert done.exit_code == 1, done.output
    assert words in done.output
    assert done.exception is None or isinstance(done.exception, SystemExit)


def test_undeclared_page_stops_the_build(organisation: Path) -> None:
    (organisation.parent / "docs" / "loose.md").write_text("# Loose\n", "utf-8")
    done = _run("build", "-f", organisation)
    assert done.exit_code == 1
    assert "loose.md:1:1: error[page-without-audience]" in done.output
    assert not (organisation.parent / "site").exists()


def test_wrong_usage() -> None:
    assert _run("serve", "-a", "nowhere").exit_code == 2
    assert _run("verify", "does-not-exist").exit_code == 2


def test_pages_build_with_the_stock_theme(organisation: Path) -> None:
    plain = organisation.parent / "plain"
    done = _run("pages", organisation.parent / "plans", plain, "-f", organisation)
    assert done.exit_code == 0, done.output
    for language in ("en", "nl"):
        config_file = plain / "staff" / language / "mkdocs.yml"
        assert "runbook:" in config_file.read_text("utf-8")
        assert "plugins:\n- search\n" in config_file.read_text("utf-8")
        stock = _mkdocs(config_file)
        assert stock.returncode == 0, stock.stderr
    page = (plain / "site/staff/en/roles/lead.html").read_text("utf-8")
    assert "<script>alert" not in page
    assert "Lead &amp; decide @@rb:title@@" in page
    assert 'href="../../nl/roles/lead.html"' in page
    verified = _run("verify", plain / "site", "-f", organisation)
    assert verified.exit_code == 0, verified.output
    assert "staff/en/search/search_index.json: note[no-search-on-file]" in verified.output
    index = plain / "site/staff/en/search/search_index.json"
    index.write_text(index.read_text("utf-8").replace("roles/lead.html", "roles/index.html"))
    wrong = _run("verify", plain / "site", "-f", organisation)
    assert wrong.exit_code == 1
    assert "staff/en/roles/lead.html: error[not-in-search]" in wrong.output
