"""What a sealed site says of itself: its parts, and the hash of every file and pack.

The format is that of decision 10. Nothing is believed but hashes that lead back to `site.json`; its
own hash stands in the worker, and that of the worker's program.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from msgspec import Struct

from generator.verify.unpacking import LARGEST, unpacked

WORKER = "sw.js"
MANIFEST = "offline/site.json"

_FORMAT = 1
_DIGEST = 32
"""Bytes of a SHA-256."""
_PROGRAM = re.compile(rb'"offline/([0-9a-f]{64})\.js"')
_ODD = (KeyError, TypeError, ValueError, IndexError, AttributeError, RecursionError)
"""What reading raises where a format isn't what it should be; the last where it is very deep."""

Get = Callable[[str], bytes]
"""Gives a file's bytes as they are stored or served; raises what its caller understands."""


class NotSealedError(Exception):
    """What is there can't be a whole sealed site: where, a permanent code, and why."""

    def __init__(self, path: str, code: str, message: str):
        self.path = path
        self.code = code
        self.message = message
        super().__init__(f"{path}: {message}")


class File(Struct, frozen=True):
    """What a file has to be: the SHA-256 (hex) and size (bytes) of it; the recipe that it is put
    together by, empty for one that is fetched by itself."""

    sha256: str
    size: int
    part: str
    recipe: tuple[Any, ...] = ()


@dataclass
class SealedSite:
    """A sealed site as its manifests tell it: files by path, packs by the SHA-256 of what is in
    them (→ their unpacked size), each part's units, and what is in packs that were read already.
    ``program`` is the path of the script that the worker imports; a later revision has a higher
    ``sequence``."""

    name: str = ""
    program: str = ""
    sequence: int = 0
    files: dict[str, File] = field(default_factory=dict)
    packs: dict[str, int] = field(default_factory=dict)
    manifests: set[str] = field(default_factory=set)
    units: dict[str, list[str]] = field(default_factory=dict)
    opened: dict[str, bytes] = field(default_factory=dict, repr=False)
    _chunks: dict[str, dict[str, bytes]] = field(default_factory=dict, repr=False)

    def content(self, path: str) -> bytes | None:
        """What a file has to be, as far as the packs that were read tell."""
        file = self.files.get(path)
        if file is None or not file.recipe:
            return None
        try:
            content = b"".join(_pieces(file.recipe, self._chunks[file.part]))
        except (KeyError, IndexError):
            return None
        return content if sha256(content).hexdigest() == file.sha256 else None

    def keep_chunks(self) -> None:
        """Find the chunks in the packs that were read, for `content`."""
        for part, units in self.units.items():
            there = (self.opened[name] for name in units if name in self.opened)
            self._chunks[part] = dict(chunk for unit in there for chunk in _chunks_in(unit))


def pack_path(name: str) -> str:
    """Where a pack lies."""
    return f"offline/{name}.pack"


def read_sealed(get: Get) -> SealedSite:
    """Read manifests and tables, each checked by its hash. NotSealedError if they don't agree."""
    raw = get(MANIFEST)
    manifest = _object(MANIFEST, raw)
    if manifest.get("format") != _FORMAT:
        raise NotSealedError(MANIFEST, "format", "It has a format that this version can't read.")
    worker = get(WORKER)
    if sha256(raw).hexdigest().encode() not in worker:
        message = "It doesn't belong to `offline/site.json`: two revisions are mixed."
        raise NotSealedError(WORKER, "mixed", message)
    site = SealedSite(_name(manifest), _program(worker, get))
    try:
        site.sequence = int(manifest["sequence"])
        for entry in _parts(manifest):
            _part(site, str(entry["path"]), str(entry["manifest"]), get)
    except _ODD as error:
        message = f"It isn't as the format says ({type(error).__name__})."
        raise NotSealedError(MANIFEST, "format", message) from None
    return site


def _parts(manifest: Mapping[str, Any]) -> list[Any]:
    parts = manifest["parts"]
    if not isinstance(parts, list) or not parts:
        raise TypeError("a site has at least one part, in a list")
    return parts


