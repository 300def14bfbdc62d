"""Reads a sealed site again: its manifests, its tables, its files out of packs.

For the sealer's own folder. Whoever judges what a host serves reads with code of its own
(`verify/sealed.py`), which believes nothing and shares nothing with this, so that a fault of the
sealer doesn't hide itself.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from hashlib import sha256
from typing import Any

from msgspec import Struct

from generator.seal.manifest import DIGEST
from generator.seal.packs import FOLDER, unpacked
from generator.seal.recipes import Recipe

Get = Callable[[str], bytes]
"""Gives a file of the site by its path; OSError or KeyError if it isn't there."""


_NO_STEP = frozenset({"", ".", ".."})


class BadPackError(Exception):
    """A pack that is missing or holds something else than its name says."""

    def __init__(self, path: str, message: str):
        self.path = path
        super().__init__(message)


def opened_pack(name: str, get: Get) -> bytes:
    """What is in the pack of this name. BadPackError if it isn't what the name says."""
    path = f"{FOLDER}/{name}.pack"
    try:
        content = unpacked(get(path))
    except (OSError, KeyError):
        raise BadPackError(path, "This pack is missing.") from None
    except ValueError:
        raise BadPackError(path, "This pack can't be unpacked.") from None
    if sha256(content).hexdigest() != name:
        raise BadPackError(path, "This pack holds something else than its name says.")
    return content


class Listed(Struct, frozen=True):
    """A file as a table lists it; ``recipe`` is None for what isn't packed."""

    path: str
    sha256: str
    size: int
    header: int
    recipe: Recipe | None
    title: str = ""
    facts: str = ""


class SealedPart(Struct, frozen=True, dict=True):
    """A part of a sealed site, read from its manifest on."""

    path: str
    manifest: Mapping[str, Any]
    get: Get

    @classmethod
    def of(cls, entry: Mapping[str, Any], get: Get) -> SealedPart:
        """The part that the site's manifest names. BadPackError if its own can't be read."""
        return cls(str(entry["path"]), json.loads(opened_pack(str(entry["manifest"]), get)), get)

    @property
    def packs(self) -> Iterator[str]:
        """The names of all its packs but its manifest: lists, units, and bundles."""
        yield self.manifest["hashes"]
        for name, _ in self.manifest["lists"]:
            yield name
        yield from self.units
        for name, *_ in self.manifest["bundles"]:
            yield name

    @cached_property
    def units(self) -> Sequence[str]:
        """The names of its units. BadPackError if they can't be read."""
        hashes = opened_pack(str(self.manifest["hashes"]), self.get)
        return [hashes[at : at + DIGEST].hex() for at in range(0, len(hashes), DIGEST)]

    def files(self) -> Iterator[Listed]:
        """All files, with their paths in the site."""
        for name in self.units[: self.manifest["tables"]]:
            for path, digest, size, header, *more in json.loads(opened_pack(name, self.get)):
                yield Listed(self.whole(path), digest, size, header, *more)
        for path, digest, size, header in (*self.manifest["extras"], *self.manifest["beside"]):
            yield Listed(self.whole(path), digest, size, header, None)

    def whole(self, path: str) -> str:
        """The path in the site of a path in this part. ValueError if it leads out of the site."""
        whole = f"{self.path}/{path}" if self.path else str(path)
        if any(step in _NO_STEP for step in whole.split("/")):
            raise ValueError("a path that leads out of the site")
        return whole

    def chunks(self) -> dict[str, bytes]:
        """All chunks by their names, out of the units."""
        found: dict[str, bytes] = {}
        for name in self.units[self.manifest["tables"] :]:
            head, _, body = opened_pack(name, self.get).partition(b"\n")
            at = 0
            for chunk, length in json.loads(head):
                found[chunk] = body[at : at + length]
                at += length
        return found


def parts_of(site_json: bytes, get: Get) -> Iterator[SealedPart]:
    """The parts of a sealed site. ValueError or KeyError if its manifest isn't one."""
    for entry in json.loads(site_json)["parts"]:
        yield SealedPart.of(entry, get)
