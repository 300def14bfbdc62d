"""Unpacks gzip that somebody else made: never more of it than expected."""

from __future__ import annotations

import zlib

LARGEST = 256 * 2**20
"""Bytes; nothing in a site is larger, and a wrong host shall not fill the memory."""

_GZIP = b"\x1f\x8b"


def unpacked(content: bytes, most: int = LARGEST) -> bytes:
    """What is in a pack, or the bytes themselves if a host unpacked it on the way. ValueError if
    it is damaged or larger than ``most`` bytes, or than anything in a site."""
    return inflated(content, most) if content.startswith(_GZIP) else content


def inflated(content: bytes, most: int = LARGEST) -> bytes:
    """What is in a gzip file. ValueError as above."""
    most = min(most, LARGEST)
    inflate = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        done = inflate.decompress(content, most + 1)
    except zlib.error as error:
        raise ValueError(str(error)) from None
    if not inflate.eof or len(done) > most:
        raise ValueError("it is cut off, or too large")
    return done
