"""What is particular to rsync."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.publish import PublishError, Source, publish
from generator.publish.rsync import RsyncStore


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


def test_a_folder_of_which_a_part_cant_be_read_is_not_taken_for_empty(
    site: Path, tmp_path: Path
) -> None:
    """rsync then ends as if nothing were there, after it has said what it could see."""
    program = tmp_path / "partly"
    program.write_text(
        f"""#!/bin/sh
echo "$*" >> {tmp_path}/said
case "$*" in *--list-only*)
  echo "drwxr-xr-x          4,096 2026/11/22 10:00:00 ."
  echo "-rw-r--r--             12 2026/11/22 10:00:00 thesis.doc"
  echo 'rsync: opendir "/home/me/private" failed: Permission denied (13)' >&2;; esac
exit 23
"""
    )
    program.chmod(0o700)
    source = Source.read(site)
    store = RsyncStore(source, "me@host:/home/me", program=str(program))
    with pytest.raises(PublishError, match=r"foreign-files.*thesis\.doc"):
        publish(source, store)
    calls = (tmp_path / "said").read_text().splitlines()
    assert len(calls) == 2
    assert not any("--checksum" in call for call in calls)
