"""Where things stand in a YAML file's text."""

from __future__ import annotations

from typing import Any

import yaml

from generator.exchange.editing.edits import Path

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class EditError(Exception):
    """A place that can't be edited without touching others; the text says why."""


class Places:
    """Finds the nodes of a text, and where their own text ends."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._root = yaml.compose(text, Loader=_Loader)

    def node(self, path: Path) -> Any:
        """What stands at a path; EditError if nothing does, or if it stands elsewhere too."""
        node = self._root
        for step in path:
            child = self.child(node, step)
            if child is None:
                raise EditError("The place to change was not found.")
            node = child
        return node

    def child(self, node: Any, step: str | int) -> Any:
        """A node's item or field; None for a field that it hasn't."""
        if isinstance(step, int):
            found = node.value[step]
        else:
            found = next((value for key, value in node.value if key.value == step), None)
        return None if found is None else self.own(found, node)

    def own(self, inner: Any, whole: Any) -> Any:
        """A part of a whole; EditError if it is written elsewhere, behind an alias."""
        if not self.inside(inner, whole):
            raise EditError("A part of it is shared by an alias (`*name`).")
        return inner

    @staticmethod
    def last(whole: Any) -> Any:
        """The last item of a list, or the value of the last field."""
        last = whole.value[-1]
        return last[1] if isinstance(last, tuple) else last

    @staticmethod
    def inside(node: Any, whole: Any) -> bool:
        """True if a node's text is a part of another's, and no alias of something elsewhere."""
        return bool(
            whole.start_mark.index <= node.start_mark.index
            and node.end_mark.index <= whole.end_mark.index
        )

    def end(self, node: Any) -> int:
        """Where a node's own text ends, without the comments and empty lines after it."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            inner = self.last(node)
            return self.end(inner) if self.inside(inner, node) else self._alias_end(node)
        end = int(node.end_mark.index)
        body = self._text[node.start_mark.index : end]
        return end - (len(body) - len(body.rstrip()))

    def _alias_end(self, node: Any) -> int:
        """Where a last ``key: *alias`` or ``- *alias`` ends, which the parser doesn't say."""
        last = node.value[-1]
        start = last[0].end_mark.index if isinstance(last, tuple) else node.start_mark.index
        found = self._text.find("*", start)
        return self.line_end(max(found, start))

    def line_end(self, offset: int) -> int:
        """Where the line of an offset ends, before its line break."""
        end = self._text.find("\n", offset)
        end = len(self._text) if end < 0 else end
        return end - 1 if self._text[end - 1 : end] == "\r" else end
