"""A PNG file of a picture with a palette, packed as small as it goes, pixel for pixel the same.

Flat pictures pack best without filters, which most writers of PNG choose row by row.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator

import deflate
from PIL import Image

_HEAD = 8
"""Bytes before the first chunk."""

_LEVEL = 12
"""libdeflate's best."""


def packed(picture: Image.Image, **options: bytes) -> bytes:
    """A picture of mode P as a PNG file; ``options`` as Pillow takes them."""
    held = io.BytesIO()
    picture.save(held, "PNG", optimize=True, **options)
    written = held.getvalue()
    with Image.open(held) as read:
        bits = dict(_chunks(written))[b"IHDR"][8]
        rows = _rows(read.tobytes(), read.width, bits)
    content = bytes(deflate.zlib_compress(rows, _LEVEL))
    kept = [(name, said) for name, said in _chunks(written) if name not in (b"IDAT", b"IEND")]
    made = [*kept, (b"IDAT", content), (b"IEND", b"")]
    return written[:_HEAD] + b"".join(_chunk(name, said) for name, said in made)


def _rows(pixels: bytes, width: int, bits: int) -> bytes:
    """The rows of a PNG, each after a zero for "no filter"; ``pixels`` has a byte for each."""
    each = 8 // bits
    rows = bytearray()
    for at in range(0, len(pixels), width):
        row = pixels[at : at + width] + bytes(-width % each)
        whole = 0
        for place in range(each):
            whole = whole << bits | int.from_bytes(row[place::each], "big")
        rows += b"\0" + whole.to_bytes(len(row) // each, "big")
    return bytes(rows)


def _chunks(file: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = _HEAD
    while at < len(file):
        end = at + 8 + int.from_bytes(file[at : at + 4], "big")
        yield file[at + 4 : at + 8], file[at + 8 : end]
        at = end + 4


def _chunk(name: bytes, said: bytes) -> bytes:
    sum_ = zlib.crc32(name + said)
    return len(said).to_bytes(4, "big") + name + said + sum_.to_bytes(4, "big")
