"""Packs: gzip without time and name, named by the SHA-256 of what is in them."""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from typing import Any

import deflate

from generator.jobs import all_done, shares

FOLDER = "offline"
QUICK, SMALL = 8, 10
"""Levels of libdeflate. What every phone fetches is packed small: 4 % smaller than by zlib's best,
in less time; 12 would gain 2 % more and take thrice as long. What an update fetches is not."""
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Pack:
    """Bytes to be fetched at once: the SHA-256 and size (bytes) of what is in it, and the pack."""

    sha256: str
    unpacked: int
    packed: bytes

    @property
    def path(self) -> str:
        """Where it lies in the site."""
        return f"{FOLDER}/{self.sha256}.pack"


def pack(content: bytes, level: int = SMALL) -> Pack:
    """Pack bytes."""
    body = bytes(deflate.gzip_compress(content, level))
    return Pack(sha256(content).hexdigest(), len(content), body)


def packed(contents: Sequence[bytes], level: int, lot: int) -> list[Pack]:
    """Pack many, shared among processors, so many at a time."""
    lots = [partial(_all, some, level) for some in shares(contents, lot)]
    return [one for done in all_done(lots) for one in done]


def _all(contents: Sequence[bytes], level: int) -> list[Pack]:
    return [pack(content, level) for content in contents]


def unpacked(content: bytes) -> bytes:
    """What is in a pack; some hosts unpack on the way. ValueError if it is neither."""
    if not content.startswith(_GZIP):
        return content
    try:
        return zlib.decompress(content, zlib.MAX_WBITS | 16)
    except zlib.error as error:
        raise ValueError(str(error)) from None


def as_json(value: Any) -> bytes:
    """JSON in its shortest form, in UTF-8."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
