"""Recipes: of which chunks a file is put together.

A piece that several files have is a chunk of its own. Pieces that one file has alone are joined to
chunks of pieces, so that only a few names are needed; a byte that no text has ends each of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from zlib import crc32

from generator.seal.chunks import Piece
from generator.seal.units import name_of

Step = str | Sequence[str] | int
"""A name: the whole chunk. A name in brackets: the first piece of a chunk of pieces. 0: the next
piece of that."""

Recipe = Sequence[Step]

END = b"\0"
"""Stands between two pieces of a chunk of pieces."""
NEXT = 0

_WANTED, _MOST = 8_192, 16_384
"""A chunk of pieces may end from so many bytes on, and ends at so many at the latest."""
_ENDS = 4
"""One piece in so many may end it."""


class Recipes:
    """Makes recipes; ``chunks`` has the chunks by their names, in the order in which they come."""

    def __init__(self) -> None:
        self.chunks: dict[str, bytes] = {}
        self._names: dict[bytes, str] = {}

    def of(self, pieces: Iterable[Piece]) -> list[Step]:
        """The recipe of a file."""
        steps: list[Step] = []
        own: list[bytes] = []
        places: list[int] = []
        for piece in pieces:
            if piece.shared or END in piece.content:
                steps.append(self._name(piece.content))
                continue
            own.append(piece.content)
            places.append(len(steps))
            steps.append(NEXT)
            if _is_full(own):
                self._close(own, places, steps)
                own, places = [], []
        if own:
            self._close(own, places, steps)
        return steps

    def _close(self, own: Sequence[bytes], places: Sequence[int], steps: list[Step]) -> None:
        name = self._name(END.join(own))
        steps[places[0]] = name if len(own) == 1 else (name,)

    def _name(self, chunk: bytes) -> str:
        known = self._names.get(chunk)
        if known is None:
            known = self._names[chunk] = name_of(chunk, self.chunks)
            self.chunks[known] = chunk
        return known


def _is_full(own: Sequence[bytes]) -> bool:
    size = sum(map(len, own))
    return size >= _WANTED and (size >= _MOST or crc32(own[-1]) % _ENDS == 0)


def followed(recipe: Iterable[Step], chunks: Mapping[str, bytes]) -> bytes:
    """The file of a recipe. KeyError if a chunk isn't there, ValueError if a piece isn't."""
    return b"".join(_followed(recipe, chunks))


def _followed(recipe: Iterable[Step], chunks: Mapping[str, bytes]) -> Iterator[bytes]:
    pieces: Iterator[bytes] = iter(())
    for step in recipe:
        if isinstance(step, str):
            yield chunks[step]
            continue
        if not isinstance(step, int):
            pieces = iter(chunks[step[0]].split(END))
        piece = next(pieces, None)
        if piece is None:
            raise ValueError("a chunk has fewer pieces than a recipe takes")
        yield piece
