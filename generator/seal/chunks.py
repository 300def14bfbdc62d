"""Cuts files into pieces, so that what stands in several files is stored once.

A cut stands where paths part or meet: before a line that is not always the same after the lines in
front of it, and before lines that don't always follow the same line. So lines that always stand
together, in the same order, are one run, wherever they stand. A run that comes again and is long
enough to be worth a name is a piece; what stands between two such runs is another.

Every step looks at each line once, so that the time grows with the site and no faster.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from zlib import crc32

LEAST = 96
"""Bytes from which on a run that comes again is a piece of its own: a name costs about 10."""
_CONTEXT = 4
"""So many lines in front of a place, and behind it, are looked at; a power of two."""
_WANTED, _MOST = 4_096, 16_384
"""A long piece is cut by its content from so many bytes on, and at so many at the latest."""
_ENDS = 16
"""One line in so many may end a long piece."""

Lines = Sequence[int]
Run = bytes
"""Lines in a row: the bytes of an array of their places."""


class Piece(NamedTuple):
    """Bytes of a file, and whether they come again, there or in another file."""

    content: bytes
    shared: bool


def cut(files: Sequence[Lines], lines: Sequence[bytes]) -> list[list[Piece]]:
    """For each file (places in ``lines``) its pieces, in order; joined, they are the file."""
    same: dict[Run, Run] = {}
    runs = [
        [same.setdefault(run, run) for run in _runs(file, places)]
        for file, places in zip(files, _cuts(files), strict=True)
    ]
    sizes = [len(line) for line in lines]
    again = Counter(run for file in runs for run in file)
    shared = {
        run
        for run, times in again.items()
        if times > 1 and sum(sizes[at] for at in array("I", run)) >= LEAST
    }
    known: dict[Run, tuple[bytes, ...]] = {}
    pieces = [list(_pieces(file, shared, lines, known)) for file in runs]
    # Why counted anew: short runs that meet may be a long piece, and the same elsewhere.
    seen = Counter(piece for file in pieces for piece in file)
    return [[Piece(one, seen[one] > 1 and len(one) >= LEAST) for one in file] for file in pieces]


def _cuts(files: Sequence[Lines]) -> list[list[int]]:
    """For each file, the places before which it is cut."""
    windows = _windows(files)
    after = _several(
        (window, line)
        for file, seen in zip(files, windows, strict=True)
        for window, line in zip(seen, file[_CONTEXT:], strict=False)
    )
    before = _several(
        (window, line)
        for file, seen in zip(files, windows, strict=True)
        for window, line in zip(seen[1:], file, strict=False)
    )
    found = []
    for seen in windows:
        places = {at + _CONTEXT for at, window in enumerate(seen) if window in after}
        places.update(at for at, window in enumerate(seen) if at and window in before)
        found.append(sorted(places))
    return found


def _windows(files: Sequence[Lines]) -> list[Sequence[int]]:
    """For each place in each file a number for the lines that begin there; the same number for the
    same lines."""
    windows = list(files)
    width = 1
    while width < _CONTEXT:
        # Why arrays, and one number for a pair: a large site has half a million places.
        known: dict[int, int] = {}
        windows = [
            array(
                "I",
                [
                    known.setdefault(one << 32 | other, len(known))
                    for one, other in zip(file, file[width:], strict=False)
                ],
            )
            for file in windows
        ]
        width *= 2
    return windows


def _several(pairs: Iterable[tuple[int, int]]) -> set[int]:
    """The windows that are seen beside more than one line."""
    first: dict[int, int] = {}
    return {window for window, line in pairs if first.setdefault(window, line) != line}


def _runs(file: Lines, places: Sequence[int]) -> Iterator[Run]:
    start = 0
    for place in (*places, len(file)):
        if start < place <= len(file):
            yield array("I", file[start:place]).tobytes()
            start = place


def _pieces(
    runs: Iterable[Run],
    shared: set[Run],
    lines: Sequence[bytes],
    known: dict[Run, tuple[bytes, ...]],
) -> Iterator[bytes]:
    rest: list[bytes] = []
    for run in runs:
        if run not in shared:
            rest += (lines[at] for at in array("I", run))
            continue
        yield from _sized(rest)
        rest = []
        if run not in known:
            known[run] = tuple(_sized([lines[at] for at in array("I", run)]))
        yield from known[run]
    yield from _sized(rest)


def _sized(lines: Sequence[bytes]) -> Iterator[bytes]:
    """Lines as one piece, or as several where that is long; cut where a line says so."""
    start = size = 0
    for at, line in enumerate(lines):
        size += len(line)
        if size >= _WANTED and (size >= _MOST or crc32(line) % _ENDS == 0):
            yield b"".join(lines[start : at + 1])
            start, size = at + 1, 0
    if start < len(lines):
        yield b"".join(lines[start:])
