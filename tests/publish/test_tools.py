"""Publishing by the user's own rsync and rclone, which really run here; a folder is the remote."""

from __future__ import annotations

import shutil
import stat
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


def _installed(program: str) -> pytest.MarkDecorator:
    reason = f"{program} isn't installed; `make test` installs it on Debian"
    return pytest.mark.skipif(shutil.which(program) is None, reason=reason)


TOOLS = [pytest.param(tool, marks=_installed(tool)) for tool in ("rsync", "rclone")]
both = pytest.mark.parametrize("tool", TOOLS)


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RCLONE_CONFIG", "/dev/null")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_site(tmp_path / "site", "2026.1")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "a host's $(touch pwned) ;folder"


def bring(tool: str, site: Path, target: Path) -> tuple[int, int]:
    source = Source.read(site)
    done = publish(source, store_of(f"{tool}:{target}", source))
    return done.sent, done.removed


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
    program = _dying(tool, last, tmp_path)
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


def _dying(tool: str, last: int, folder: Path) -> Path:
    """The tool, of which only the first ``last`` calls that change something succeed."""
    program = folder / f"dying-{tool}"
    count = folder / "count"
    program.write_text(
        f"""#!/bin/sh
case "$*" in *chmod=*|*missing-args*|copy*|rcat*|delete*)
  echo x >> '{count}'
  if [ "$(wc -l < '{count}')" -gt {last if tool == "rclone" else min(last, 4)} ]; then
    echo "the line is no more" >&2; exit 12
  fi;; esac
exec {shutil.which(tool)} "$@"
"""
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return program


@_installed("rclone")
def test_rclone_goes_on_from_its_record(site: Path, target: Path, tmp_path: Path) -> None:
    source = Source.read(site)
    store = RcloneStore(source, str(target), lot=10, program=str(_dying("rclone", 12, tmp_path)))
    with pytest.raises(PublishError):
        publish(source, store)
    sent, _ = bring("rclone", site, target)
    assert 0 < sent < len(source.files) - 10
    assert assert_phones_can_save(target) == "Plan 2026.1"


@_installed("rclone")
def test_rclone_sends_a_changed_file_of_the_same_size_and_a_lost_one(
    site: Path, target: Path
) -> None:
    bring("rclone", site, target)
    first = files_below(site)
    write_site(site, "2026.2")
    alike = [
        path
        for path, content in published_files(site).items()
        if path in first and len(first[path]) == len(content) and first[path] != content
    ]
    assert any(path.endswith(".html") for path in alike)
    (target / "404.html").unlink()
    bring("rclone", site, target)
    assert published_files(site).items() <= published_files(target).items()


def test_rclone_tells_storage_types_and_caching(site: Path, tmp_path: Path) -> None:
    program = tmp_path / "noting"
    program.write_text(
        f'#!/bin/sh\necho "$*" >> {tmp_path}/said\n[ "$1" = lsjson ] && echo "[]"\nexit 0\n'
    )
    program.chmod(0o700)
    source = Source.read(site)
    publish(source, RcloneStore(source, "storage:bucket", program=str(program)))
    said = (tmp_path / "said").read_text().splitlines()
    packs = "Content-Type: application/octet-stream --header-upload=Cache-Control: public, max-age="
    assert sum(packs in line for line in said) == 1
    assert (
        sum(
            "text/vcard; charset=utf-8 --header-upload=Cache-Control: no-cache" in line
            for line in said
        )
        == 1
    )
    assert sum("application/manifest+json" in line for line in said) == 1
    copies = [line for line in said if line.startswith("copy")]
    assert "Content-Type: text/javascript" in copies[-1]
    assert all(" -- " in line for line in said)


@pytest.mark.parametrize("tool", ["rsync", "rclone"])
def test_a_missing_tool_is_said(tool: str, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    with pytest.raises(PublishError, match=rf"tool-missing.*\n.*help: Install {tool}"):
        bring(tool, site, Path("/x/y"))


@pytest.mark.parametrize(
    ("target", "folder"),
    [
        ("web@host:", "web@host:./"),
        ("web@host:site/", "web@host:site/"),
        ("web@host:/srv", "web@host:/srv/"),
        ("/", "/"),
    ],
)
def test_rsync_gets_the_folder_that_was_named(target: str, folder: str, site: Path) -> None:
    assert RsyncStore(Source.read(site), target)._folder == folder


@_installed("rclone")
def test_a_remote_that_isnt_set_up_is_said(site: Path) -> None:
    source = Source.read(site)
    with pytest.raises(PublishError, match=r"rclone:nosuch:bucket: error\[tool-failed\]"):
        publish(source, store_of("rclone:nosuch:bucket", source))


@pytest.mark.parametrize(
    ("target", "kind"),
    [
        ("web@plan.example.org:/srv/runbook", "rsync:web@plan.example.org:/srv/runbook"),
        ("rsync:plan.example.org:/srv", "rsync:plan.example.org:/srv"),
        ("web@[2001:db8::1]:site", "rsync:web@[2001:db8::1]:site"),
        ("rclone:storage:bucket/plan", "rclone:storage:bucket/plan"),
        ("/tmp/plan", "/tmp/plan"),
        ("./odd:name", "odd:name"),
    ],
)
def test_targets_are_what_they_look_like(target: str, kind: str, site: Path) -> None:
    store = store_of(target, Source.read(site))
    if isinstance(store, RsyncStore):
        assert f"rsync:{store.target}" == kind
    else:
        assert store.name == kind


@pytest.mark.parametrize(
    "target",
    [
        "",
        "rsync:",
        "rclone:",
        "rclone:nothing",
        "rsync:-e sh -c x:",
        "rclone:-v",
        "ftp://host/x",
        "s3:b",
        "rsync:a\nb",
        "host:/srv",
    ],
)
def test_unclear_targets_are_refused(target: str, site: Path) -> None:
    with pytest.raises(PublishError, match="unclear-target"):
        store_of(target, Source.read(site))
