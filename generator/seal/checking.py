"""Compares a folder with its seal: every file with its line in a table, every pack with its name,
the worker with the manifest."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path

from generator.seal.fault import Fault
from generator.seal.kinds import is_content
from generator.seal.seal import SITE
from generator.seal.unsealing import BadPackError, SealedPart, opened_pack
from generator.seal.worker import WORKER, imported

_FORMAT = (ValueError, KeyError, TypeError, IndexError, RecursionError)


def is_sealed(site: Path) -> bool:
    """Whether a folder was sealed, or at least should have been."""
    return (site / SITE).is_file() or (site / WORKER).is_file()


def check(site: Path) -> list[Fault]:
    """What isn't as it was sealed; nothing for a folder that was never sealed."""
    return sorted(set(_faults(site))) if is_sealed(site) else []


def _faults(site: Path) -> Iterator[Fault]:
    try:
        manifest = (site / SITE).read_bytes()
        entries = list(json.loads(manifest)["parts"])
    except (OSError, *_FORMAT):
        yield Fault(SITE, "bad-manifest", "The site's manifest can't be read.")
        return
    yield from _worker(site, manifest)
    seen: set[str] = set()
    for entry in entries:
        try:
            part = SealedPart.of(entry, partial(_bytes, site))
            yield from _part(part, seen)
        except BadPackError as error:
            yield Fault(error.path, "bad-pack", str(error))
        except _FORMAT:
            yield Fault(SITE, "bad-manifest", "A part's manifest can't be read.")
    yield from _unlisted(site, seen)


def _bytes(site: Path, path: str) -> bytes:
    """A file's bytes. OSError if there is none; a device or a pipe, which has no end, is none."""
    file = site / path
    if not file.is_file():
        raise FileNotFoundError(path)
    return file.read_bytes()


def _worker(site: Path, manifest: bytes) -> Iterator[Fault]:
    try:
        worker = (site / WORKER).read_bytes()
    except OSError:
        yield Fault(WORKER, "wrong-worker", "The worker is missing: phones can't save the site.")
        return
    if sha256(manifest).hexdigest().encode() not in worker:
        yield Fault(WORKER, "wrong-worker", "The worker belongs to another revision of the site.")
        return
    program = imported(worker)
    if program is None:
        yield Fault(WORKER, "wrong-worker", "The worker imports no program of ours.")
        return
    path, name = program
    try:
        same = sha256(_bytes(site, path)).hexdigest() == name
    except OSError:
        yield Fault(path, "wrong-worker", "The worker's program is missing: it can't run.")
        return
    if not same:
        yield Fault(path, "wrong-worker", "The worker's program isn't what its name says.")


def _part(part: SealedPart, seen: set[str]) -> Iterator[Fault]:
    for name in part.packs:
        try:
            opened_pack(name, part.get)
        except BadPackError as error:
            yield Fault(error.path, "bad-pack", str(error))
    for file in part.files():
        seen.add(file.path)
        try:
            content = part.get(file.path)
        except OSError:
            yield Fault(file.path, "missing-file", "This file is missing; it was sealed.")
            continue
        if sha256(content).hexdigest() != file.sha256:
            message = "This file isn't the one that was sealed."
            yield Fault(file.path, "changed-file", message)


def _unlisted(site: Path, seen: set[str]) -> Iterator[Fault]:
    for file in site.rglob("*"):
        path = file.relative_to(site).as_posix()
        if file.is_file() and is_content(path) and path not in seen:
            yield Fault(path, "unsealed-file", "Phones don't get this file: it wasn't sealed.")
