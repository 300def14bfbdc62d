"""What a phone moves to save a plan, and to take a change of one number: ``offline [PAGES…]``.

Bytes and requests of a first installation of one edition in one language: worker, its program,
manifests and bundles of the root and of the edition; its albums (QR codes) apart. What isn't a pack
is counted as a host sends it, with gzip. Nothing is asserted here.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from msgspec import Struct

from generator.seal.packs import unpacked
from generator.seal.worker import is_program
from tests.bench.host import weight
from tests.bench.prepare import prepare
from tests.bench.synthetic import AS_OF

PART = "staff/en"
_DIGEST = 32
"""Bytes of a SHA-256."""
NUMBER, ANOTHER = "+33 1 99 00 00 01", "+33 1 99 00 77 77"


class Kept(Struct, frozen=True):
    """A part of a sealed site: its line in the site's manifest, its own manifest, and the weight
    (bytes) of the packs that an update is taken from, by their names."""

    line: dict[str, Any]
    manifest: dict[str, Any]
    packs: dict[str, int]

    @property
    def requests(self) -> int:
        return 1 + len(self.manifest["bundles"])

    def moved(self, before: Kept) -> tuple[int, int]:
        """Bytes and requests of an update, if it is taken list by list and unit by unit."""
        new = self.packs.keys() - before.packs.keys()
        return sum(self.packs[name] for name in new), len(new)


def parts(site: Path) -> Iterator[Kept]:
    """The parts of a sealed site."""
    for line in json.loads((site / "offline" / "site.json").read_bytes())["parts"]:
        manifest = json.loads(_opened(site, line["manifest"]))
        names = [line["manifest"], *(name for name, _ in manifest["lists"])]
        hashes = _opened(site, manifest["hashes"])
        names += (hashes[at : at + _DIGEST].hex() for at in range(0, len(hashes), _DIGEST))
        yield Kept(line, manifest, {name: _pack(site, name).stat().st_size for name in names})


def _opened(site: Path, name: str) -> bytes:
    return unpacked(_pack(site, name).read_bytes())


def _pack(site: Path, name: str) -> Path:
    return site / "offline" / f"{name}.pack"


class Built(Struct, frozen=True):
    """A sealed site: its parts by path; worker, program and site.json by path, with what they say
    and how many bytes a host sends of them."""

    parts: dict[str, Kept]
    fixed: dict[str, tuple[bytes, int]]

    @property
    def start(self) -> int:
        """Bytes that come before all packs."""
        return sum(size for _, size in self.fixed.values())

    def moved(self, before: Built) -> int:
        """The same for a phone that has what was there before."""
        return sum(
            size
            for path, (said, size) in self.fixed.items()
            if before.fixed.get(path) != (said, size)
        )


def main(sizes: list[int]) -> None:
    """Build, change a number, build again, and say what moves."""
    for size in sizes:
        with TemporaryDirectory() as folder:
            pages = prepare(Path(folder), size)
            ours = Path(folder) / "ours"
            before = _built(ours)
            people = ours / "plan" / "people.yml"
            people.write_text(people.read_text("utf-8").replace(NUMBER, ANOTHER), "utf-8")
            after = _built(ours)
        _say(pages, before, after)


def _built(folder: Path) -> Built:
    command = [sys.executable, "-m", "generator", "build", "--as-of", AS_OF]
    root = str(Path(__file__).parents[2])
    subprocess.run(
        command, cwd=folder, env={**os.environ, "PYTHONPATH": root}, check=True, capture_output=True
    )
    site = folder / "site"
    offline = (file.relative_to(site).as_posix() for file in (site / "offline").iterdir())
    fixed = ["sw.js", "offline/site.json", *filter(is_program, offline)]
    return Built(
        {one.line["path"]: one for one in parts(site)},
        {path: ((site / path).read_bytes(), weight(site, [path])) for path in fixed},
    )


def _say(pages: int, before: Built, after: Built) -> None:
    first = [after.parts[""], after.parts[PART]]
    albums = [one for path, one in after.parts.items() if path.startswith(f"{PART}/")]
    requests = sum(one.requests for one in first)
    print(f"\n== {pages} pages ==")
    for path, (_, size) in after.fixed.items():
        _row(f"  {'program' if is_program(path) else path}", size, 1)
    _row("first saving, all of it", after.start + _sum(first), len(after.fixed) + requests)
    _row("  packs of root and edition", _sum(first), requests)
    _row("  unpacked units", sum(after.parts[PART].manifest["sizes"]), 0)
    _row("  files of the edition", after.parts[PART].line["size"], after.parts[PART].line["files"])
    _row("albums (QR codes), afterwards", _sum(albums), sum(one.requests for one in albums))
    moved = [one.moved(before.parts[one.line["path"]]) for one in first]
    total = after.moved(before) + sum(size for size, _ in moved)
    share = total / (after.start + _sum(first))
    _row("one number changed, all of it", total, 2 + sum(count for _, count in moved), share)
    _row("  worker, program, site.json", after.moved(before), 2)
    for one in first:
        _row(
            f"  packs of {one.line['path'] or 'the root'}",
            *one.moved(before.parts[one.line["path"]]),
        )
    album = [one.moved(before.parts[one.line["path"]]) for one in albums]
    _row("  its albums, afterwards", sum(size for size, _ in album), sum(n for _, n in album))


def _sum(some: list[Kept]) -> int:
    return sum(int(one.line["download"]) for one in some)


def _row(name: str, size: int, count: int, share: float | None = None) -> None:
    print(f"  {name:<36}{size:>12,} bytes {count:>6}" + (f" {share:8.1%}" if share else ""))


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [100, 1000])
