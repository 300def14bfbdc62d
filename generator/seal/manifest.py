"""The manifests of a sealed site: of each part, and of the whole.

The decision on the format of offline copies describes them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import chain
from typing import Any

from msgspec import Struct, field
from msgspec.structs import force_setattr, replace

from generator.seal.kinds import content_type
from generator.seal.packs import QUICK, Pack, Packer, Parts, as_json, size_of
from generator.seal.policy import PAGES
from generator.seal.reading import Fact, File
from generator.seal.recipes import Recipe
from generator.seal.units import bundles_of, lists_of, tables_of, units_of

FORMAT = 1
BUNDLES = 10
"""A part has at most so many bundles."""
DIGEST = 32
"""Bytes of a SHA-256."""
_LOT = 32
_SMALLEST, _SMALLEST_OF_ALL = 11, 12
"""The levels at which bundles are packed: 1 to 2 % smaller than `SMALL`, in twice its time; and
0.6 % smaller still, in four times its time, where there isn't much to pack."""
_NOT_MUCH = 4 * 2**20
"""Bytes, unpacked: about 300 pages."""

_ALWAYS = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}


class About(Struct, frozen=True):
    """What a site is: ``sequence`` in seconds since 1970, ``built`` and ``expires`` in ISO 8601.
    ``titles`` of parts by path; a part that has none here is called as its first page is."""

    title: str
    revision: str
    sequence: int
    built: str = ""
    expires: str | None = None
    titles: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.built:
            moment = datetime.fromtimestamp(self.sequence, UTC)
            force_setattr(self, "built", moment.strftime("%Y-%m-%dT%H:%M:%SZ"))


class Part(Struct, frozen=True):
    """A part that is packed: its entry in the site's manifest, and its packs by path."""

    entry: dict[str, Any]
    packs: dict[str, bytes]


class Naming(Struct, frozen=True):
    """A part's path, title and language."""

    path: str
    title: str
    language: str


class Row(Struct, frozen=True):
    """A file with its path inside the part, and its recipe; None for what isn't packed."""

    path: str
    file: File
    recipe: Recipe | None
    fact: Fact | None = None


def packed_part(
    naming: Naming, rows: Sequence[Row], chunks: Mapping[str, bytes], packer: Packer
) -> Part:
    """Pack a part; ``chunks`` in the order in which the recipes name them."""
    headers = _Headers()
    lines = [_line(row, headers) for row in rows if row.recipe is not None]
    loose = [(row.file.beside, _loose(row, headers)) for row in rows if row.recipe is None]
    tables = tables_of(lines)
    contents = [*tables, *units_of(chunks)]
    sizes = [size_of(content) for content in contents]
    held = bundles_of(sizes, BUNDLES)
    units = packer.all(contents, QUICK, _LOT)
    level = _SMALLEST_OF_ALL if sum(sizes) < _NOT_MUCH else _SMALLEST
    bundled = [[*chain.from_iterable(some)] for some in _split(contents, held)]
    bundles = packer.all(bundled, level, 1)
    hashes = [bytes.fromhex(one.sha256) for one in units]
    lists = packer.all(lists_of(hashes), QUICK, _LOT)
    every = packer.one(b"".join(hashes), QUICK)
    manifest = packer.one(
        as_json(
            {
                "format": FORMAT,
                "path": naming.path,
                "headers": headers.all,
                "tables": len(tables),
                "sizes": [one.unpacked for one in units],
                "hashes": every.sha256,
                "lists": [[one.sha256, one.unpacked // DIGEST] for one in lists],
                "bundles": [
                    [one.sha256, len(one.packed), count]
                    for one, count in zip(bundles, held, strict=True)
                ],
                "extras": [line for beside, line in loose if not beside],
                "beside": [line for beside, line in loose if beside],
            }
        )
    )
    packs = {one.path: one.packed for one in (manifest, every, *lists, *units, *bundles)}
    return Part(_entry(naming, rows, manifest, bundles), packs)


def _split(contents: Sequence[Parts], counts: Iterable[int]) -> Iterator[Sequence[Parts]]:
    """So many contents each, one after the other."""
    start = 0
    for count in counts:
        yield contents[start : start + count]
        start += count


def _entry(
    naming: Naming, rows: Sequence[Row], manifest: Pack, bundles: Iterable[Pack]
) -> dict[str, Any]:
    inside = [row for row in rows if row.recipe is not None]
    return {
        "path": naming.path,
        "title": naming.title,
        "language": naming.language,
        "pages": sum(row.path.lower().endswith(PAGES) for row in inside),
        "files": len(inside),
        "size": sum(row.file.size for row in inside),
        "download": sum(len(one.packed) for one in (manifest, *bundles)),
        "manifest": manifest.sha256,
    }


def _line(row: Row, headers: _Headers) -> list[Any]:
    """What a table says of a file."""
    return [*_loose(row, headers), row.recipe, *(row.fact or ())]


def _loose(row: Row, headers: _Headers) -> list[Any]:
    """The same of one that isn't packed."""
    return [row.path, row.file.sha256, row.file.size, headers.number(row.file)]


class _Headers:
    """The sets of headers of a part's answers; files name them by their place."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], int] = {}

    def number(self, file: File) -> int:
        """The place of a file's headers."""
        return self._known.setdefault(
            (content_type(file.path), file.policy.header), len(self._known)
        )

    @property
    def all(self) -> list[dict[str, str]]:
        """All sets, in the order of their places."""
        return [
            {"Content-Type": kind, **_ALWAYS}
            | ({"Content-Security-Policy": policy} if policy else {})
            for kind, policy in self._known
        ]


def site_json(about: About, parts: Iterable[Part], before: bytes | None) -> bytes:
    """The site's manifest. If nothing changed since ``before`` but the time, it is that again;
    its sequence never goes down."""
    entries = [_titled(part.entry, about.titles) for part in parts]
    written = as_json(_site(about, entries))
    earlier = _read(before)
    if earlier is None:
        return written
    sequence, built = earlier
    if as_json(_site(replace(about, sequence=sequence, built=built), entries)) == before:
        return before
    if sequence > about.sequence:
        written = as_json(_site(replace(about, sequence=sequence), entries))
    return written


def _titled(entry: dict[str, Any], titles: Mapping[str, str]) -> dict[str, Any]:
    """A part's entry with its own title, or that of the part that it lies in."""
    path = entry["path"]
    title = titles.get(path) or titles.get(path.rpartition("/")[0])
    return entry | ({"title": title} if title else {})


def _site(about: About, entries: Sequence[dict[str, Any]]) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "policy": {"signatures": [], "encryption": None},
        "title": about.title,
        "revision": about.revision,
        "sequence": about.sequence,
        "built": about.built,
        "expires": about.expires,
        "parts": list(entries),
    }


def _read(before: bytes | None) -> tuple[int, str] | None:
    try:
        earlier = json.loads(before or b"")
        return int(earlier["sequence"]), str(earlier["built"])
    except (ValueError, KeyError, TypeError):
        return None
