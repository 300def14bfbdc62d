"""The live preview: problems stand in front of the site until they are mended."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from generator.site import preview as previews
from generator.site.preview import Preview, PreviewServer, builds
from generator.site.previewing import BROKEN_OFF, PROBLEMS, PreviewBuilder, watched_of
from generator.site.project import Project, read_project
from tests import patience
from tests.site.organisation import files_below


@pytest.fixture
def shown(tmp_path: Path) -> Path:
    folder = tmp_path / "shown"
    folder.mkdir()
    return folder


@pytest.fixture
def preview(organisation: Path, shown: Path) -> PreviewBuilder:
    return PreviewBuilder(lambda: read_project(organisation), shown)


def _read(organisation: Path) -> Callable[[], Project]:
    """Reads the project; says which process builds, and ends it as a file beside it asks for."""

    def read() -> Project:
        here = organisation.parent
        (here / "builder").write_text(str(os.getpid()), "utf-8")
        if (here / "fail").exists():
            raise RuntimeError("a fault of ours")
        if (here / "kill").exists():
            os.kill(os.getpid(), signal.SIGKILL)
        return read_project(organisation)

    return read


@pytest.fixture(params=[True, False])
def forks(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether builds are made in a process of their own."""
    forks = bool(request.param)
    if forks and not hasattr(os, "fork"):
        pytest.skip("this system can't fork")
    # Other tests may have left a thread in this process; our builds share nothing with it.
    monkeypatch.setattr(previews, "can_fork", lambda: forks)
    return forks


@pytest.fixture
def address(forks: bool, organisation: Path, shown: Path) -> Iterator[str]:
    """A running server that watches the plan."""
    read = _read(organisation)
    with builds(read, shown) as build:
        preview = Preview(build, watched_of(read()))
        preview.build()
        builder = int((organisation.parent / "builder").read_text("utf-8"))
        assert (builder != os.getpid()) == forks
        server = PreviewServer(preview, "127.0.0.1", 0, shown)
        thread = threading.Thread(target=server.serve, daemon=True)
        thread.start()
        while not server.serve_thread.is_alive():
            time.sleep(0.01)
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


def _get(address: str) -> str:
    with urllib.request.urlopen(address, timeout=patience.SECONDS) as answer:
        return str(answer.read().decode())


def _edit(organisation: Path, old: str, new: str) -> None:
    plan = organisation.parent / "plans" / "plan.yml"
    plan.write_text(plan.read_text("utf-8").replace(old, new), "utf-8")


def _shows(address: str, words: str) -> str:
    """The page at an address, as soon as it holds the words."""
    return patience.until(lambda: page if words in (page := _get(address)) else "", repr(words))


def test_problems_in_the_browser(address: str, organisation: Path) -> None:
    lead = f"{address}/staff/en/roles/lead.html"
    assert "Tom Claes" in _get(lead)
    _edit(organisation, "holder: tom", "holder: tim")
    page = _shows(lead, "error[unknown-reference]")
    assert "plan.yml:" in page
    assert "livereload(" in page
    assert "+33 1 99" not in page
    assert "error[unknown-reference]" in _get(f"{address}/")
    _edit(organisation, "holder: tim", "holder: tom")
    assert "livereload(" in _shows(lead, "Tom Claes")
    _edit(organisation, "Tom Claes", "Thomas Claes")
    _shows(lead, "Thomas Claes")
    assert "without `verified`" in _get(address + PROBLEMS)


def test_another_plan_is_followed(address: str, organisation: Path) -> None:
    plans = organisation.parent / "plans"
    other = organisation.parent / "others"
    other.mkdir()
    (other / "plan.yml").write_text(
        (plans / "plan.yml").read_text("utf-8").replace("Tom Claes", "Tomas Claes"), "utf-8"
    )
    settings = organisation.read_text("utf-8").replace("plan: plans", "plan: others")
    organisation.write_text(settings, "utf-8")
    lead = f"{address}/staff/en/roles/lead.html"
    _shows(lead, "Tomas Claes")
    (other / "plan.yml").write_text((plans / "plan.yml").read_text("utf-8"), "utf-8")
    _shows(lead, "Tom Claes")
    organisation.write_text("site_name: [", "utf-8")
    _shows(lead, "bad-configuration")
    organisation.write_text(settings, "utf-8")
    _shows(lead, "Tom Claes")


