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
from itertools import groupby

from msgspec import Struct, field

from tests.frontend_tools import BUILT

SAID = b"a program"
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'"
HEADERS = (
    {"Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": POLICY},
    {"Content-Type": "text/javascript; charset=utf-8"},
    {"Content-Type": "application/octet-stream"},
)


class Part(Struct, frozen=True):
    """Files of one part, by their path in it; `facts` and `titles` by the same paths."""

    path: str
    files: Mapping[str, bytes]
    language: str = "en"
    titles: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, str] = field(default_factory=dict)
    extras: Mapping[str, bytes] = field(default_factory=dict)
    beside: Mapping[str, bytes] = field(default_factory=dict)


class Sizes(Struct, frozen=True):
    """How small the pieces are; small ones make many of them from a small site."""

    unit: int = 2048
    table: int = 8
    bundles: int = 4
    hashes: int = 3


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
    program = program_of()
    site[f"offline/{_hash(program)}.js"] = program
    site["sw.js"] = worker_for(site["offline/site.json"], program)
    return site


def is_program(path: str) -> bool:
    """Whether a path is that of a worker's program."""
    return path.startswith("offline/") and len(path) == len("offline/.js") + 64


def bundles_of(site: Mapping[str, bytes], part: str) -> list[str]:
    """The paths of a part's bundles, in the order in which a first saving asks for them."""
    lines = json.loads(site["offline/site.json"])["parts"]
    (name,) = (line["manifest"] for line in lines if line["path"] == part)
    manifest = json.loads(gzip.decompress(site[_path(name)]))
    return [_path(bundle) for bundle, _, _ in manifest["bundles"]]


def with_program(site: Mapping[str, bytes], program: bytes) -> dict[str, bytes]:
    """A sealed site as another generator, which has another program, would have made it."""
    files = {path: content for path, content in site.items() if not is_program(path)}
    worker = worker_for(site["offline/site.json"], program)
    return {**files, f"offline/{_hash(program)}.js": program, "sw.js": worker}


def program_of(more: bytes = b"", said: bytes = SAID) -> bytes:
    """The worker's program; with `more` at its end it is another one."""
    return _filled("program.js", {b"@@PROGRAM@@": said}) + more


def worker_for(manifest: bytes, program: bytes, said: bytes = SAID) -> bytes:
    """The worker's script for a `site.json`, which imports a program."""
    marks = {
        b"@@SITE_SHA256@@": _hash(manifest).encode(),
        b"@@PROGRAM_SHA256@@": _hash(program).encode(),
        b"@@PROGRAM@@": said,
    }
    return _filled("sw.js", marks)


def _filled(name: str, marks: Mapping[bytes, bytes]) -> bytes:
    script = (BUILT / name).read_bytes()
    for mark, value in marks.items():
        assert script.count(mark) == 1, (name, mark)
        script = script.replace(mark, value)
    return script


def _plain(part: Part) -> Iterator[tuple[str, bytes]]:
    yield from part.files.items()
    yield from part.extras.items()
    yield from part.beside.items()


def _inside(part: Part, path: str) -> str:
    return f"{part.path}/{path}" if part.path else path


def _pack_part(part: Part, site: dict[str, bytes], sizes: Sizes) -> dict[str, object]:
    """Put the part's packs into `site`; its line for site.json."""
    chunks, recipes = _cut(part.files)
    rows = [
        [
            *(path, _hash(content), len(content), _header(path), recipes[path]),
            *(part.titles.get(path), part.facts.get(path)),
        ]
        for path, content in sorted(part.files.items())
    ]
    tables = [
        json.dumps(rows[start : start + sizes.table]).encode()
        for start in range(0, len(rows), sizes.table)
    ]
    units = [*tables, *_units(chunks, sizes.unit)]
    hashes = [bytes.fromhex(_add(site, unit)) for unit in units]
    each = -(-len(units) // sizes.bundles)
    bundles = [units[at : at + each] for at in range(0, len(units), each)]
    lists = [hashes[at : at + sizes.hashes] for at in range(0, len(units), sizes.hashes)]
    names = [_add(site, b"".join(bundle)) for bundle in bundles]
    weights = [len(site[_path(name)]) for name in names]
    manifest = {
        "format": 1,
        "path": part.path,
        "headers": HEADERS,
        "tables": len(tables),
        "sizes": [len(unit) for unit in units],
        "hashes": _add(site, b"".join(hashes)),
        "lists": [[_add(site, b"".join(some)), len(some)] for some in lists],
        "bundles": [
            [name, weight, len(bundle)]
            for name, weight, bundle in zip(names, weights, bundles, strict=True)
        ],
        "extras": _large(part.extras),
        "beside": _large(part.beside),
    }
    name = _add(site, json.dumps(manifest).encode())
    return {
        "path": part.path,
        "title": part.path or "Root",
        "language": part.language,
        "pages": sum(path.endswith(".html") for path in part.files),
        "files": len(part.files),
        "size": sum(map(len, part.files.values())),
        "download": len(site[_path(name)]) + sum(weights),
        "manifest": name,
    }


def _large(files: Mapping[str, bytes]) -> list[list[object]]:
    return [[path, _hash(content), len(content), _header(path)] for path, content in files.items()]


def _add(site: dict[str, bytes], content: bytes) -> str:
    """Put a pack into `site`; its name."""
    name = _hash(content)
    site[_path(name)] = gzip.compress(content, 9, mtime=0)
    return name


def _path(name: str) -> str:
    return f"offline/{name}.pack"


def _cut(files: Mapping[str, bytes]) -> tuple[list[bytes], dict[str, list[object]]]:
    """The chunks, each once, and each file's recipe: the runs of its lines that always stand in
    the same files, its own ones as the pieces of one chunk."""
    owners: dict[bytes, set[str]] = defaultdict(set)
    for path, content in files.items():
        for line in content.splitlines(keepends=True):
            owners[line].add(path)
    chunks: dict[bytes, None] = {}
    recipes: dict[str, list[object]] = {}
    for path in sorted(files):
        runs = _runs(files[path].splitlines(keepends=True), owners)
        own = b"\0".join(run for run, alone in runs if alone)
        joined = own.count(b"\0") == sum(alone for _, alone in runs) - 1
        chunks |= dict.fromkeys(run for run, alone in runs if not (alone and joined))
        steps: list[object] = []
        named = False
        for run, alone in runs:
            inside = alone and joined
            steps.append((0 if named else [_name(own)]) if inside else _name(run))
            named |= inside
        if named:
            chunks[own] = None
        recipes[path] = steps
    return list(chunks), recipes


def _runs(lines: Sequence[bytes], owners: Mapping[bytes, set[str]]) -> list[tuple[bytes, bool]]:
    """Runs of lines, and whether the file has them alone."""
    grouped = groupby(lines, key=lambda line: sorted(owners[line]))
    return [(b"".join(run), len(paths) == 1) for paths, run in grouped]


def _units(chunks: Sequence[bytes], size: int) -> Iterator[bytes]:
    """The chunks in units; an unlucky name or the size ends one."""
    unit: list[bytes] = []
    for chunk in chunks:
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
