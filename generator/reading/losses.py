"""What is left of a tree, without the values that could not be used."""

from __future__ import annotations

from collections.abc import Iterable

from generator.source.tree import Fields, Items, Node, Path


class Remains:
    """A tree without the nodes at the paths ``lost``.

    ``root`` is what is left. It is a new tree as far as something is gone from it: trees of
    unchanged files are kept between readings. ``harmed`` are the paths, in what is left, of the
    lists and groups that something is gone from.
    """

    def __init__(self, root: Fields, lost: Iterable[Path]):
        self._lost = frozenset(lost)
        self._above = {path[:end] for path in self._lost for end in range(len(path))}
        self._harmed: set[Path] = set()
        self.root = self._fields(root, (), ()) if self._lost else root
        self.harmed = frozenset(self._harmed)

    def _of(self, node: Node, path: Path, new: Path) -> Node:
        """What is left of the node at a path, which will be at the path ``new``."""
        if path not in self._above:
            return node
        if isinstance(node, Fields):
            return self._fields(node, path, new)
        return self._items(node, path, new) if isinstance(node, Items) else node

    def _fields(self, node: Fields, path: Path, new: Path) -> Fields:
        entries = {
            key: (place, self._of(value, (*path, key), (*new, key)))
            for key, (place, value) in node.entries.items()
            if (*path, key) not in self._lost
        }
        if len(entries) < len(node.entries):
            self._harmed.add(new)
        return Fields(node.file, node.line, node.column, entries)

    def _items(self, node: Items, path: Path, new: Path) -> Items:
        items: list[Node] = []
        for index, item in enumerate(node.items):
            if (*path, index) not in self._lost:
                items.append(self._of(item, (*path, index), (*new, len(items))))
        if len(items) < len(node.items):
            self._harmed.add(new)
        return Items(node.file, node.line, node.column, items)
