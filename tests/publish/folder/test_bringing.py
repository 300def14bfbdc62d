"""Publishing to a folder: order, resumption, only what changed."""

from __future__ import annotations

import shutil
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import pytest

from generator.publish import PublishError, Source, preview, publish
from generator.publish.folder import FolderStore
from generator.publish.names import RECORD, is_lasting
from tests.publish.folder.stick import Failing, bring
from tests.publish.sealed_site import (
    assert_packs_there,
    assert_phones_can_save,
    packs_of,
    program_at,
    published_files,
    worker_site,
    write_site,
)


def test_everything_arrives_and_a_second_time_nothing_is_touched(site: Path, target: Path) -> None:
    sent, _ = bring(site, target)
    assert published_files(target) == published_files(site)
    assert sent == len(published_files(site)) > 60
    assert assert_phones_can_save(target) == "Plan 2026.1"
    before = {path: path.stat().st_mtime_ns for path in target.rglob("*")}
    assert bring(site, target) == (0, 0)
    assert {path: path.stat().st_mtime_ns for path in target.rglob("*")} == before


def test_only_what_changed_is_written_and_the_old_packs_stay_once(site: Path, target: Path) -> None:
    bring(site, target)
    first = packs_of(site)
    inodes = {path: (target / path).stat().st_ino for path in published_files(site)}
    write_site(site, "2026.2")
    differing = {
        path
        for path, content in published_files(site).items()
        if not (target / path).is_file() or (target / path).read_bytes() != content
    }
    sent, removed = bring(site, target)
    assert sent == len(differing) < len(inodes)
    assert removed == 2, "the page that only the old revision had, in two languages"
    kept = set(published_files(site)) & set(inodes) - differing
    assert kept
    assert all((target / path).stat().st_ino == inodes[path] for path in kept)
    assert_packs_there(target, first | packs_of(site))
    assert first - packs_of(site)
    bring(site, target)
    assert_packs_there(target, first)
    write_site(site, "2026.3")
    bring(site, target)
    there = {path.stem for path in target.glob("offline/*.pack")}
    assert not (first - packs_of(site)) & there - packs_of(site)
    assert assert_phones_can_save(target) == "Plan 2026.3"


def test_cut_off_at_every_write_phones_have_one_whole_revision(
    tmp_path: Path, site: Path, target: Path
) -> None:
    bring(site, target)
    old, old_worker, old_program = packs_of(site), worker_site(site), program_at(site)
    write_site(site, "2026.2", program=b'"another generator: @@PROGRAM@@";\n')
    new, new_worker, new_program = packs_of(site), worker_site(site), program_at(site)
    assert old_program != new_program
    source = Source.read(site)
    seen = set()
    for count in range(1_000):
        stick = tmp_path / "stick" / f"at-{count}"
        shutil.copytree(target, stick)
        with suppress(PublishError):
            publish(source, FolderStore(source, stick, Failing(count)))
            break
        assert_packs_there(stick, old)
        assert (stick / old_program).is_file()
        assert worker_site(stick) in (old_worker, new_worker)
        assert sha256((stick / program_at(stick)).read_bytes()).hexdigest() in program_at(stick)
        if worker_site(stick) == new_worker or not _is_old(stick, old_worker):
            assert_packs_there(stick, new)
            assert (stick / new_program).is_file()
        seen.add((worker_site(stick) == old_worker, _is_old(stick, old_worker)))
        # What was cut off goes on where it was.
        bring(site, stick)
        assert assert_phones_can_save(stick) == "Plan 2026.2"
        assert_packs_there(stick, old)
        assert not list(stick.rglob("*.part"))
        assert published_files(site).items() <= published_files(stick).items()
        assert not (stick / "staff/en/only in 2026.1 & é.html").exists()
    assert count > 10
    assert seen == {(True, True), (True, False), (False, False)}


def _is_old(folder: Path, worker: str) -> bool:
    return sha256((folder / "offline/site.json").read_bytes()).hexdigest() == worker


def test_resumes_without_writing_again(site: Path, target: Path) -> None:
    source = Source.read(site)
    with pytest.raises(PublishError):
        publish(source, FolderStore(source, target, Failing(30)))
    assert not (target / "sw.js").exists()
    done = publish(source, FolderStore(source, target))
    # One of those that arrived is the record.
    assert done.unchanged == 29
    assert_phones_can_save(target)


def test_what_a_cut_off_publication_left_is_cleared_away(site: Path, target: Path) -> None:
    """Killed outright, it couldn't do so itself."""
    bring(site, target)
    (target / f"{RECORD}.99.part").write_bytes(b"half a fi")
    assert bring(site, target) == (0, 0)
    assert not list(target.glob(".*.part"))


def test_content_first_then_manifest_then_worker(site: Path) -> None:
    content, manifest, worker = Source.read(site).stages()
    assert (manifest, worker) == (["offline/site.json"], ["sw.js"])
    kinds = [2 if path.endswith(".html") else 0 if is_lasting(path) else 1 for path in content]
    assert content.index(program_at(site)) < kinds.index(1)
    assert kinds == sorted(kinds)
    assert set(kinds) == {0, 1, 2}


def test_the_program_of_the_revision_before_stays_until_the_next_one(
    site: Path, target: Path
) -> None:
    bring(site, target)
    programs = [program_at(target)]
    for revision, program in (
        ("2026.1", b'"2: @@PROGRAM@@";'),
        ("2026.2", b'"3: @@PROGRAM@@";'),
    ):
        write_site(site, revision, program=program)
        bring(site, target)
        programs.append(program_at(target))
        there = {path.relative_to(target).as_posix() for path in target.glob("offline/*.js")}
        assert there == {*programs[-2:], "offline/kill-switch.js"}
        assert bring(site, target) == (0, 0)
    assert len(set(programs)) == 3


def test_preview_says_it_all_and_does_nothing(site: Path, target: Path) -> None:
    bring(site, target)
    write_site(site, "2026.2")
    before = published_files(target)
    source = Source.read(site)
    said = preview(source, FolderStore(source, target))
    assert published_files(target) == before
    assert said.sent[-2:] == ("offline/site.json", "sw.js")
    done = publish(source, FolderStore(source, target))
    assert (done.sent, done.removed) == (len(said.sent), len(said.removed))
