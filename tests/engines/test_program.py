"""The worker's program, which `sw.js` imports, in other engines than Chromium: without it, or with
something else in its place, a new worker never takes the old one's place."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.engines.conftest import Start
from tests.engines.engine import Engine
from tests.engines.reader import BADGE, differences
from tests.engines.revisions import PART, Revision
from tests.offline.host import Answer, Fault, Host
from tests.offline.packer import is_program, program_of, with_program

# Why one group: each browser saves the plan once.
pytestmark = pytest.mark.xdist_group("engines")

SCRIPT = {"Content-Type": "text/javascript"}
FAULTS = {
    "missing": Answer(b"gone", 404),
    "a login page": Answer(b"<!doctype html>Log in", headers={"Content-Type": "text/html"}),
    "a login page that says it is a script": Answer(b"<!doctype html>Log in", headers=SCRIPT),
    "empty": Answer(b"", headers=SCRIPT),
    "half of it": Answer(program_of()[:9_000], headers=SCRIPT),
    "another one": Answer(program_of(said=b"another"), headers=SCRIPT),
}

UPDATE = """navigator.serviceWorker.getRegistration().then((found) => found.update().catch(() => {})
  .then(() => new Promise((resolve) => {
    const look = () => found.installing ? setTimeout(look, 50) : resolve(String(!!found.waiting));
    setTimeout(look, 200);
  })))"""
"""Asks for a new revision; whether one waits when that is done."""


def test_faults_of_the_program_leave_the_old_worker(
    start_engine: Start, revisions: tuple[Revision, Revision], tmp_path: Path
) -> None:
    first, second = revisions
    host = Host(_files(first))
    try:
        browser = start_engine(tmp_path)
        browser.open(f"{host.url}{PART}/index.html")
        browser.until(BADGE)
        # Why another program: so that no browser has it yet.
        host.files = with_program(_files(second), program_of(b"// newer"))
        (program,) = filter(is_program, host.files)
        for name, answer in FAULTS.items():
            host.fault = _only(program, answer)
            host.asked.clear()
            assert (name, browser.run(UPDATE)) == (name, "false")
            assert program in host.asked
        host.die()
        _opens(browser, host, first)
        browser.restart()
        _opens(browser, host, first)
        host.fault = lambda path: None
        host.revive()
        browser.open(f"{host.url}{PART}/index.html")
        assert browser.run(UPDATE) == "true"
    finally:
        host.die()


def test_a_new_revision_moves_the_program_no_second_time(
    start_engine: Start, revisions: tuple[Revision, Revision], tmp_path: Path
) -> None:
    first, second = revisions
    host = Host(_files(first))
    host.keeps = True
    try:
        browser = start_engine(tmp_path)
        browser.open(f"{host.url}{PART}/index.html")
        browser.until(BADGE)
        host.files = _files(second)
        host.asked.clear()
        host.unchanged.clear()
        assert browser.run(UPDATE) == "true"
        assert "sw.js" in host.asked
        assert "sw.js" not in host.unchanged
        asked = [path for path in host.asked if is_program(path)]
        assert asked == [path for path in host.unchanged if is_program(path)]
    finally:
        host.die()


def _files(revision: Revision) -> dict[str, bytes]:
    files = {
        file.relative_to(revision.folder).as_posix(): file.read_bytes()
        for file in revision.folder.rglob("*")
        if file.is_file()
    }
    assert sum(map(is_program, files)) == 1
    return files


def _only(wanted: str, answer: Answer) -> Fault:
    return lambda path: answer if path == wanted else None


def _opens(browser: Engine, host: Host, revision: Revision) -> None:
    browser.open(f"{host.url}{PART}/contacts/index.html")
    assert f"revisie {revision.number} " in browser.until(BADGE)
    assert differences(browser, revision) == []
