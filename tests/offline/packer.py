"""A second, small implementation of decision 0010: packs files, for the worker's own tests.

It shares no code with `generator/seal/`, so that the decision's text is tested as well.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tests.frontend_tools import BUILT

PLACE = b'"@@SITE_SHA256@@"'
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'"
HEADERS = (
    {"Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": POLICY},
    {"Content-Type": "text/javascript; charset=utf-8"},
    {"Content-Type": "application/octet-stream"},
)


@dataclass(frozen=True)
class Part:
    """Files of one part, by their path in it; `facts` and `titles` by the same paths."""

    path: str
    files: Mapping[str, bytes]
    language: str = "en"
    titles: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, str] = field(default_factory=dict)
    extras: Mapping[str, bytes] = field(default_factory=dict)
    beside: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class Sizes:
    """How small the pieces are; small ones make many of them from a small site."""

    unit: int = 2048
    table: int = 8
    bundles: int = 4


def pack(
    parts: Sequence[Part], revision: str, sequence: int, sizes: Sizes | None = None
) -> dict[str, bytes]:
    """All files of the sealed site, by their path."""
    site = {_inside(part, path): content for part in parts for path, content in _plain(part)}
    lines = [_pack_part(part, site, sizes or Sizes()) for part in parts]
    manifest = {
        "format": 1,
        "policy": {"signatures": [], "encryption": None},
        "title": "Plan",
        "revision": revision,
        "sequence": sequence,
        "built": "2026-11-21T00:00:00Z",
        "expires": None,
        "parts": lines,
    }
    site["offline/site.json"] = json.dumps(manifest).encode()
    site["offline/kill-switch.js"] = (BUILT / "kill-switch.js").read_bytes()
    site["sw.js"] = worker_for(site["offline/site.json"])
    return site


def worker_for(manifest: bytes) -> bytes:
    """The worker's script for a `site.json`."""
    script = (BUILT / "sw.js").read_bytes()
    assert script.count(PLACE) == 1
    return script.replace(PLACE, f'"{_hash(manifest)}"'.encode())


def _plain(part: Part) -> Iterator[tuple[str, bytes]]:
    yield from part.files.items()
    yield from part.extras.items()
    yield from part.beside.items()


def _inside(part: Part, path: str) -> str:
    return f"{part.path}/{path}" if part.path else path


def _pack_part(part: Part, site: dict[str, bytes], sizes: Sizes) -> dict[str, object]:
    """Put the part's packs into `site`; its line for site.json."""
    chunks = _chunks(part.files)
    rows = [
        [
            *(path, _hash(content), len(content), _header(path)),
            [_name(one) for one in chunks[path]],
            *(part.titles.get(path), part.facts.get(path)),
        ]
        for path, content in sorted(part.files.items())
    ]
    tables = [
        json.dumps(rows[start : start + sizes.table]).encode()
        for start in range(0, len(rows), sizes.table)
    ]
    units = [*tables, *_units(chunks, sizes.unit)]
    packs: list[bytes] = []
    entries = [_add(site, unit, packs) for unit in units]
    each = -(-len(units) // sizes.bundles)
    groups = [range(at, min(at + each, len(units))) for at in range(0, len(units), each)]
    bundles = [
        [*_add(site, b"".join(units[number] for number in group), packs), list(group)]
        for group in groups
    ]
    manifest = {
        "format": 1,
        "path": part.path,
        "headers": HEADERS,
        "tables": len(tables),
        "units": entries,
        "bundles": bundles,
        "extras": _large(part.extras),
        "beside": _large(part.beside),
    }
    line = _add(site, json.dumps(manifest).encode(), packs)
    return {
        "path": part.path,
        "title": part.path or "Root",
        "language": part.language,
        "pages": sum(path.endswith(".html") for path in part.files),
        "files": len(part.files),
        "size": sum(map(len, part.files.values())),
        "download": sum(map(len, packs)),
        "manifest": line[0],
    }


def _large(files: Mapping[str, bytes]) -> list[list[object]]:
    return [[path, _hash(content), len(content), _header(path)] for path, content in files.items()]


def _add(site: dict[str, bytes], content: bytes, packs: list[bytes]) -> list[object]:
    """Put a pack into `site`; its hash, its unpacked and its packed size."""
    packed = gzip.compress(content, 9, mtime=0)
    packs.append(packed)
    site[f"offline/{_hash(content)}.pack"] = packed
    return [_hash(content), len(content), len(packed)]


def _chunks(files: Mapping[str, bytes]) -> dict[str, list[bytes]]:
    """Each file as the runs of its lines that always stand in the same files."""
    owners: dict[bytes, set[str]] = defaultdict(set)
    for path, content in files.items():
        for line in content.splitlines(keepends=True):
            owners[line].add(path)
    chunks: dict[str, list[bytes]] = {}
    for path, content in files.items():
        runs: list[bytes] = []
        before: set[str] | None = None
        for line in content.splitlines(keepends=True):
            if owners[line] == before:
                runs[-1] += line
            else:
                runs.append(line)
            before = owners[line]
        chunks[path] = runs
    return chunks


def _units(chunks: Mapping[str, list[bytes]], size: int) -> Iterator[bytes]:
    """The chunks, each once, in units; an unlucky name or the size ends one."""
    unit: list[bytes] = []
    for chunk in dict.fromkeys(one for path in sorted(chunks) for one in chunks[path]):
        unit.append(chunk)
        if sum(map(len, unit)) >= size or _name(chunk)[0] in "AQgw":
            yield _unit(unit)
            unit = []
    if unit:
        yield _unit(unit)


def _unit(chunks: Sequence[bytes]) -> bytes:
    head = json.dumps([[_name(chunk), len(chunk)] for chunk in chunks])
    return head.encode() + b"\n" + b"".join(chunks)


def _name(chunk: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(chunk).digest())[:11].decode()


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _header(path: str) -> int:
    return {"html": 0, "js": 1}.get(path.rpartition(".")[2], 2)
