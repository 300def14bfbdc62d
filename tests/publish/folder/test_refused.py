"""Publishing to a folder: what is refused, and what stops it before the worker."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest

from generator.publish import PublishError, Source, preview, publish
from generator.publish.folder import FolderStore, write_flushed
from generator.publish.names import RECORD
from tests.publish.folder.stick import bring
from tests.publish.sealed_site import (
    assert_packs_there,
    assert_phones_can_save,
    files_below,
    packs_of,
    program_at,
    write_site,
)


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


def test_a_linked_folder_at_the_target_is_left_alone(
    site: Path, target: Path, tmp_path: Path
) -> None:
    """Whoever had the stick before may have put a link there, and its files into the record."""
    bring(site, target)
    home = tmp_path / "home"
    home.mkdir()
    (home / "precious.txt").write_text("precious")
    (target / "photos").symlink_to(home)
    record = json.loads((target / RECORD).read_text())
    record["files"]["photos/precious.txt"] = ""
    (target / RECORD).write_text(json.dumps(record))
    bring(site, target)
    assert (home / "precious.txt").read_text() == "precious"
    (target / "staff/en/people").rename(tmp_path / "moved")
    (target / "staff/en/people").symlink_to(home)
    with pytest.raises(PublishError, match=r"staff/en/people: error\[link-at-target\]"):
        bring(site, target)
    assert [path.name for path in home.iterdir()] == ["precious.txt"]


def test_an_older_plan_is_refused_before_anything_is_written(
    site: Path, target: Path, tmp_path: Path
) -> None:
    bring(site, target)
    before = files_below(target)
    older = write_site(tmp_path / "older", "2025.1")
    source = Source.read(older)
    for act in (publish, preview):
        with pytest.raises(PublishError, match=r"older-plan.*\n.*SOURCE_DATE_EPOCH=17000002\d\d "):
            act(source, FolderStore(source, target))
    assert files_below(target) == before


def test_two_publications_at_once_are_found_out(site: Path, target: Path, tmp_path: Path) -> None:
    bring(site, target)
    first = Source.read(write_site(site, "2026.2"))
    second = Source.read(write_site(tmp_path / "other", "2026.3"))
    begun: list[str] = []

    def meanwhile(path: str, content: bytes) -> None:
        if len(begun) == 20:
            publish(second, FolderStore(second, target))
        begun.append(path)
        write_flushed(path, content)

    with pytest.raises(PublishError, match="another-publication"):
        publish(first, FolderStore(first, target, meanwhile))
    assert len(begun) > 20
    assert assert_phones_can_save(target) == "Plan 2026.3"


def test_names_that_differ_in_capitals_alone_are_refused_where_they_are_one(
    site: Path, target: Path
) -> None:
    bring(site, target)
    (site / "staff/en/INDEX.html").write_text("another page")
    bring(site, target)
    # As it looks on a medium that doesn't mind capitals.
    (target / RECORD.upper()).write_bytes((target / RECORD).read_bytes())
    with pytest.raises(PublishError, match=r"staff/en/.*: error\[names-alike\]"):
        bring(site, target)


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENAMETOOLONG])
def test_a_name_that_a_stick_doesn_t_take_is_said(site: Path, target: Path, number: int) -> None:
    def refusing(path: str, content: bytes) -> None:
        raise OSError(number, "Invalid argument")

    source = Source.read(site)
    with pytest.raises(PublishError, match=r"not-written.*\n.*help: Rename it"):
        publish(source, FolderStore(source, target, refusing))


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
