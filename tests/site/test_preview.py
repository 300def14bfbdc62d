"""The live preview: problems stand in front of the site until they are mended."""

from __future__ import annotations

import threading
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.site.preview import PROBLEMS, Preview, PreviewServer
from generator.site.project import read_project
from tests.site.organisation import files_below


@pytest.fixture
def preview(organisation: Path, tmp_path: Path) -> Preview:
    folder = tmp_path / "shown"
    folder.mkdir()
    return Preview(lambda: read_project(organisation), folder)


@pytest.fixture
def address(preview: Preview, organisation: Path, tmp_path: Path) -> Iterator[str]:
    """A running server that watches the plan."""
    preview.build()
    server = PreviewServer(preview, "127.0.0.1", 0, tmp_path / "shown")
    server.watch(str(organisation.parent / "plans"))
    thread = threading.Thread(target=server.serve, daemon=True)
    thread.start()
    while not server.serve_thread.is_alive():
        time.sleep(0.01)
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()


def _get(address: str) -> str:
    with urllib.request.urlopen(address, timeout=20) as answer:
        return str(answer.read().decode())


def _edit(organisation: Path, old: str, new: str) -> None:
    plan = organisation.parent / "plans" / "plan.yml"
    plan.write_text(plan.read_text("utf-8").replace(old, new), "utf-8")


def _shows(address: str, words: str) -> str:
    """The page at an address, as soon as it holds the words."""
    for _ in range(100):
        page = _get(address)
        if words in page:
            return page
        time.sleep(0.1)
    raise AssertionError(f"{words!r} never came")


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


def test_a_failed_build_keeps_the_last_good_one(
    preview: Preview, organisation: Path, tmp_path: Path
) -> None:
    preview.build()
    assert preview.failure is None
    before = files_below(tmp_path / "shown")
    _edit(organisation, "holder: tom", "holder: tim")
    preview.build()
    assert preview.failure is not None
    assert files_below(tmp_path / "shown") == before
    organisation.write_text("site_name: [", "utf-8")
    preview.build()
    assert "bad-configuration" in preview.failure


def test_only_changed_pages_are_written(preview: Preview, organisation: Path) -> None:
    preview.build()
    shown = preview.folder
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
