"""A sealed site can be put together again, file by file, and is always the same."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from msgspec.structs import replace

from generator.seal import Scripts, SealError, lots_of, seal
from generator.seal.kinds import is_content
from generator.seal.recipes import followed
from generator.seal.unsealing import opened_pack
from generator.seal.worker import imported, is_program
from generator.site.configuration import KILL_SWITCH, PROGRAM, WORKER, own_files
from tests.seal.small_site import ABOUT, HOSTILE, SCRIPTS, opened, sealed, site, whole

FILES = site()
SEALED = sealed(FILES)
WHOLE = whole(FILES, SEALED)
SITE = json.loads(WHOLE["offline/site.json"])


def test_every_file_is_put_together_again_from_packs() -> None:
    seen = set()
    for part in opened(WHOLE).values():
        chunks = part.chunks()
        for file in part.files():
            seen.add(file.path)
            content = WHOLE[file.path]
            assert (sha256(content).hexdigest(), len(content)) == (file.sha256, file.size)
            if file.recipe is not None:
                assert followed(file.recipe, chunks) == content
    assert seen == {path for path in WHOLE if is_content(path)}
    assert {"empty.txt", "ünï çødé/naïve 名.txt", "staff/nl/hostile.html"} <= seen


def test_bundles_hold_whole_units_and_each_of_them_once() -> None:
    for part in opened(WHOLE).values():
        units = [opened_pack(name, part.get) for name in part.units]
        assert [len(unit) for unit in units] == part.manifest["sizes"]
        bundles = [opened_pack(name, part.get) for name, *_ in part.manifest["bundles"]]
        held = [count for *_, count in part.manifest["bundles"]]
        starts = [sum(held[:at]) for at in range(len(held))]
        assert bundles == [
            b"".join(units[start : start + count])
            for start, count in zip(starts, held, strict=True)
        ]
        assert sum(held) == len(units)
        assert len(bundles) <= 10


def test_lists_hold_the_hashes_of_all_units() -> None:
    part = opened(WHOLE)["staff/en"]
    lists = [opened_pack(name, part.get) for name, _ in part.manifest["lists"]]
    assert [len(some) / 32 for some in lists] == [count for _, count in part.manifest["lists"]]
    assert b"".join(lists) == opened_pack(part.manifest["hashes"], part.get)
    assert b"".join(lists) == b"".join(map(bytes.fromhex, part.units))
    assert len(lists) > 2


def test_a_part_is_an_edition_in_one_language_and_the_root_is_another() -> None:
    parts = {entry["path"]: entry for entry in SITE["parts"]}
    assert list(parts) == ["", "staff/en", "staff/nl"]
    assert (parts["staff/nl"]["title"], parts["staff/nl"]["language"]) == ("Start", "nl")
    assert parts["staff/en"]["pages"] == 42
    assert parts["staff/en"]["files"] == 46
    bundles = opened(WHOLE)["staff/en"].manifest["bundles"]
    manifest = len(WHOLE[f"offline/{parts['staff/en']['manifest']}.pack"])
    assert parts["staff/en"]["download"] == manifest + sum(packed for _, packed, _ in bundles)


def test_large_pictures_are_extras_and_maps_are_left_out() -> None:
    extras = opened(WHOLE)["staff/en"].manifest["extras"]
    assert [extra[0] for extra in extras] == ["pictures/tower.jpg"]
    assert "staff/en/page.js.map" not in WHOLE
    assert WHOLE["staff/en/page.js"] == b'window.ran  =  "yes";\n'
    assert b"sourceMappingURL" not in WHOLE["staff/en/style.css"]


def test_text_in_pages_stays_as_it_was_to_the_last_blank() -> None:
    hostile = WHOLE["staff/en/hostile.html"]
    assert f"<pre>  {HOSTILE}\r\n\t two  blanks </pre>".encode() in hostile
    without = hostile.replace(
        hostile[hostile.index(b"<meta http") : hostile.index(b"<title>")], b""
    )
    assert without == FILES["staff/en/hostile.html"]


def test_the_worker_names_the_manifest_and_the_program_that_it_imports() -> None:
    site = sha256(WHOLE["offline/site.json"]).hexdigest()
    said = sha256(SCRIPTS.program).hexdigest()[:16]
    content = SCRIPTS.program.replace(b"@@PROGRAM@@", said.encode())
    program = f"offline/{sha256(content).hexdigest()}.js"
    assert WHOLE["sw.js"] == f'"{site}"; importScripts("{program}"); "{said}";\n'.encode()
    assert WHOLE[program] == content
    assert imported(WHOLE["sw.js"]) == (program, sha256(content).hexdigest())
    assert list(SEALED.added)[-3:] == [program, "offline/site.json", "sw.js"]


def test_another_revision_has_another_worker_and_the_same_program() -> None:
    other = sealed({**FILES, "empty.txt": b"no more"})
    assert other.added["sw.js"] != SEALED.added["sw.js"]
    programs = [path for path in SEALED.added if is_program(path)]
    assert len(programs) == 1
    assert programs == [path for path in other.added if is_program(path)]


def test_another_generator_has_another_program_and_the_same_manifest() -> None:
    scripts = replace(SCRIPTS, program=SCRIPTS.program + b"// more\n")
    other = seal(list(lots_of(FILES)), ABOUT, scripts).added
    assert other["offline/site.json"] == SEALED.added["offline/site.json"]
    assert imported(other["sw.js"]) != imported(SEALED.added["sw.js"])


def test_worker_and_program_go_without_the_comment_that_they_begin_with() -> None:
    comment = b"/* Built\nfrom */\n"
    scripts = replace(
        SCRIPTS, worker=comment + SCRIPTS.worker, program=comment + SCRIPTS.program + b"/* in it */"
    )
    done = seal(list(lots_of(FILES)), ABOUT, scripts).added
    path, _ = imported(done["sw.js"]) or ("", "")
    assert not done["sw.js"].startswith(b"/*")
    assert not done[path].startswith(b"/*")
    assert done[path].endswith(b"/* in it */")


@pytest.mark.parametrize(
    ("script", "mark"),
    [
        ("worker", b"@@SITE_SHA256@@"),
        ("worker", b"@@PROGRAM_SHA256@@"),
        ("worker", b"@@PROGRAM@@"),
        ("program", b"@@PROGRAM@@"),
    ],
)
def test_scripts_that_lack_a_place_or_have_it_twice_are_refused(script: str, mark: bytes) -> None:
    template: bytes = getattr(SCRIPTS, script)
    for wrong in (template.replace(mark, b""), template + mark):
        with pytest.raises(SealError, match="lacks `@@"):
            seal([], ABOUT, replace(SCRIPTS, **{script: wrong}))


def test_the_built_scripts_have_these_places() -> None:
    folder = own_files()
    worker, program, _ = ((folder / path).read_bytes() for path in (WORKER, PROGRAM, KILL_SWITCH))
    done = seal(list(lots_of(FILES)), ABOUT, Scripts(worker, program)).added
    path, _ = imported(done["sw.js"]) or ("", "")
    assert b"@@" not in done["sw.js"] + done[path]
    assert len(done["sw.js"]) < 512


def test_sealing_twice_changes_nothing() -> None:
    again = sealed(
        WHOLE, WHOLE["offline/site.json"], replace(ABOUT, sequence=1_800_000_000, built="")
    )
    assert whole(WHOLE, again) == WHOLE


def test_a_change_moves_the_time_and_the_sequence_never_goes_down() -> None:
    before = WHOLE["offline/site.json"]
    other = {**FILES, "empty.txt": b"no more"}
    earlier = sealed(other, before, replace(ABOUT, sequence=5, built="1970-01-01T00:00:05Z"))
    said = json.loads(earlier.added["offline/site.json"])
    assert said["sequence"] == ABOUT.sequence
    later = sealed(other, before, replace(ABOUT, sequence=1_800_000_000, built=""))
    said = json.loads(later.added["offline/site.json"])
    assert (said["sequence"], said["built"]) == (1_800_000_000, "2027-01-15T08:00:00Z")


def test_size_and_order_of_lots_make_no_difference() -> None:
    lots = list(lots_of(FILES, size=7))[::-1]
    assert seal(lots, ABOUT, SCRIPTS).added == SEALED.added


def test_one_number_moves_little() -> None:
    changed = sealed(site("+33 1 99 00 77 77"))
    before, after = opened(WHOLE), opened({**WHOLE, **changed.added})
    part = after["staff/en"]
    new = set(part.units) - set(before["staff/en"].units)
    # A chunk that ten pages share, and lines of tables: not the ten pages.
    assert 2 <= len(new) <= 6
    known = {name for name, _ in before["staff/en"].manifest["lists"]}
    lists = {name for name, _ in part.manifest["lists"]} - known
    assert 1 <= len(lists) <= len(new) + 1
    assert sum(len(part.get(f"offline/{name}.pack")) for name in new | lists) <= 5_000


_IN_A_PROCESS = """
from hashlib import sha256
from tests.seal.small_site import sealed, site
for path, content in sealed(site()).added.items():
    print(path, sha256(content).hexdigest())
