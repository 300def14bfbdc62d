"""A file's rows, each as the thing that it is about."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from generator.exchange.layout import LAYOUTS
from generator.exchange.sheet import Row, Tree, deep
from generator.exchange.written import Written


class Record(Struct, frozen=True):
    """One row as a tree; ``loose`` if only the values of its contacts count, as in a vCard.

    ``number`` is the row's place in the file, as its reader sees it.
    """

    number: int
    tree: Tree
    loose: bool = False


class RecordError(Exception):
    """A row that can't be used, and what to do about it."""

    def __init__(self, message: str, cure: str) -> None:
        self.message, self.cure = message, cure
        super().__init__(message)


def records(rows: Sequence[Row], topic: str, first: int) -> list[Record]:
    """The rows of a table, without the empty ones; ``first`` is the number of the first of them."""
    numbered = enumerate(rows, first)
    return [Record(number, deep(row, LAYOUTS[topic])) for number, row in numbered if row]


def trees(value: Written) -> list[Tree]:
    """The items of a list that have fields of their own."""
    return [item for item in value if isinstance(item, dict)]
