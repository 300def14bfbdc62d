"""Folders of any renderer are sealed in place, and checked afterwards."""

from __future__ import annotations

import gzip
import json
import os
from hashlib import sha256
from pathlib import Path

import pytest
from msgspec.structs import replace

from generator.seal.checking import check
from generator.seal.fault import SealError
from generator.seal.folder import about_of, seal_folder
from generator.seal.moment import moment
from generator.seal.packs import unpacked
from generator.seal.worker import imported
from tests.seal.small_site import ABOUT, SCRIPTS, sealed, site, whole, written


def every(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    seal_folder(written(site(), tmp_path / "site"), ABOUT, SCRIPTS)
    return tmp_path / "site"


def test_a_folder_becomes_what_its_files_become(folder: Path) -> None:
    assert every(folder) == whole(site(), sealed(site()))
    assert check(folder) == []


def test_sealing_again_writes_nothing(folder: Path) -> None:
    again = seal_folder(folder, about_of(folder, 1_800_000_000), SCRIPTS)
    assert (again.written, again.removed) == (0, 0)


def test_former_packs_go(folder: Path) -> None:
    (folder / "staff/en/page-1.html").write_bytes(site()["staff/en/page-2.html"])
    change = seal_folder(folder, about_of(folder, 1_800_000_000), SCRIPTS)
    assert change.removed > 0
    assert check(folder) == []


def test_a_folder_that_cannot_be_sealed_stays_as_it_is(tmp_path: Path) -> None:
    files = {**site(), "bad.html": b"<p onclick='a()'>"}
    written(files, tmp_path)
    with pytest.raises(SealError, match=r"bad\.html"):
        seal_folder(tmp_path, ABOUT, SCRIPTS)
    assert every(tmp_path) == files


@pytest.mark.parametrize(
    ("path", "content", "code"),
    [
        ("staff/en/page-1.html", b"other", "changed-file"),
        ("staff/en/page-1.html", None, "missing-file"),
        ("pictures/new.svg", b"<svg/>", "unsealed-file"),
        ("sw.js", b"// another", "wrong-worker"),
        ("offline/site.json", b"<html>", "bad-manifest"),
    ],
)
def test_what_is_not_as_it_was_sealed_is_found(
    folder: Path, path: str, content: bytes | None, code: str
) -> None:
    if content is None:
        (folder / path).unlink()
    else:
        written({path: content}, folder)
    assert [(fault.path, fault.code) for fault in check(folder)] == [(path, code)]


def test_a_new_program_takes_the_place_of_the_former(folder: Path) -> None:
    former = imported((folder / "sw.js").read_bytes()) or ("", "")
    newer = replace(SCRIPTS, program=SCRIPTS.program + b"// more\n")
    change = seal_folder(folder, about_of(folder, 1_800_000_000), newer)
    # The program and the script that imports it; the plan is the same.
    assert (change.written, change.removed) == (2, 1)
    assert not (folder / former[0]).exists()
    assert (folder / "offline/kill-switch.js").exists()
    assert check(folder) == []


@pytest.mark.parametrize("content", [None, b"", b"// another"])
def test_a_program_that_is_not_what_the_worker_imports_is_found(
    folder: Path, content: bytes | None
) -> None:
    path, _ = imported((folder / "sw.js").read_bytes()) or ("", "")
    (folder / path).unlink() if content is None else (folder / path).write_bytes(content)
    assert [(fault.path, fault.code) for fault in check(folder)] == [(path, "wrong-worker")]


def test_a_worker_that_imports_nothing_is_found(folder: Path) -> None:
    site = sha256((folder / "offline/site.json").read_bytes()).hexdigest()
    (folder / "sw.js").write_text(f'const site = "{site}";')
    assert [(fault.path, fault.code) for fault in check(folder)] == [("sw.js", "wrong-worker")]


@pytest.mark.parametrize("content", [None, b"\x1f\x8bnot gzip", b"plain", b""])
def test_a_pack_that_is_not_what_its_name_says_is_found(
    folder: Path, content: bytes | None
) -> None:
    for pack in sorted((folder / "offline").glob("*.pack"))[:8]:
        kept = pack.read_bytes()
        pack.unlink() if content is None else pack.write_bytes(content)
        found = check(folder)
        assert f"offline/{pack.name}" in {fault.path for fault in found}
        assert {fault.code for fault in found} <= {"bad-pack", "unsealed-file"}
        pack.write_bytes(kept)


@pytest.mark.parametrize("manifest", [b'{"parts":5}', b'{"parts":{"a":1}}', b"[" * 200_000])
def test_odd_manifests_are_said(folder: Path, manifest: bytes) -> None:
    worker = (folder / "sw.js").read_bytes()
    old = sha256((folder / "offline/site.json").read_bytes()).hexdigest().encode()
    (folder / "sw.js").write_bytes(worker.replace(old, sha256(manifest).hexdigest().encode()))
    (folder / "offline/site.json").write_bytes(manifest)
    assert ("offline/site.json", "bad-manifest") in {(one.path, one.code) for one in check(folder)}


@pytest.mark.parametrize("path", ["../out.txt", "a/../../out.txt", "/out.txt", "a//b", "./a"])
def test_a_table_that_leads_out_of_the_folder_is_not_followed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    site_json = json.loads((folder / "offline/site.json").read_bytes())
    (entry,) = (part for part in site_json["parts"] if part["path"] == "")
    pack = folder / f"offline/{entry['manifest']}.pack"
    part = json.loads(gzip.decompress(pack.read_bytes()))
    part["beside"] = [[path, "0" * 64, 1, 0]]
    content = json.dumps(part).encode()
    entry["manifest"] = sha256(content).hexdigest()
    changed = {
        f"offline/{entry['manifest']}.pack": gzip.compress(content),
        "offline/site.json": json.dumps(site_json).encode(),
    }
    written(changed, folder)
    read: list[str] = []
    real = Path.read_bytes

    def noting(file: Path) -> bytes:
        read.append(str(file))
        return real(file)

    monkeypatch.setattr(Path, "read_bytes", noting)
    found = check(folder)
    assert ("offline/site.json", "bad-manifest") in {(one.path, one.code) for one in found}
    assert len(read) > 10
    assert not any("out.txt" in name for name in read)


def test_a_pipe_in_the_place_of_a_file_is_not_read(folder: Path) -> None:
    (folder / "staff/en/page-1.html").unlink()
    os.mkfifo(folder / "staff/en/page-1.html")
    found = [(fault.path, fault.code) for fault in check(folder)]
    assert found == [("staff/en/page-1.html", "missing-file")]


def test_a_pack_that_bursts_is_refused() -> None:
    with pytest.raises(ValueError, match="too large"):
        unpacked(gzip.compress(bytes(300 * 2**20), 1))


def test_a_folder_that_was_never_sealed_has_no_faults(tmp_path: Path) -> None:
    assert check(written(site(), tmp_path)) == []


def test_the_moment_is_the_one_that_is_set(tmp_path: Path) -> None:
    assert moment({"SOURCE_DATE_EPOCH": "77"}, tmp_path) == 77
    assert moment({}, tmp_path) > 1_700_000_000