"""


@pytest.mark.parametrize(
    "place", [{"TZ": "Pacific/Auckland", "LC_ALL": "C"}, {"TZ": "America/Lima", "LANG": "tr_TR"}]
)
def test_every_place_and_language_gives_the_same_bytes(place: dict[str, str]) -> None:
    said = subprocess.run(
        [sys.executable, "-c", _IN_A_PROCESS],
        env={**os.environ, **place, "PYTHONHASHSEED": "random", "PYTHONUTF8": "1"},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    here = [f"{path} {sha256(content).hexdigest()}" for path, content in SEALED.added.items()]
    assert said.splitlines() == here


def test_an_edition_as_one_file_is_left_alone_and_no_phone_saves_it() -> None:
    copy = (
        b'<!doctype html><html lang="en"><head><meta name="runbook-copy" content="whole">'
        b"<title>Copy</title></head><body><p>All of it</p></body></html>"
    )
    path = "staff/en/runbook-staff-en.html"
    files = {**FILES, path: copy}
    kept = whole(files, sealed(files))
    assert kept[path] == copy
    part = opened(kept)["staff/en"]
    assert [line[:3] for line in part.manifest["beside"]] == [
        ["runbook-staff-en.html", sha256(copy).hexdigest(), len(copy)]
    ]
    (listed,) = [file for file in part.files() if file.path == path]
    assert listed.recipe is None
    assert all(b"All of it" not in chunk for chunk in part.chunks().values())
    plain = {entry["path"]: entry for entry in SITE["parts"]}["staff/en"]
    now = {e["path"]: e for e in json.loads(kept["offline/site.json"])["parts"]}["staff/en"]
    assert (now["files"], now["size"]) == (plain["files"], plain["size"])
