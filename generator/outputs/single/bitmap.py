"""A drawn QR code as a bitmap of a bit a module: an eighth of the bytes of its drawing.

The style sheet enlarges it with sharp edges, so that it reads and prints like the drawing.
"""

from __future__ import annotations

import re
import struct
import zlib

_SIZE = re.compile(r'viewBox="0 0 (\d+) (\d+)"')
_ROW = re.compile(r"M(\d+) (\d+)\.5([^M\"]*)")
_RUN = re.compile(r"(?:m(\d+) 0)?h(\d+)")

_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def png(drawing: str) -> bytes:
    """A PNG of the QR code in an SVG of ours (`outputs/matrix.py`). ValueError if it isn't one."""
    size = _SIZE.search(drawing)
    if size is None or size[1] != size[2]:
        raise ValueError("This is no drawing of a QR code.")
    side = int(size[1])
    rows = [0] * side
    for start, y, runs in _ROW.findall(drawing):
        rows[int(y)] = _dark(int(start), runs, side)
    if not any(rows):
        raise ValueError("This drawing of a QR code is empty.")
    return _SIGNATURE + b"".join(
        (
            _chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)),
            _chunk(b"IDAT", zlib.compress(b"".join(_line(row, side) for row in rows), 9)),
            _chunk(b"IEND", b""),
        )
    )


def _dark(x: int, runs: str, side: int) -> int:
    """The dark modules of a row as the bits of a number, the first module as the highest one."""
    row = 0
    for gap, length in _RUN.findall(runs):
        x += int(gap or 0) + int(length)
        row |= ((1 << int(length)) - 1) << (side - x)
    return row


def _line(row: int, side: int) -> bytes:
    """A row as PNG has it: no filter, then its bits, white being 1, filled up to whole bytes."""
    white = ~row & ((1 << side) - 1)
    width = (side + 7) // 8
    return b"\0" + (white << (width * 8 - side)).to_bytes(width, "big")


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)
