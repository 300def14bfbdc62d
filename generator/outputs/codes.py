"""QR codes: named while pages are made, drawn once afterwards, kept by content."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from hashlib import sha256
from pathlib import Path

from generator.jobs import shares
from generator.outputs.artifact import Artifact
from generator.outputs.drawn_file import DrawnFile

FOLDER = "codes"
"""Where the pictures are, below an edition's language folder."""

CODES = "codes.kept"
"""The file that keeps pictures, beside what else is kept between runs."""

_DRAWING = "1"
"""Part of a picture's name: raise it when the same payload is drawn another way."""

_LOT = 200
"""So many pictures are a lot."""

_MANY = 100
"""From so many on, other processes help; starting them takes as long as drawing about fifty."""


def code_path(payload: str) -> str:
    """The path of a payload's picture, below the language folder. It tells nothing of the payload
    but whether two are the same."""
    return f"{FOLDER}/{_name(payload)}.svg"


class Pictures:
    """Draws QR codes, and keeps what it drew: in ``file`` if one is given and can be written, else
    in memory."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = DrawnFile(file) if file else None
        self._fresh: dict[str, bytes] = {}

    def draw(self, payloads: Iterable[str]) -> tuple[Artifact, ...]:
        """The pictures of the payloads. ValueError if one is too long for any QR code."""
        wanted = tuple(dict.fromkeys(payloads))
        self._prepare(wanted)
        return tuple(self._pictures(wanted))

    def lots(self, payloads: Iterable[str]) -> list[Callable[[], Iterator[Artifact]]]:
        """The same in lots, each read only when it is made. All are drawn now."""
        wanted = tuple(dict.fromkeys(payloads))
        self._prepare(wanted)
        return [partial(self._pictures, lot) for lot in shares(wanted, _LOT)]

    def _prepare(self, wanted: Iterable[str]) -> None:
        """Draw what isn't there."""
        missing = [payload for payload in wanted if not self._has(_name(payload))]
        drawn = {_name(payload): one for payload, one in _drawn_all(missing).items()}
        if drawn and not (self._file and self._file.add(drawn)):
            self._fresh |= drawn

    def _has(self, name: str) -> bool:
        return name in self._fresh or (self._file is not None and self._file.has(name))

    def _pictures(self, payloads: Iterable[str]) -> Iterator[Artifact]:
        for payload in payloads:
            name = _name(payload)
            picture = self._fresh.get(name) or (self._file and self._file.get(name))
            if not picture:
                # It can't be read any more, or is damaged.
                picture = self._fresh[name] = _drawn_all([payload])[payload]
            yield Artifact(f"{FOLDER}/{name}.svg", picture)


def _name(payload: str) -> str:
    return sha256(f"{_DRAWING} {payload}".encode()).hexdigest()[:16]


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
