"""What is particular to rclone."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.publish import PublishError, Source, publish, store_of
from generator.publish.rclone import RcloneStore
from tests.publish.sealed_site import (
    assert_phones_can_save,
    files_below,
    published_files,
    write_site,
)
from tests.publish.tools.running import bring, dying, installed


@installed("rclone")
def test_rclone_goes_on_from_its_record(site: Path, target: Path, tmp_path: Path) -> None:
    source = Source.read(site)
    store = RcloneStore(source, str(target), lot=10, program=str(dying("rclone", 12, tmp_path)))
    with pytest.raises(PublishError):
        publish(source, store)
    sent, _ = bring("rclone", site, target)
    assert 0 < sent < len(source.files) - 10
    assert assert_phones_can_save(target) == "Plan 2026.1"


@installed("rclone")
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


@installed("rclone")
def test_a_remote_that_isnt_set_up_is_said(site: Path) -> None:
    source = Source.read(site)
    with pytest.raises(PublishError, match=r"rclone:nosuch:bucket: error\[tool-failed\]"):
        publish(source, store_of("rclone:nosuch:bucket", source))
