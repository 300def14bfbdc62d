"""Publishing to a folder: order, resumption, only what changed, and what is left alone."""

from __future__ import annotations

import json
import os
import shutil
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import pytest

from generator.publish import PublishError, Source, preview, publish
from generator.publish.folder import FolderStore, write_flushed
from generator.publish.names import RECORD, is_lasting
from tests.publish.sealed_site import (
    assert_packs_there,
    assert_phones_can_save,
    packs_of,
    program_at,
    published_files,
    worker_site,
    write_site,
)


class StickPulledOutError(OSError):
    """The medium is gone."""


class Failing:
    """Writes files until the ``last``; then the stick is pulled out, half-way in a file."""

    def __init__(self, last: int):
        self.left = last
        self.paths: list[str] = []

    def __call__(self, path: str, content: bytes) -> None:
        if self.left == 0:
            Path(path).write_bytes(content[: len(content) // 2])
            raise StickPulledOutError(5, "Input/output error")
        self.left -= 1
        write_flushed(path, content)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_site(tmp_path / "site", "2026.1")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "stick" / "plan"


@pytest.fixture(autouse=True)
def _stick(tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()


def bring(site: Path, target: Path) -> tuple[int, int]:
    source = Source.read(site)
    done = publish(source, FolderStore(source, target))
    assert done.sent + done.unchanged == len(source.files)
    return done.sent, done.removed


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
    write_site(site, "2026.2", program=b"/* another generator's: @@PROGRAM@@ */\n")
    new, new_worker, new_program = packs_of(site), worker_site(site), program_at(site)
    assert old_program != new_program
    source = Source.read(site)
    seen = set()
    for count in range(1_000):
        stick = tmp_path / "stick" / f"at-{count}"
        _copy(target, stick)
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


def _copy(old: Path, new: Path) -> None:
    shutil.copytree(old, new)


def test_resumes_without_writing_again(site: Path, target: Path) -> None:
    source = Source.read(site)
    with pytest.raises(PublishError):
        publish(source, FolderStore(source, target, Failing(30)))
    assert not (target / "sw.js").exists()
    done = publish(source, FolderStore(source, target))
    # One of those that arrived is the record.
    assert done.unchanged == 29
    assert_phones_can_save(target)


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
        ("2026.1", b"/* 2: @@PROGRAM@@ */"),
        ("2026.2", b"/* 3: @@PROGRAM@@ */"),
    ):
        write_site(site, revision, program=program)
        bring(site, target)
        programs.append(program_at(target))
        there = {path.relative_to(target).as_posix() for path in target.glob("offline/*.js")}
        assert there == {*programs[-2:], "offline/kill-switch.js"}
        assert bring(site, target) == (0, 0)
    assert len(set(programs)) == 3


def test_a_site_that_lacks_its_program_is_not_published(site: Path, target: Path) -> None:
    program = site / program_at(site)
    content = program.read_bytes()
    for change in (program.unlink, lambda: program.write_bytes(content + b" ")):
        change()
        with pytest.raises(PublishError, match="site-not-whole"):
            bring(site, target)
        program.write_bytes(content)
    assert not target.exists()


def test_foreign_folder_is_refused_and_left_alone(site: Path, target: Path) -> None:
    target.mkdir()
    (target / "thesis.doc").write_text("years of work")
    with pytest.raises(PublishError, match=r"foreign-files.*thesis\.doc"):
        bring(site, target)
    assert [path.name for path in target.iterdir()] == ["thesis.doc"]


@pytest.mark.parametrize(
    "name", ["System Volume Information/x", ".Trashes/1", "lost+found/2", "CNAME"]
)
def test_what_systems_put_on_a_stick_is_no_obstacle(site: Path, target: Path, name: str) -> None:
    (target / name).parent.mkdir(parents=True)
    (target / name).write_text("not ours")
    bring(site, target)
    bring(site, target)
    assert (target / name).read_text() == "not ours"


def test_files_of_others_beside_ours_are_never_removed(site: Path, target: Path) -> None:
    bring(site, target)
    (target / "staff/en/mine.txt").write_text("mine")
    (target / ".htaccess").write_text("settings")
    for revision in ("2026.2", "2026.3"):
        write_site(site, revision)
        bring(site, target)
    assert (target / "staff/en/mine.txt").read_text() == "mine"
    assert (target / ".htaccess").read_text() == "settings"


def test_a_copy_made_by_hand_is_taken_over(site: Path, target: Path) -> None:
    _copy(site, target)
    (target / "mine.txt").write_text("mine")
    old = packs_of(site)
    write_site(site, "2026.2")
    sent, removed = bring(site, target)
    assert sent < len(published_files(site))
    assert removed == 2
    assert_packs_there(target, old)
    assert (target / "mine.txt").exists()
    assert not (target / "staff/en/only in 2026.1 & é.html").exists()


def test_damage_at_the_target_is_mended(site: Path, target: Path) -> None:
    bring(site, target)
    pack = next(target.glob("offline/*.pack"))
    right = pack.read_bytes()
    pack.write_bytes(right[:-1] + bytes([right[-1] ^ 1]))
    (target / "index.html").unlink()
    assert bring(site, target) == (2, 0)
    assert pack.read_bytes() == right


@pytest.mark.parametrize(
    "said", ["../../out.txt", "/etc/out.txt", "a/../../out.txt", "a//b", "x\n"]
)
def test_a_record_that_names_files_elsewhere_is_not_followed(
    site: Path, target: Path, tmp_path: Path, said: str
) -> None:
    bring(site, target)
    (tmp_path / "stick/out.txt").write_text("precious")
    record = json.loads((target / RECORD).read_text())
    record["files"][said] = ""
    (target / RECORD).write_text(json.dumps(record))
    bring(site, target)
    assert (tmp_path / "stick/out.txt").read_text() == "precious"
    assert said not in json.loads((target / RECORD).read_text())["files"]


@pytest.mark.parametrize("content", ["", "{", "[]", '{"format": 2}', '{"format": 1, "files": 3}'])
def test_a_record_that_cant_be_read_stops_nothing(site: Path, target: Path, content: str) -> None:
    bring(site, target)
    (target / RECORD).write_text(content)
    assert bring(site, target) == (0, 0)
    assert_phones_can_save(target)


def test_a_link_in_the_site_is_refused(site: Path, target: Path) -> None:
    (site / "passwd").symlink_to("/etc/passwd")
    with pytest.raises(PublishError, match="no-plain-file"):
        bring(site, target)
    assert not target.exists()


def test_a_name_that_cant_be_printed_is_refused(site: Path, target: Path) -> None:
    (site / "a\nb.html").write_text("x")
    with pytest.raises(PublishError, match="file-name"):
        bring(site, target)


def test_a_link_at_the_target_is_replaced_not_followed(
    site: Path, target: Path, tmp_path: Path
) -> None:
    bring(site, target)
    precious = tmp_path / "precious.txt"
    precious.write_text("precious")
    (target / "index.html").unlink()
    (target / "index.html").symlink_to(precious)
    bring(site, target)
    assert precious.read_text() == "precious"
    assert not (target / "index.html").is_symlink()


@pytest.mark.parametrize("path", ["offline/site.json", "sw.js", "staff/en/index.html"])
def test_a_site_that_lacks_a_file_is_not_published(site: Path, target: Path, path: str) -> None:
    (site / path).unlink()
    with pytest.raises(PublishError, match="site-not-whole"):
        bring(site, target)
    assert not target.exists()


@pytest.mark.parametrize("path", ["offline/site.json", "staff/en/people/p1.html"])
def test_a_site_that_was_changed_is_not_published(site: Path, target: Path, path: str) -> None:
    (site / path).write_bytes((site / path).read_bytes() + b" ")
    with pytest.raises(PublishError, match="site-not-whole"):
        bring(site, target)


def test_a_site_that_lacks_a_pack_is_not_published(site: Path, target: Path) -> None:
    for pack in sorted(site.glob("offline/*.pack")):
        content = pack.read_bytes()
        pack.unlink()
        with pytest.raises(PublishError, match="site-not-whole"):
            bring(site, target)
        pack.write_bytes(content)


def test_a_build_in_between_stops_before_the_worker(site: Path, target: Path) -> None:
    bring(site, target)
    old = packs_of(site)
    write_site(site, "2026.2")
    source = Source.read(site)
    write_site(site, "2026.3")
    with pytest.raises(PublishError, match="site-changed"):
        publish(source, FolderStore(source, target))
    assert assert_phones_can_save(target) == "Plan 2026.1"
    assert_packs_there(target, old)


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


def test_a_stick_that_isnt_there_is_not_made_up(site: Path, tmp_path: Path) -> None:
    with pytest.raises(PublishError, match=r"plugged in"):
        bring(site, tmp_path / "not-mounted" / "plan")
    assert not (tmp_path / "not-mounted").exists()


@pytest.mark.parametrize("name", ["site", "site/staff", ".", "site/../site"])
def test_the_site_isnt_published_into_itself(site: Path, tmp_path: Path, name: str) -> None:
    with pytest.raises(PublishError, match="target-is-site"):
        bring(site, tmp_path / name)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cant_be_written_is_said(site: Path, target: Path) -> None:
    target.mkdir()
    target.chmod(0o500)
    with pytest.raises(PublishError, match="not-written"):
        bring(site, target)
