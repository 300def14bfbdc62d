"""The worker's program, which `sw.js` imports, in other engines than Chromium: without it, or with
something else in its place, a new worker never takes the old one's place."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import patience
from tests.engines.conftest import Start
from tests.engines.engine import Engine
from tests.engines.reader import BADGE, differences, leave_for_long
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

ASK = """navigator.serviceWorker.getRegistration().then((found) => found.update().catch(() => {})
  .then(() => new Promise((resolve) => {
    const look = () => found.installing ? setTimeout(look, 50) : resolve(String(!!found.waiting));
    setTimeout(look, 200);
  })))"""
"""Asks for a new revision; whether one waits when that is done."""

NEWS = f"{ASK}.then((waits) => waits === 'true')"


def test_faults_of_the_program_leave_the_old_worker(
    start_engine: Start, revisions: tuple[Revision, Revision], tmp_path: Path
) -> None:
    first, second = revisions
    host = Host(_files(first))
    try:
        browser = start_engine(tmp_path)
        browser.open(f"{host.url}{PART}/index.html")
        browser.until(BADGE)
        leave_for_long(browser, host.url)
        # Why another program: so that no browser has it yet.
        newer = with_program(_files(second), program_of(b"// newer"))
        (program,) = filter(is_program, newer)
        for name, answer in FAULTS.items():
            host.fault = _only(program, answer)
            host.files = newer
            host.asked.clear()
            assert (name, _waits(browser, host, program)) == (name, {"false"})
        host.die()
        _opens(browser, host, first)
        browser.restart()
        _opens(browser, host, first)
        host.fault = lambda path: None
        host.revive()
        browser.open(f"{host.url}{PART}/index.html")
        browser.until(NEWS)
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
        leave_for_long(browser, host.url)
        host.files = _files(second)
        host.asked.clear()
        host.unchanged.clear()
        browser.until(NEWS)
        # Whoever asks twice has it the second time.
        assert host.asked.count("sw.js") > host.unchanged.count("sw.js")
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


def _waits(browser: Engine, host: Host, path: str) -> set[str]:
    """Ask for a new revision until the host is asked for a file of it; what came of it each time.

    Why again: a browser that is already asking, by itself, takes the two for one.
    """
    said: set[str] = set()

    def asked() -> bool:
        said.add(browser.run(ASK))
        return path in host.asked

    patience.until(asked, path)
    return said


def _only(wanted: str, answer: Answer) -> Fault:
    return lambda path: answer if path == wanted else None


def _opens(browser: Engine, host: Host, revision: Revision) -> None:
    browser.open(f"{host.url}{PART}/contacts/index.html")
    assert f"revisie {revision.number} " in browser.until(BADGE)
    assert differences(browser, revision) == []
