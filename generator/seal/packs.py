"""Packs: gzip without time and name, named by the SHA-256 of what is in them."""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from functools import partial
from hashlib import sha256
from itertools import chain
from typing import Any

import deflate
from msgspec import Struct, field

from generator.jobs import all_done, shares
from generator.kept import Kept

FOLDER = "offline"
QUICK, SMALL = 8, 10
"""Levels of libdeflate. What every phone fetches is packed small: 4 % smaller than by zlib's best,
in less time; 12 would gain 2 % more and take thrice as long. What an update fetches is not."""
_GZIP = b"\x1f\x8b"
_LARGEST = 256 * 2**20
"""Bytes; a folder that somebody else made shall not fill the memory."""


Parts = Sequence[bytes]
"""Bytes that are only joined when they are packed: what makes up a site's packs stands in several
of them, and once is enough in memory."""


class Pack(Struct, frozen=True):
    """Bytes to be fetched at once: the SHA-256 and size (bytes) of what is in it, and the pack."""

    sha256: str
    unpacked: int
    packed: bytes

    @property
    def path(self) -> str:
        """Where it lies in the site."""
        return f"{FOLDER}/{self.sha256}.pack"


MAKER = f"packs 1, deflate {deflate.__version__}"
"""What decides how small a pack gets, besides its content and level."""


class Packer(Struct, frozen=True):
    """Packs bytes, unless an earlier run's packs of the same bytes were ``kept``."""

    kept: Kept = field(default_factory=Kept)

    def one(self, content: bytes, level: int = SMALL) -> Pack:
        """Pack bytes."""
        return self.all([(content,)], level, 1)[0]

    def all(self, contents: Sequence[Parts], level: int, lot: int) -> list[Pack]:
        """Pack many, shared among processors, so many at a time."""
        names = [_digest(parts) for parts in contents]
        keys = [name + bytes([level]) for name in names]
        found = {key: body for key in keys if (body := self.kept.get(key)) is not None}
        missing = {
            key: parts for key, parts in zip(keys, contents, strict=True) if key not in found
        }
        lots = [partial(_packed, some, level) for some in shares([*missing.values()], lot)]
        made = chain.from_iterable(all_done(lots))
        for key, body in zip(missing, made, strict=True):
            found[key] = body
            self.kept.put(key, body)
        return [
            Pack(name.hex(), size_of(parts), found[key])
            for name, key, parts in zip(names, keys, contents, strict=True)
        ]


def size_of(parts: Parts) -> int:
    """How many bytes they are."""
    return sum(map(len, parts))


def _digest(parts: Parts) -> bytes:
    digest = sha256()
    for part in parts:
        digest.update(part)
    return digest.digest()


def _packed(contents: Sequence[Parts], level: int) -> list[bytes]:
    return [bytes(deflate.gzip_compress(b"".join(parts), level)) for parts in contents]


def unpacked(content: bytes) -> bytes:
    """What is in a pack; some hosts unpack on the way. ValueError if it is neither, or more than
    anything in a site."""
    if not content.startswith(_GZIP):
        return content
    inflate = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        done = inflate.decompress(content, _LARGEST)
    except zlib.error as error:
        raise ValueError(str(error)) from None
    if not inflate.eof:
        raise ValueError("it is cut off, or too large")
    return done


def as_json(value: Any) -> bytes:
    """JSON in its shortest form, in UTF-8."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
