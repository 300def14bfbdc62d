"""The reading of a tree: one pass, by the kind of each field, which meets every fault.

A reader makes a value of a node, or refuses it. Whoever holds what was refused leaves it out and
reads on: a field that may be left out is then as if it were, an item goes from its list; and
where something cannot do without (a field that must be filled in, a list that gets too short), it
is refused in its turn, without another word. So every fault is met in one pass, each once, and no
fault is only the consequence of another.
"""

from __future__ import annotations

from typing import Any, Protocol

from msgspec import Struct

from generator.model.base import Part
from generator.model.text import Text
from generator.reading.faults import Fault, Refused, Wrong
from generator.reading.scalars import Convert
from generator.source.tree import Fields, Items, Node, Path, Scalar, is_empty, walk


class Notes:
    """What is noted on the way: the faults, the paths of what was left out because of them, and
    the keys that stand without a value."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.lost: list[Path] = []
        self.empty: list[Scalar] = []

    def refused(self, refused: Refused, path: Path) -> None:
        """The value at a path was refused: it is left out."""
        fault = refused.fault(path)
        if fault is not None:
            self.faults.append(fault)
        self.lost.append(path)

    def unread(self, node: Node) -> None:
        """In a node there are no fields to read, but there may be keys without a value."""
        for _, inner in walk(node):
            if isinstance(inner, Fields):
                self.empty += (key for key, value in inner.entries.values() if is_empty(value))


class Reader(Protocol):
    """Makes a value of the node that stands ``step`` below ``path``, or raises ``Refused``."""

    def read(self, node: Node, path: Path, step: str | int, notes: Notes, /) -> Any:
        """The node's value."""


class Single(Struct, frozen=True):
    """What stands in one text. ``wrong`` is what to say of a list or a group."""

    convert: Convert
    wrong: Wrong
    choices: tuple[str, ...] = ()

    def read(self, node: Node, _path: Path, _step: str | int, notes: Notes) -> Any:
        """Convert the text."""
        if isinstance(node, Scalar) and node.value is not None:
            return self.convert(node.value)
        notes.unread(node)
        raise Refused(self.wrong, choices=self.choices)


class Texts(Struct, frozen=True):
    """One text, or one per language."""

    kind: type[Text]

    def read(self, node: Node, _path: Path, _step: str | int, notes: Notes) -> Text:
        """Read the text in each of its languages."""
        if isinstance(node, Scalar):
            return self.kind(((self.kind.single_key, _words(node)),))
        notes.unread(node)
        if not isinstance(node, Fields):
            raise Refused(Wrong.NOT_TEXTS)
        found = tuple(
            (tag, _words(value)) for tag, (_, value) in node.entries.items() if not is_empty(value)
        )
        if not found:
            raise Refused(Wrong.NOT_TEXTS)
        return self.kind(found)


def _words(node: Node) -> str:
    words = (node.value or "").strip() if isinstance(node, Scalar) else ""
    if not words:
        raise Refused(Wrong.NOT_TEXTS)
    return words


class Listed(Struct, frozen=True):
    """A list, of ``fewest`` items at least."""

    item: Reader
    fewest: int

    def read(self, node: Node, path: Path, step: str | int, notes: Notes) -> tuple[Any, ...]:
        """Read the items; those that are refused are left out."""
        if not isinstance(node, Items):
            notes.unread(node)
            raise Refused(Wrong.NOT_A_LIST)
        path, read, found = (*path, step), self.item.read, []
        for index, item in enumerate(node.items):
            try:
                found.append(read(item, path, index, notes))
            except Refused as refused:
                notes.refused(refused, (*path, index))
        if len(found) < self.fewest:
            follows = len(found) < len(node.items)
            raise Refused(None if follows else Wrong.TOO_FEW, limit=self.fewest)
        return tuple(found)


class Group(Struct, frozen=True):
    """A part of the plan: the readers of its fields by name, in the order they are declared."""

    model: type[Part]
    readers: dict[str, Reader]
    required: frozenset[str]

    def read(self, node: Node, path: Path, notes: Notes) -> Part:
        """Read the part that stands at a path; fields that are refused or unknown are left out."""
        if not isinstance(node, Fields):
            notes.unread(node)
            raise Refused(Wrong.NOT_A_GROUP)
        before = len(notes.faults)
        found: dict[str, Any] = {}
        for key, (place, value) in node.entries.items():
            if isinstance(value, Scalar) and value.value is None:
                notes.empty.append(place)
                continue
            reader = self.readers.get(key)
            try:
                if reader is None:
                    notes.unread(value)
                    raise Refused(Wrong.UNKNOWN_FIELD)
                found[key] = reader.read(value, path, key, notes)
            except Refused as refused:
                notes.refused(refused, (*path, key))
        absent = self.required - found.keys()
        self._note_missing(absent, node, path, notes)
        if len(notes.faults) > before:
            self._put_in_order(notes, before, len(path))
        if absent:
            raise Refused
        return self.model(**found)

    def _note_missing(self, absent: frozenset[str], node: Fields, path: Path, notes: Notes) -> None:
        for name in absent:
            entry = node.entries.get(name)
            if entry is None or is_empty(entry[1]):
                notes.faults.append(Fault(Wrong.MISSING, (*path, name)))

    def _put_in_order(self, notes: Notes, begin: int, depth: int) -> None:
        """The faults of the part's fields in the order of the model, unknown fields last."""
        order = {name: place for place, name in enumerate(self.readers)}
        of_part = notes.faults[begin:]
        of_part.sort(key=lambda fault: order.get(str(fault.path[depth]), len(order)))
        notes.faults[begin:] = of_part
