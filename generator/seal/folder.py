"""Seals a finished folder, whatever rendered it: content first, then the manifest, then the
worker, so that a phone that comes in between never gets a mixture."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from generator.jobs import all_done, shares
from generator.seal.manifest import About
from generator.seal.packs import FOLDER
from generator.seal.reading import Fact, Lot
from generator.seal.seal import SITE, Sealed, seal
from generator.seal.unsealing import BadPackError, parts_of
from generator.seal.worker import WORKER, Scripts, is_program

_LOT = 50


class Change(Struct, frozen=True):
    """What sealing changed in a folder, in files."""

    written: int
    removed: int
    unchanged: int


def seal_folder(site: Path, about: About, scripts: Scripts) -> Change:
    """Seal a folder in place. SealError if its pages can't be sealed; nothing is changed then."""
    before = _bytes(site, SITE) if (site / SITE).is_file() else None
    lots = list(_lots(site))
    facts = _facts(site, before) if before else {}
    return write(site, lots, seal(lots, about, scripts, facts, before))


def about_of(site: Path, sequence: int, title: str = "", revision: str = "") -> About:
    """What a folder says of itself: as it was sealed before, but for what is given."""
    try:
        said = json.loads(_bytes(site, SITE))
        titles = {part["path"]: part["title"] for part in said["parts"]}
        known = About(
            said["title"], said["revision"], sequence, expires=said["expires"], titles=titles
        )
    except (OSError, ValueError, KeyError, TypeError):
        known = About(site.resolve().name, "", sequence)
    return replace(known, title=title or known.title, revision=revision or known.revision)


def write(site: Path, lots: Sequence[Lot], sealed: Sealed) -> Change:
    """Bring a folder to its sealed state; each file is replaced in one step."""
    written = sum(all_done([partial(_content, site, lot, sealed) for lot in lots]))
    for path in (path for path in sealed.added if path not in (SITE, WORKER)):
        written += _put(site, path, sealed.added[path])
    written += sum(_put(site, path, sealed.added[path]) for path in (SITE, WORKER))
    gone = [path for path in _present(site) if _is_gone(path, sealed)]
    for path in gone:
        (site / path).unlink()
    return Change(written, len(gone), len(sealed.policies) + len(sealed.added) - written)


def _is_gone(path: str, sealed: Sealed) -> bool:
    named = path.startswith(f"{FOLDER}/") and path.endswith(".pack")
    former = (named or is_program(path)) and path not in sealed.added
    return former or path in sealed.dropped


def _content(site: Path, lot: Lot, sealed: Sealed) -> int:
    return sum(_put(site, path, content) for path, content in sealed.files(lot()))


def _put(site: Path, path: str, content: bytes) -> int:
    """Write a file by way of one beside it, unless it is so already; returns how many it wrote."""
    target = site / path
    if target.is_file() and target.read_bytes() == content:
        return 0
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.part")
    beside.write_bytes(content)
    beside.replace(target)
    return 1


def _present(site: Path) -> list[str]:
    files = (file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file())
    return sorted(files)


def _lots(site: Path) -> Iterator[Lot]:
    for paths in shares(_present(site), _LOT):
        yield partial(_read, site, paths)


def _read(site: Path, paths: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    for path in paths:
        yield path, _bytes(site, path)


def _bytes(site: Path, path: str) -> bytes:
    return (site / path).read_bytes()


def _facts(site: Path, before: bytes) -> Mapping[str, Fact]:
    """What an earlier seal knew of pages that are still the same."""
    facts: dict[str, Fact] = {}
    get = partial(_bytes, site)
    try:
        for part in parts_of(before, get):
            for file in part.files():
                if file.facts and sha256(get(file.path)).hexdigest() == file.sha256:
                    facts[file.path] = (file.title, file.facts)
    except (OSError, ValueError, KeyError, TypeError, BadPackError):
        return {}
    return facts
