"""Publishing by rsync and rclone; a folder is the remote."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.publish import PublishError, Source, preview, publish, store_of
from generator.publish.rclone import RcloneStore
from generator.publish.rsync import RsyncStore
from tests.publish.sealed_site import (
    assert_packs_there,
    assert_phones_can_save,
    files_below,
    packs_of,
    published_files,
    worker_site,
    write_site,
)
from tests.publish.tools.running import both, bring, dying


@both
def test_everything_arrives_and_then_only_what_changed(tool: str, site: Path, target: Path) -> None:
    sent, _ = bring(tool, site, target)
    assert published_files(target) == published_files(site)
    assert sent == len(published_files(site))
    first = packs_of(site)
    before = {path: (target / path).stat().st_mtime_ns for path in files_below(target)}
    assert bring(tool, site, target) == (0, 0)
    assert {path: (target / path).stat().st_mtime_ns for path in files_below(target)} == before

    write_site(site, "2026.2")
    source = Source.read(site)
    said = preview(source, store_of(f"{tool}:{target}", source))
    assert worker_site(target) != worker_site(site), "a preview changes nothing"
    sent, removed = bring(tool, site, target)
    assert (sent, removed) == (len(said.sent), len(said.removed))
    assert 0 < sent < len(published_files(site))
    assert removed == 2
    assert published_files(site).items() <= published_files(target).items()
    assert_packs_there(target, first)
    assert assert_phones_can_save(target) == "Plan 2026.2"
    write_site(site, "2026.3")
    bring(tool, site, target)
    there = {path.stem for path in target.glob("offline/*.pack")}
    assert first & there < first, "what only the first revision had is gone"
    assert assert_phones_can_save(target) == "Plan 2026.3"
    assert not (target / "staff/en/only in 2026.1 & é.html").exists()
    assert not list(target.parent.rglob("pwned*"))
    assert not Path("pwned").exists()


@both
def test_foreign_files_are_refused(tool: str, site: Path, target: Path) -> None:
    (target / "letters").mkdir(parents=True)
    (target / "letters" / "a.txt").write_text("mine")
    with pytest.raises(PublishError, match=r"foreign-files.*letters/a\.txt"):
        bring(tool, site, target)
    assert list(files_below(target)) == ["letters/a.txt"]


@both
def test_a_copy_made_by_hand_is_taken_over(tool: str, site: Path, target: Path) -> None:
    shutil.copytree(site, target)
    (target / "mine.txt").write_text("mine")
    old = packs_of(site)
    write_site(site, "2026.2")
    bring(tool, site, target)
    assert_packs_there(target, old)
    assert (target / "mine.txt").read_text() == "mine"
    assert not (target / "staff/en/only in 2026.1 & é.html").exists()


@both
@pytest.mark.parametrize("last", [1, 2, 3, 4, 7])
def test_cut_off_between_calls_phones_have_one_whole_revision(
    tool: str, last: int, site: Path, target: Path, tmp_path: Path
) -> None:
    bring(tool, site, target)
    old, old_worker = packs_of(site), worker_site(site)
    write_site(site, "2026.2")
    program = dying(tool, last, tmp_path)
    source = Source.read(site)
    store = store_of(f"{tool}:{target}", source)
    assert isinstance(store, RsyncStore | RcloneStore)
    store.program = str(program)
    store.lot = min(store.lot, 5)
    with pytest.raises(PublishError, match=r"tool-failed.*no more.*\n.*help: "):
        publish(source, store)
    assert_packs_there(target, old)
    if worker_site(target) != old_worker:
        assert_phones_can_save(target)
    bring(tool, site, target)
    assert assert_phones_can_save(target) == "Plan 2026.2"
    assert_packs_there(target, old)
    assert published_files(site).items() <= published_files(target).items()


@pytest.mark.parametrize("tool", ["rsync", "rclone"])
def test_a_missing_tool_is_said(tool: str, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    with pytest.raises(PublishError, match=rf"tool-missing.*\n.*help: Install {tool}"):
        bring(tool, site, Path("/x/y"))
