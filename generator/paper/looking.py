"""What takes long to look up: one after the other, each once, and no more than is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class LookedUp(Generic[T]):
    """Remembers what an iterable gave, and asks it for more only when that is needed."""

    def __init__(self, source: Iterable[T]) -> None:
        self._source = iter(source)
        self._found: list[T] = []

    def __iter__(self) -> Iterator[T]:
        number = 0
        while number < len(self._found) or self._has_more():
            yield self._found[number]
            number += 1

    def _has_more(self) -> bool:
        for one in self._source:
            self._found.append(one)
            return True
        return False
