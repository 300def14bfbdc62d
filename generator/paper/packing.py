"""Small objects of a PDF packed together (ISO 32000-1, 7.5.7 and 7.5.8), which Typst leaves apart:
tags are two thirds of a binder's bytes.

Why by hand: what Typst writes has one table of where each object is (7.5.4), and each object as its
bytes is all that is needed; a library that understands every object takes four times as long.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import pairwise
from struct import Struct as Layout
from threading import Thread
from typing import Final

from msgspec import Struct

from generator.jobs import shares

_START: Final = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_TABLE: Final = re.compile(rb"xref\s+0 (\d+)\s+")
_ENTRY: Final = 20
"""Bytes of a line of the table."""

_TOGETHER: Final = 200
"""So many objects share a stream: a reader unpacks all of them to find one."""

_MANY: Final = 20
"""From so many streams on, a second thread is worth it."""

_PLACE: Final = Layout(">BIH")
"""A line of the packed table: its kind; where it is, or in which stream; its place in there."""

_APART, _PACKED, _FREE = 1, 2, 0


class Parts(Struct, frozen=True):
    """A PDF's objects by their numbers, each without its frame; ``root`` is the number of the
    catalog, ``info`` that of the document's information, if it has any (7.5.5)."""

    head: bytes
    objects: dict[int, bytes]
    root: int
    info: int | None


def taken_apart(pdf: bytes) -> Parts:
    """The objects of a PDF that was written at once, with a plain table. ValueError for another."""
    start = _START.search(pdf, max(0, len(pdf) - 100))
    at = int(start[1]) if start else len(pdf)
    table = _TABLE.match(pdf, at)
    if table is None:
        raise ValueError("the PDF has no plain table of its objects")
    found = dict(_offsets(pdf, table.end(), int(table[1])))
    trailer = pdf[table.end() + _ENTRY * int(table[1]) :]
    root = _number(trailer, b"Root")
    if root is None:
        raise ValueError("the PDF has no catalog")
    ends = dict(pairwise([*sorted(found.values()), at]))
    objects = {number: _bare(pdf[begins : ends[begins]]) for number, begins in found.items()}
    return Parts(pdf[: min(found.values())], objects, root, _number(trailer, b"Info"))


def _offsets(pdf: bytes, at: int, count: int) -> Iterator[tuple[int, int]]:
    """Where each object begins."""
    for number in range(count):
        line = pdf[at + _ENTRY * number : at + _ENTRY * (number + 1)]
        if line[17:18] == b"n":
            yield number, int(line[:10])


def _number(trailer: bytes, name: bytes) -> int | None:
    found = re.search(rb"/%b (\d+) 0 R" % name, trailer)
    return int(found[1]) if found else None


def _bare(framed: bytes) -> bytes:
    """An object without ``1 0 obj`` and ``endobj``."""
    return framed[framed.index(b"obj") + 3 : framed.rindex(b"endobj")].strip()


def packed(parts: Parts) -> bytes:
    """The objects as a PDF: the same bytes for the same objects."""
    out = [parts.head]
    size = len(parts.head)
    places: dict[int, tuple[int, int, int]] = {}
    streams = {number: body for number, body in parts.objects.items() if _is_stream(body)}
    small = [pair for pair in parts.objects.items() if pair[0] not in streams]
    following = max(parts.objects) + 1
    lots = [*shares(small, _TOGETHER)]
    for number, (lot, stream) in enumerate(zip(lots, _lots(lots), strict=True), following):
        streams[number] = stream
        places |= {one: (_PACKED, number, place) for place, (one, _) in enumerate(lot)}
    for number, body in streams.items():
        places[number] = (_APART, size, 0)
        out.append(b"%d 0 obj\n%b\nendobj\n" % (number, body))
        size += len(out[-1])
    table = max(places) + 1
    places[table] = (_APART, size, 0)
    name = sha256(b"".join(out)).hexdigest()[:32].encode()
    out.append(b"%d 0 obj\n%b\nendobj\n" % (table, _table(places, parts, name)))
    return b"".join([*out, b"startxref\n%d\n%%%%EOF\n" % size])


def _is_stream(body: bytes) -> bool:
    return body.endswith(b"endstream")


Lot = Sequence[tuple[int, bytes]]


def _lots(lots: Sequence[Lot]) -> list[bytes]:
    """Each lot as a stream; of many, another thread does every second one: compressing, which takes
    most of the time, needs no interpreter."""
    if len(lots) < _MANY:
        return [_lot(lot) for lot in lots]
    others: list[bytes] = []
    thread = Thread(target=lambda: others.extend(_lot(lot) for lot in lots[1::2]))
    thread.start()
    own = [_lot(lot) for lot in lots[::2]]
    thread.join()
    done = [b""] * len(lots)
    done[::2], done[1::2] = own, others
    return done


def _lot(lot: Lot) -> bytes:
    """Objects in one stream, after their numbers and where each begins."""
    index = []
    at = 0
    for number, body in lot:
        index.append(b"%d %d" % (number, at))
        at += len(body) + 1
    head = b" ".join(index) + b"\n"
    content = head + b"\n".join(body for _, body in lot)
    return _stream(b"/Type/ObjStm/N %d/First %d" % (len(lot), len(head)), content)


def _table(places: Mapping[int, tuple[int, int, int]], parts: Parts, name: bytes) -> bytes:
    count = max(places) + 1
    free = (_FREE, 0, 0)
    lines = b"".join(_PLACE.pack(*places.get(number, free)) for number in range(count))
    info = b"" if parts.info is None else b"/Info %d 0 R" % parts.info
    about = b"/Type/XRef/Size %d/W[1 4 2]/Root %d 0 R%b/ID[<%b><%b>]"
    return _stream(about % (count, parts.root, info, name, name), lines)


def _stream(about: bytes, content: bytes) -> bytes:
    small = zlib.compress(content)
    said = b"<<%b/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream"
    return said % (about, len(small), small)
