"""The scripts in `overrides/`: types, style, what is committed, and the search's own tests."""

from __future__ import annotations

import fcntl
import re
import subprocess
from pathlib import Path

import pytest

from tests import frontend_tools

ROOT = frontend_tools.ROOT
SOURCES = sorted(frontend_tools.SOURCES.rglob("*.js"))
LONGEST = 150
FORBIDDEN = {
    "HTML from text": r"(?:inner|outer|Adjacent)HTML\b|document\.write|ContextualFragment",
    "code from text": r"\beval\b|\bnew Function\b|setTimeout\(\s*[\"'`]",
    "inline handlers": r"setAttribute\(\s*[\"']on",
    "foreign addresses": r"[\"'`(](?:https?:)?//\w",
}


@pytest.fixture(scope="module", autouse=True)
def _installed() -> None:
    with (ROOT / "package-lock.json").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        frontend_tools.install()


def test_types() -> None:
    frontend_tools.types()


def test_built_scripts_are_not_stale(tmp_path: Path) -> None:
    built = frontend_tools.build(tmp_path)
    assert len(built) == len(frontend_tools.SCRIPTS) > 0
    for script in built:
        committed = frontend_tools.BUILT / script.name
        assert committed.read_bytes() == script.read_bytes(), f"{script.name}: run `make schema`"


def test_every_built_script_has_a_source() -> None:
    committed = {script.stem for script in frontend_tools.BUILT.glob("*.js")}
    assert committed == set(frontend_tools.SCRIPTS)


def test_lock_file_names_no_host() -> None:
    lock = (ROOT / "package-lock.json").read_text("utf-8")
    assert '"integrity"' in lock
    assert '"resolved"' not in lock
    assert "://" not in lock


def test_sources_are_short() -> None:
    assert len(SOURCES) > 10
    lengths = {source.name: len(source.read_text("utf-8").splitlines()) for source in SOURCES}
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


@pytest.mark.parametrize("fault", FORBIDDEN)
def test_sources_keep_a_strict_policy_possible(fault: str) -> None:
    pattern = re.compile(FORBIDDEN[fault])
    found = [source.name for source in SOURCES if pattern.search(source.read_text("utf-8"))]
    assert found == []


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ("HTML from text", "place.innerHTML = text;"),
        ("code from text", "setTimeout('go()')"),
        ("inline handlers", 'link.setAttribute("onclick", go)'),
        ("foreign addresses", 'import "https://example.org/a.js"'),
    ],
)
def test_the_policy_patterns_see_their_faults(fault: str, code: str) -> None:
    assert re.search(FORBIDDEN[fault], code)


def test_search_engine() -> None:
    tests = sorted(str(path) for path in (ROOT / "tests" / "frontend").glob("*.test.js"))
    command = [*frontend_tools.node(), "--test", "--test-reporter=tap", *tests]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    passed = re.search(r"^# pass (\d+)$", run.stdout, re.MULTILINE)
    assert run.returncode == 0, run.stdout
    assert passed is not None
    assert int(passed[1]) > 40
