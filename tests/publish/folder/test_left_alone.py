"""Publishing to a folder: what is there already."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.publish.folder.stick import bring
from tests.publish.sealed_site import (
    assert_packs_there,
    packs_of,
    published_files,
    write_site,
)


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
    shutil.copytree(site, target)
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
