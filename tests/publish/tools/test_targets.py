"""What a user means by a target, and how it is said again."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.publish import PublishError, Source, publish, store_of
from generator.publish.rclone import RcloneStore
from generator.publish.rsync import RsyncStore


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


@pytest.mark.parametrize(
    ("target", "shown"),
    [
        ("rclone::s3,secret=hunter2:bucket", "rclone::s3,secret=…:bucket"),
        ('rclone:dav,user=me,pass="hunter2:,x":plan', "rclone:dav,user=…,pass=…:plan"),
        ("rsync:rsync://me:hunter2@host/plan", "rsync://…@host/plan"),
        ("rsync:web@host:/srv/a,b=c", "web@host:/srv/a,b=…"),
    ],
)
def test_passwords_in_targets_are_not_repeated(target: str, shown: str, site: Path) -> None:
    assert store_of(target, Source.read(site)).name == shown


def test_a_password_in_an_unclear_target_is_not_repeated(site: Path) -> None:
    with pytest.raises(PublishError, match=r"^https://…@dav\.example\.org/x: error\[unclear-"):
        store_of("https://me:hunter2@dav.example.org/x", Source.read(site))


@pytest.mark.parametrize("tool", ["rsync", "rclone"])
def test_what_a_tool_says_of_its_target_is_without_passwords(
    tool: str, site: Path, tmp_path: Path
) -> None:
    program = tmp_path / "echo"
    program.write_text('#!/bin/sh\necho "can\'t reach $*" >&2\nexit 9\n')
    program.chmod(0o700)
    source = Source.read(site)
    target = {"rsync": "rsync://me:hunter2@host/plan", "rclone": ":dav,pass=hunter2:plan"}[tool]
    store = store_of(f"{tool}:{target}", source)
    assert isinstance(store, RsyncStore | RcloneStore)
    store.program = str(program)
    with pytest.raises(PublishError, match=r"tool-failed.*can't reach") as caught:
        publish(source, store)
    assert "hunter2" not in str(caught.value)