@pytest.mark.parametrize("forks", [True], indirect=True)
@pytest.mark.parametrize("how", ["fail", "kill"])
def test_a_build_that_dies_is_said_and_another_begun(
    capfd: pytest.CaptureFixture[str], address: str, organisation: Path, shown: Path, how: str
) -> None:
    here = organisation.parent
    lead = f"{address}/staff/en/roles/lead.html"
    before = (here / "builder").read_text("utf-8")
    (here / how).touch()
    _edit(organisation, "Tom Claes", "Thomas Claes")
    assert "livereload(" in _shows(lead, BROKEN_OFF)
    assert f"{BROKEN_OFF}; the next change begins another." in capfd.readouterr().err
    (here / how).unlink()
    (shown / "staff" / "en" / "half.html").write_text("left by the one that died", "utf-8")
    _edit(organisation, "id: fire", "id: smoke")
    _shows(lead, "Thomas Claes")
    assert (here / "builder").read_text("utf-8") != before
    files = files_below(shown)
    assert "staff/en/scenarios/smoke.html" in files
    assert "staff/en/scenarios/fire.html" not in files
    assert "staff/en/half.html" not in files


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
@pytest.mark.parametrize("to_all", [True, False])
@pytest.mark.parametrize("building", [True, False])
def test_an_interruption_ends_every_process_and_leaves_nothing(
    organisation: Path, tmp_path: Path, to_all: bool, building: bool
) -> None:
    place = tmp_path / "temporary"
    place.mkdir()
    running = _serving(organisation, place)
    try:
        assert running.stderr is not None
        while not building and "Ctrl-C" not in running.stderr.readline():
            pass
        patience.until(lambda: len(_session(running.pid)) > 2, "a process that builds")
        (os.killpg if to_all else os.kill)(running.pid, signal.SIGINT)
        # Ends when no process can write to it any more.
        _, said = running.communicate(timeout=patience.SECONDS)
        # What has closed its pipes may still be on its way out.
        patience.until(lambda: not _session(running.pid), "the end of every process")
    finally:
        with suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)
    assert running.returncode == 0
    assert said.endswith("The preview has ended.\n")
    assert "Traceback" not in said
    assert list(place.iterdir()) == []


def _serving(organisation: Path, temporary: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "generator", "serve", "-f", str(organisation)]
    # A shell's command in the background ignores interruptions, and so would all that it begins.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return subprocess.Popen(
            [*command, "-a", "127.0.0.1:0"],
            stderr=subprocess.PIPE,
            text=True,
            env=os.environ | {"TMPDIR": str(temporary)},
            start_new_session=True,
        )
    finally:
        signal.signal(signal.SIGINT, before)


def _session(leader: int) -> set[int]:
    """The processes of a session."""
    found = set()
    for file in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = file.read_text("utf-8").rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == leader and fields[0] not in "ZX":
            found.add(int(file.parent.name))
    return found


def test_a_failed_build_keeps_the_last_good_one(
    preview: PreviewBuilder, organisation: Path, shown: Path
) -> None:
    assert preview.build().failure is None
    before = files_below(shown)
    _edit(organisation, "holder: tom", "holder: tim")
    assert "unknown-reference" in (preview.build().failure or "")
    assert files_below(shown) == before
    organisation.write_text("site_name: [", "utf-8")
    assert "bad-configuration" in (preview.build().failure or "")


def test_only_changed_pages_are_written(
    preview: PreviewBuilder, organisation: Path, shown: Path
) -> None:
    preview.build()
    before = {path: path.stat().st_mtime_ns for path in shown.rglob("*") if path.is_file()}
    _edit(organisation, "Leave the building.", "Leave the house.")
    preview.build()
    changed = {
        path.relative_to(shown).as_posix()
        for path, time_before in before.items()
        if path.stat().st_mtime_ns != time_before
    }
    assert "staff/en/scenarios/fire.html" in changed
    assert "staff/nl/scenarios/fire.html" not in changed
    assert "staff/en/roles/lead.html" not in changed
