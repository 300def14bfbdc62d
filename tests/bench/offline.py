"""What a phone moves to save a plan, and to take a change of one number: ``offline [PAGES…]``.

Bytes and requests of a first installation of one edition in one language: worker, manifests and
bundles of the root and of the edition; its albums (QR codes) apart. Nothing is asserted here.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from generator.seal.packs import unpacked
from tests.bench.prepare import prepare
from tests.bench.synthetic import AS_OF

PART = "staff/en"
_DIGEST = 32
"""Bytes of a SHA-256."""
NUMBER, ANOTHER = "+33 1 99 00 00 01", "+33 1 99 00 77 77"


@dataclass(frozen=True)
class Kept:
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


def main(sizes: list[int]) -> None:
    """Build, change a number, build again, and say what moves."""
    for size in sizes:
        with TemporaryDirectory() as folder:
            pages = prepare(Path(folder), size)
            ours = Path(folder) / "ours"
            before, fixed = _built(ours)
            people = ours / "plan" / "people.yml"
            people.write_text(people.read_text("utf-8").replace(NUMBER, ANOTHER), "utf-8")
            after, _ = _built(ours)
        _say(pages, before, after, fixed)


def _built(folder: Path) -> tuple[dict[str, Kept], int]:
    """The parts of a build, and the bytes of worker and manifest."""
    command = [sys.executable, "-m", "generator", "build", "--as-of", AS_OF]
    root = str(Path(__file__).parents[2])
    subprocess.run(
        command, cwd=folder, env={**os.environ, "PYTHONPATH": root}, check=True, capture_output=True
    )
    site = folder / "site"
    fixed = sum((site / path).stat().st_size for path in ("sw.js", "offline/site.json"))
    return {one.line["path"]: one for one in parts(site)}, fixed


def _say(pages: int, before: dict[str, Kept], after: dict[str, Kept], fixed: int) -> None:
    first = [after[""], after[PART]]
    albums = [one for path, one in after.items() if path.startswith(f"{PART}/")]
    print(f"\n== {pages} pages ==")
    _row("worker and site.json, as they are", fixed, 2)
    _row("root and edition", _sum(first), sum(one.requests for one in first))
    _row("  unpacked units", sum(after[PART].manifest["sizes"]), 0)
    _row("  files of the edition", after[PART].line["size"], after[PART].line["files"])
    _row("albums (QR codes), afterwards", _sum(albums), sum(one.requests for one in albums))
    for name, some in (("one number changed: edition", first), ("  its albums", albums)):
        moved = [one.moved(before[one.line["path"]]) for one in some]
        total = sum(size for size, _ in moved)
        _row(name, total, sum(count for _, count in moved), total / max(_sum(some), 1))


def _sum(some: list[Kept]) -> int:
    return sum(int(one.line["download"]) for one in some)


def _row(name: str, size: int, count: int, share: float | None = None) -> None:
    print(f"  {name:<36}{size:>12,} bytes {count:>6}" + (f" {share:8.1%}" if share else ""))


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [100, 1000])