def _program(worker: bytes, get: Get) -> str:
    """The path of the program that a worker imports. NotSealedError if it isn't what it should."""
    named = _PROGRAM.search(worker)
    if named is None:
        message = "It imports no program. Build the site again with this version."
        raise NotSealedError(WORKER, "format", message)
    name = named[1].decode()
    path = f"offline/{name}.js"
    if sha256(get(path)).hexdigest() != name:
        raise NotSealedError(path, "changed", "Its content isn't what its name says.")
    return path


def _name(manifest: Mapping[str, Any]) -> str:
    """Title and revision, as they may be shown on a terminal."""
    words = " ".join(str(manifest.get(key, "")) for key in ("title", "revision"))
    return "".join(sign if sign.isprintable() else " " for sign in words).strip()


def _part(site: SealedSite, path: str, name: str, get: Get) -> None:
    part = _object(pack_path(name), _pack(name, get))
    site.packs[name] = LARGEST
    site.manifests.add(name)
    units = _hashes(part, get)
    sizes = [int(size) for size in part["sizes"]]
    site.packs |= dict(zip(units, sizes, strict=True))
    site.packs[str(part["hashes"])] = _DIGEST * len(units)
    site.packs |= {str(sha): _DIGEST * int(count) for sha, count in part["lists"]}
    start = 0
    for sha, _, count in part["bundles"]:
        site.packs[str(sha)] = sum(sizes[start : start + count])
        start += count
    for sha in site.packs:
        _refuse_odd_name(sha)
    tables = int(part["tables"])
    site.units[path] = units[tables:]
    for sha in units[:tables]:
        site.opened[sha] = _pack(sha, get)
        for row in json.loads(site.opened[sha]):
            site.files[_below(path, row[0])] = File(row[1], row[2], path, tuple(row[4]))
    for row in (*part["extras"], *part["beside"]):
        site.files[_below(path, row[0])] = File(row[1], row[2], path)


def _hashes(part: Mapping[str, Any], get: Get) -> list[str]:
    """The hashes of a part's units. ValueError if its lists have others."""
    every = _pack(str(part["hashes"]), get)
    start = 0
    for sha, count in part["lists"]:
        end = start + _DIGEST * count
        if sha256(every[start:end]).hexdigest() != sha:
            raise ValueError
        start = end
    if start != len(every):
        raise ValueError
    return [every[at : at + _DIGEST].hex() for at in range(0, start, _DIGEST)]


def _below(part: str, path: str) -> str:
    whole = f"{part}/{path}" if part else str(path)
    if any(step in ("", ".", "..") for step in whole.split("/")) or not whole.isprintable():
        raise ValueError
    return whole


def _refuse_odd_name(name: str) -> None:
    if len(name) != 64 or not set(name) <= set("0123456789abcdef"):
        raise ValueError


def _pack(name: str, get: Get) -> bytes:
    _refuse_odd_name(name)
    path = pack_path(name)
    try:
        content = unpacked(get(path))
    except ValueError as error:
        raise NotSealedError(path, "changed", f"It can't be unpacked ({error}).") from None
    if sha256(content).hexdigest() != name:
        raise NotSealedError(path, "changed", "Its content isn't what its name says.")
    return content


def _pieces(recipe: Iterable[Any], chunks: Mapping[str, bytes]) -> Iterator[bytes]:
    """A file's pieces. KeyError or IndexError if one of them isn't there."""
    own: list[bytes] = []
    for step in recipe:
        if isinstance(step, str):
            yield chunks[step]
            continue
        if step:
            own = chunks[step[0]].split(b"\0")
        yield own.pop(0)


def _object(path: str, content: bytes) -> dict[str, Any]:
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        message = "It isn't the manifest of a sealed site; a login page, or another site?"
        raise NotSealedError(path, "not-the-plan", message)
    return found


def _chunks_in(unit: bytes) -> Iterator[tuple[str, bytes]]:
    """The chunks of a unit: name (only good in its part) and bytes; none if it isn't one."""
    head, _, body = unit.partition(b"\n")
    try:
        names = [(str(name), int(length)) for name, length in json.loads(head)]
    except (ValueError, TypeError, RecursionError):
        return
    start = 0
    for name, length in names:
        yield name, body[start : start + length]
        start += length
