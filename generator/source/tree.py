"""The tree of text: what a YAML file says, with its places and without any typing.

No node contains itself (such an alias is refused), so Python's search for cycles passes them by.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from msgspec import Struct, field

from generator.problems import Position

Path: TypeAlias = tuple[str | int, ...]


class Scalar(Struct, gc=False):
    """One text. ``value`` is None where the file leaves it empty (or says null)."""

    value: str | None
    file: str
    line: int
    column: int
    width: int

    def position(self) -> Position:
        """Where it stands."""
        return Position(self.file, self.line, self.column, self.width)


class Items(Struct, gc=False):
    """A list."""

    file: str
    line: int
    column: int
    items: list[Node] = field(default_factory=list)

    def position(self) -> Position:
        """Where it begins."""
        return Position(self.file, self.line, self.column)


class Fields(Struct, gc=False):
    """Named values; each key keeps its own place."""

    file: str
    line: int
    column: int
    entries: dict[str, tuple[Scalar, Node]] = field(default_factory=dict)

    def position(self) -> Position:
        """Where it begins."""
        return Position(self.file, self.line, self.column)


Node: TypeAlias = Scalar | Items | Fields

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"


def plain(node: Node) -> Plain:
    """The tree as dicts, lists and strings; what is left empty is left out of its dict."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    entries = node.entries.items()
    return {key: plain(value) for key, (_, value) in entries if not is_empty(value)}


def is_empty(node: Node) -> bool:
    """True of a value that the file leaves empty, or says is null."""
    return isinstance(node, Scalar) and node.value is None


def child(node: Node, step: str | int) -> Node | None:
    """The node one step further down, if there is one."""
    if isinstance(node, Fields) and isinstance(step, str):
        entry = node.entries.get(step)
        return entry[1] if entry else None
    if isinstance(node, Items) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None


def at(root: Node, path: Path) -> Node:
    """The node at a path, which must be there."""
    node = root
    for step in path:
        below = child(node, step)
        if below is None:
            raise KeyError(path)
        node = below
    return node


def locate(root: Node, path: Sequence[str | int], *, key: bool = False) -> Position:
    """The place of the value at a path, or of the nearest thing above it that exists.

    With ``key`` the place of the last key instead of its value. Steps that the tree does not
    know are passed over, so paths of an error report may name inner details.
    """
    node, position = root, root.position()
    for index, step in enumerate(path):
        if key and index == len(path) - 1 and isinstance(node, Fields) and step in node.entries:
            return node.entries[str(step)][0].position()
        below = child(node, step)
        if below is None:
            continue
        node, position = below, below.position()
        if isinstance(node, Scalar) and node.value is None:
            break
    return position


def walk(node: Node, path: Path = ()) -> Iterator[tuple[Path, Node]]:
    """Every node with its path, in file order."""
    yield path, node
    if isinstance(node, Items):
        for index, item in enumerate(node.items):
            yield from walk(item, (*path, index))
    elif isinstance(node, Fields):
        for key, (_, value) in node.entries.items():
            yield from walk(value, (*path, key))
