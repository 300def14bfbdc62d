"""A build that is done once has most of its work done by other processes: the same site, the same
faults."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from generator import jobs, opening
from generator.aside import Aside
from generator.problems import PlanError, as_text
from generator.site import articles, publishing, replacing
from generator.site.builder import SiteBuilder
from generator.site.frames import FrameError
from generator.site.project import read_project
from generator.site.publishing import Site, build_site, site_of
from generator.site.ready import ready, ready_beside
from tests.site.organisation import files_below, write_organisation

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system can't fork")

HERE = os.getpid()
BUILT = "1795200000"

Files: TypeAlias = dict[str, bytes]


@pytest.fixture(autouse=True, params=["apart", "alone"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Whether other processes do the work, or this one where nothing can fork."""
    monkeypatch.setattr(jobs, "can_fork", lambda: request.param == "apart")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", BUILT)
    return str(request.param)


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an organisation that has a site. Tests may copy it, not change it."""
    config_file = write_organisation(tmp_path_factory.mktemp("good"))
    with pytest.MonkeyPatch.context() as changed:
        changed.setenv("SOURCE_DATE_EPOCH", BUILT)
        build_site(read_project(config_file), SiteBuilder())
    return config_file.parent


@pytest.fixture
def before(good: Path, organisation: Path) -> Files:
    """The organisation has a site already: its files."""
    shutil.copytree(good, organisation.parent, dirs_exist_ok=True)
    files = files_below(organisation.parent / "site")
    assert len(files) > 50
    return files


def _built(config_file: Path, **changes: Any) -> Site:
    waiting = ready_beside(config_file, **changes)
    with Aside() as aside:
        return site_of(waiting(), SiteBuilder(aside=aside))


def test_the_site_is_the_same(organisation: Path, tmp_path: Path) -> None:
    site = _built(organisation, single_file=True)
    kept = read_project(organisation, single_file=True, site=tmp_path / "kept")
    assert files_below(site.folder) == files_below(build_site(kept, SiteBuilder()).folder)
    assert len(files_below(site.folder)) > 50


def _says(error: PlanError) -> list[str]:
    return [as_text(problem, error.sources) for problem in error.problems]


def _put(file: Path, text: str) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, "utf-8")


SPOILED: list[Callable[[Path], None]] = [
    lambda folder: _put(folder / "plans" / "more.yml", "roles:\n  - {id: lead, holder: nobody}\n"),
    lambda folder: _put(folder / "plans" / "more.yml", "roles: [\n"),
    lambda folder: _put(folder / "docs" / "undeclared.md", "# For whom?\n"),
    lambda folder: _put(folder / "mkdocs.yml", "site_name: Plan\n"),
]


@pytest.mark.parametrize("spoil", SPOILED)
def test_what_is_wrong_with_the_plan_is_said_alike(
    organisation: Path, before: Files, spoil: Callable[[Path], None]
) -> None:
    spoil(organisation.parent)
    with pytest.raises(PlanError) as here:
        ready(read_project(organisation))
    with pytest.raises(PlanError) as beside:
        _built(organisation)
    assert _says(beside.value) == _says(here.value) != []
    assert files_below(organisation.parent / "site") == before


def test_what_does_not_stop_the_build_is_said_alike(organisation: Path) -> None:
    here = ready(read_project(organisation)).opened
    assert list(_built(organisation).built.opened.report()) == list(here.report()) != []


def test_a_theme_that_is_not_known_stops_the_build(organisation: Path, before: Files) -> None:
    _put(organisation.parent / "own" / "main.html", "<html></html>")
    settings = organisation.read_text("utf-8")
    organisation.write_text(settings.replace("material", "material\n  custom_dir: own"), "utf-8")
    with pytest.raises(FrameError, match="custom_dir"):
        _built(organisation)
    assert files_below(organisation.parent / "site") == before


@pytest.mark.parametrize(
    ("module", "function"),
    [(articles, "article"), (publishing, "read_files"), (publishing, "sealed_lots")],
)
def test_a_fault_of_ours_is_raised_and_leaves_the_site(
    organisation: Path, before: Files, monkeypatch: pytest.MonkeyPatch, module: Any, function: str
) -> None:

    def fails(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(module, function, fails)
    with pytest.raises(ZeroDivisionError):
        _built(organisation)
    assert files_below(organisation.parent / "site") == before


@pytest.mark.parametrize(
    ("module", "function"),
    [(opening, "open_plan"), (articles, "article"), (publishing, "read_files")],
)
def test_what_a_process_was_at_when_it_was_killed_is_done_here(
    organisation: Path, before: Files, monkeypatch: pytest.MonkeyPatch, module: Any, function: str
) -> None:
    real = getattr(module, function)
    done_here = []

    def dies_elsewhere(*arguments: Any, **more: Any) -> Any:
        if os.getpid() != HERE:
            os.kill(os.getpid(), signal.SIGKILL)
        done_here.append(function)
        return real(*arguments, **more)

    monkeypatch.setattr(module, function, dies_elsewhere)
    shutil.rmtree(organisation.parent / "site")
    assert files_below(_built(organisation).folder) == before
    assert done_here


def test_nothing_is_left_of_what_was_put_aside(
    organisation: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = tmp_path / "room"
    room.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(room))
    seen: list[str] = []
    real = replacing.publish

    def publish(*arguments: Any, **more: Any) -> Any:
        seen.extend(file.name for file in room.rglob("*") if file.is_file())
        return real(*arguments, **more)

    monkeypatch.setattr(publishing, "publish", publish)
    _built(organisation)
    assert seen == ["aside"]
    assert not list(room.iterdir())


def test_the_command_leaves_checks_and_mkdocs_to_processes_that_end(
    organisation: Path, way: str
) -> None:
    if way == "alone" or not sys.platform.startswith("linux"):
        pytest.skip("here one process does it all")
    script = (
        "import sys; from generator.cli import main; "
        "main(['build'], standalone_mode=False); print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=organisation.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(done.stdout.split())
    assert "generator.site.publishing" in loaded
    assert not loaded & {"generator.checks", "mkdocs", "markdown", "pygraphviz"}
    assert (organisation.parent / "site" / "staff" / "en" / "index.html").is_file()
