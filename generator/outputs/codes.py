"""QR codes: named while pages are made, drawn once afterwards, kept by content."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from generator.kept import make_folder
from generator.outputs.artifact import Artifact

FOLDER = "codes"
"""Where the pictures are, below an edition's language folder."""

CARD_BYTES = 213
"""What version 10-M holds: the most that a printed card should carry."""

_DRAWING = "1"
"""Part of a picture's name: raise it when the same payload is drawn another way."""

_MANY = 100
"""From so many on, other processes help; starting them takes as long as drawing about fifty."""


def code_path(payload: str) -> str:
    """The path of a payload's picture, below the language folder. It tells nothing of the payload
    but whether two are the same."""
    return f"{FOLDER}/{_name(payload)}"


class Codes:
    """The QR codes of one edition and language: what its pages ask for."""

    def __init__(self) -> None:
        self._payloads: dict[str, None] = {}

    @property
    def payloads(self) -> tuple[str, ...]:
        """All that was asked for, each once, in the order of asking."""
        return tuple(self._payloads)

    def path_for(self, payload: str) -> str:
        """The path of a payload's picture; remembers that it is needed."""
        self._payloads[payload] = None
        return code_path(payload)

    def add(self, payloads: Iterable[str]) -> None:
        """Ask for the pictures of pages that are kept from an earlier build."""
        self._payloads.update(dict.fromkeys(payloads))


class Pictures:
    """Draws QR codes, and keeps what it drew: in memory, and in ``folder`` if one is given."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._known: dict[str, bytes] = {}

    def draw(self, payloads: Iterable[str]) -> tuple[Artifact, ...]:
        """The pictures of the payloads. ValueError if one is too long for any QR code."""
        wanted = tuple(dict.fromkeys(payloads))
        missing = [payload for payload in wanted if not self._recall(payload)]
        for payload, picture in _drawn_all(missing).items():
            self._known[payload] = picture
            self._keep(payload, picture)
        return tuple(Artifact(code_path(payload), self._known[payload]) for payload in wanted)

    def _recall(self, payload: str) -> bool:
        if payload in self._known:
            return True
        picture = self._read(payload)
        if picture is None:
            return False
        self._known[payload] = picture
        return True

    def _read(self, payload: str) -> bytes | None:
        if self._folder is None:
            return None
        try:
            picture = (self._folder / _name(payload)).read_bytes()
        except OSError:
            return None
        return picture if picture.startswith(b"<svg ") and picture.endswith(b"</svg>\n") else None

    def _keep(self, payload: str, picture: bytes) -> None:
        """Write to the cache; one that can't be written only costs time."""
        if self._folder is None:
            return
        path = self._folder / _name(payload)
        part = path.with_suffix(f".{os.getpid()}.part")
        try:
            make_folder(self._folder)
            part.write_bytes(picture)
            part.replace(path)
        except OSError:
            with suppress(OSError):
                part.unlink()


def _name(payload: str) -> str:
    return f"{sha256(f'{_DRAWING} {payload}'.encode()).hexdigest()[:16]}.svg"


def _drawn_all(payloads: list[str]) -> Mapping[str, bytes]:
    if not payloads:
        return {}
    # Only here, because most builds find every picture in the cache.
    from generator.outputs.matrix import drawn

    if len(payloads) >= _MANY and (os.cpu_count() or 1) > 1:
        with suppress(OSError):  # Where no processes are to be had, it works without.
            return _drawn_beside(payloads, drawn)
    return {payload: drawn(payload) for payload in payloads}


def _drawn_beside(payloads: list[str], drawn: Callable[[str], bytes]) -> Mapping[str, bytes]:
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    # A copy of a process with threads may hang, so only a process without is copied.
    copied = sys.platform == "linux" and threading.active_count() == 1
    context = get_context("fork" if copied else "spawn")
    workers = min(os.cpu_count() or 1, 8)
    try:
        with ProcessPoolExecutor(workers, mp_context=context) as pool:
            pictures = pool.map(drawn, payloads, chunksize=max(1, len(payloads) // (workers * 4)))
            return dict(zip(payloads, pictures, strict=True))
    except BrokenProcessPool as error:
        raise OSError from error
