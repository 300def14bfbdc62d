"""Units: what an update fetches one by one. Chunks with their names, or lines of tables.

Where a unit ends depends on what is in it alone, so that something new in the middle leaves the
other units as they were.
"""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any
from zlib import crc32

from generator.seal.packs import Parts, as_json

_NAME = 6
"""Characters of a chunk's name: 36 bits, where no other chunk of the part begins alike."""

_CHUNKS = 8_192
_TABLE = 1_024
"""Bytes of a unit that are aimed at: in tables, where digests hardly get smaller, they cost more.
It has a fourth of that at least, and at most four times as much, unless one chunk is larger."""

_LIST, _LONGEST = 12, 48
"""Units that a list of hashes is to name, and the most that it names."""


def name_of(chunk: bytes, taken: Container[str]) -> str:
    """A chunk's name: as much of its SHA-256 in URL-safe base64 as isn't ``taken``."""
    whole = urlsafe_b64encode(sha256(chunk).digest()).decode().rstrip("=")
    return next(whole[:end] for end in range(_NAME, len(whole) + 1) if whole[:end] not in taken)


def units_of(chunks: Mapping[str, bytes]) -> list[Parts]:
    """Chunks by their names, in units, in the order in which they come."""
    sizes = ((name, len(chunk)) for name, chunk in chunks.items())
    return [_unit(names, chunks) for names in _groups(sizes, _CHUNKS)]


def _unit(names: Sequence[str], chunks: Mapping[str, bytes]) -> Parts:
    head = as_json([[name, len(chunks[name])] for name in names])
    return (head, b"\n", *(chunks[name] for name in names))


def tables_of(rows: Iterable[Sequence[Any]]) -> list[Parts]:
    """Lines of a table, which begin with their paths, in units."""
    written = {str(row[0]): as_json(row) for row in rows}
    groups = _groups(((path, len(row)) for path, row in written.items()), _TABLE)
    return [(b"[" + b",\n".join(written[path] for path in paths) + b"]",) for paths in groups]


def _groups(items: Iterable[tuple[str, int]], wanted: int) -> Iterator[list[str]]:
    """Names in groups, cut where a name says so. The larger a thing, the likelier it ends one, so
    that groups have about the size that is wanted whatever is in them."""
    group: list[str] = []
    size = 0
    for name, weight in items:
        if group and weight >= wanted:
            # A script does not move because something small beside it has changed.
            yield group
            group, size = [], 0
        group.append(name)
        size += weight
        ends = crc32(name.encode()) * wanted < weight * 2**32 or weight >= wanted
        if size >= 4 * wanted or (ends and size >= wanted // 4):
            yield group
            group, size = [], 0
    if group:
        yield group


def bundles_of(sizes: Sequence[int], most: int) -> list[int]:
    """Units (given: their bytes) in bundles of about equal size, at most so many: how many each
    has."""
    wanted = max(_BUNDLE, -(-sum(sizes) // most))
    bundles: list[int] = []
    size = wanted
    for one in sizes:
        if size + one // 2 >= wanted and len(bundles) < most:
            bundles.append(0)
            size = 0
        bundles[-1] += 1
        size += one
    return bundles


def lists_of(hashes: Iterable[bytes]) -> list[list[bytes]]:
    """The units' hashes in lists, cut where a hash says so."""
    lists: list[list[bytes]] = [[]]
    for one in hashes:
        lists[-1].append(one)
        if crc32(one) % _LIST == 0 or len(lists[-1]) >= _LONGEST:
            lists.append([])
    return [some for some in lists if some]


_BUNDLE = 720_896
"""Bytes of a bundle, unpacked, at least: about twenty seconds of a crowded network."""
