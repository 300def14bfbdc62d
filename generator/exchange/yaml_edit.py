"""Edit a YAML file's text in place: comments, order and layout stay as they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from generator.exchange.edits import Act, Edit, Path
from generator.exchange.written import Written
from generator.exchange.yaml_words import entry, flow, item, scalar

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class EditError(Exception):
    """A place that can't be edited without touching others; the text says why."""


@dataclass(frozen=True)
class _Splice:
    """``text`` instead of what stands from ``start`` to ``end``; deeper ones come first."""

    start: int
    end: int
    depth: int
    order: int
    text: str


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The file's text after the edits; their paths are those in this file."""
    editor = _Editor(text)
    for edit in edits:
        editor.plan(edit)
    return editor.result()


class _Editor:
    def __init__(self, text: str) -> None:
        self._text = text
        self._newline = "\r\n" if "\r\n" in text else "\n"
        self._root = yaml.compose(text, Loader=_Loader)
        self._splices: list[_Splice] = []
        self._created: dict[Path, list[Written]] = {}

    def result(self) -> str:
        self._create_lists()
        out, end = [], 0
        for splice in sorted(self._splices, key=lambda s: (s.start, s.end, -s.depth, s.order)):
            if splice.start < end:
                raise EditError("Two changes touch the same place.")
            out += [self._text[end : splice.start], splice.text]
            end = splice.end
        return "".join([*out, self._text[end:]])

    def plan(self, edit: Edit) -> None:
        """Work out what an edit does to the text."""
        if edit.act is Act.REMOVE:
            self._remove(edit.path)
        elif edit.act is Act.SET:
            self._set(edit.path, edit.value)
        else:
            self._append(edit.path, edit.value)

    # --- finding places ---

    def _node(self, path: Path) -> Any:
        node = self._root
        for step in path:
            child = self._child(node, step)
            if child is None:
                raise EditError("The place to change was not found.")
            node = child
        return node

    def _child(self, node: Any, step: str | int) -> Any:
        if isinstance(step, int):
            found = node.value[step]
        else:
            found = next((value for key, value in node.value if key.value == step), None)
        if found is not None and not self._inside(found, node):
            raise EditError("A part of it is shared by an alias (`*name`).")
        return found

    @staticmethod
    def _inside(node: Any, whole: Any) -> bool:
        return bool(
            whole.start_mark.index <= node.start_mark.index
            and node.end_mark.index <= whole.end_mark.index
        )

    def _end(self, node: Any) -> int:
        """Where a node's own text ends, without the comments and empty lines after it."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            inner = last[1] if isinstance(last, tuple) else last
            if not self._inside(inner, node):
                return self._alias_end(last, node)
            return self._end(inner)
        end = int(node.end_mark.index)
        body = self._text[node.start_mark.index : end]
        return end - (len(body) - len(body.rstrip()))

    def _alias_end(self, last: Any, node: Any) -> int:
        """Where ``key: *alias`` or ``- *alias`` ends, which the parser doesn't say."""
        start = last[0].end_mark.index if isinstance(last, tuple) else node.start_mark.index
        found = self._text.find("*", start)
        return self._line_end(max(found, start))

    def _line_end(self, offset: int) -> int:
        end = self._text.find("\n", offset)
        end = len(self._text) if end < 0 else end
        return end - 1 if self._text[end - 1 : end] == "\r" else end

    # --- changing them ---

    def _splice(self, start: int, end: int, depth: int, text: str) -> None:
        self._splices.append(_Splice(start, end, depth, len(self._splices), text))

    def _lines(self, lines: Iterable[str], indent: int) -> str:
        return "".join(f"{self._newline}{' ' * indent}{line}" for line in lines)

    def _set(self, path: Path, value: Written) -> None:
        whole, key = self._node(path[:-1]), path[-1]
        old = self._child(whole, key)
        if old is not None:
            self._replace(old, value, str(key), len(path))
        else:
            self._add_key(whole, str(key), value, len(path))

    def _replace(self, old: Any, value: Written, key: str, depth: int) -> None:
        start = old.start_mark.index
        end = self._end(old)
        if isinstance(old, yaml.SequenceNode) and not old.flow_style and isinstance(value, list):
            lines = [line for part in value for line in item(part)]
            words = f"{self._newline}{' ' * old.start_mark.column}".join(lines)
        else:
            words = flow(value, key)
        space = " " if self._text[start - 1 : start] == ":" else ""
        self._splice(start, max(start, end), depth, space + words)

    def _add_key(self, whole: Any, key: str, value: Written, depth: int) -> None:
        if not isinstance(whole, yaml.MappingNode):
            raise EditError("What stands there has no fields.")
        if whole.flow_style or not whole.value:
            self._into_flow(whole, f"{scalar(key)}: {flow(value, key)}", depth)
            return
        at = self._line_end(self._end(whole))
        self._splice(at, at, depth, self._lines(entry(key, value), whole.start_mark.column))

    def _into_flow(self, whole: Any, words: str, depth: int) -> None:
        if whole.value:
            last = whole.value[-1]
            inner = last[1] if isinstance(last, tuple) else last
            if not self._inside(inner, whole):
                raise EditError("A part of it is shared by an alias (`*name`).")
            at = self._end(inner)
            self._splice(at, at, depth, f", {words}")
        else:
            at = whole.start_mark.index + 1
            self._splice(at, at, depth, words)

    def _append(self, path: Path, value: Written) -> None:
        whole = self._node(path[:-1])
        items = self._child(whole, path[-1])
        empty = items is None or not isinstance(items, yaml.SequenceNode) or not items.value
        if empty:
            self._created.setdefault(path, []).append(value)
        elif items.flow_style:
            self._into_flow(items, flow(value, str(path[-1])), len(path))
        else:
            self._append_block(items, value, len(path) + 1)

    def _append_block(self, items: Any, value: Written, depth: int) -> None:
        last = items.value[-1]
        at = self._line_end(self._end(items))
        flowing = isinstance(last, yaml.MappingNode) and last.flow_style
        lines = [f"- {flow(value)}"] if flowing else item(value)
        before = self._newline if self._apart(items) else ""
        self._splice(at, at, depth, before + self._lines(lines, items.start_mark.column))

    def _apart(self, items: Any) -> bool:
        """True if empty lines stand between the last items of a list."""
        if len(items.value) < 2 or not all(self._inside(i, items) for i in items.value[-2:]):
            return False
        between = self._text[self._end(items.value[-2]) : items.value[-1].start_mark.index]
        return any(not line.strip() for line in between.splitlines()[1:-1])

    def _create_lists(self) -> None:
        """Lists that were not there: with all that was appended to each."""
        created, self._created = self._created, {}
        for path, values in created.items():
            whole, key = self._node(path[:-1]), str(path[-1])
            old = self._child(whole, key)
            if old is None:
                self._add_key(whole, key, values, len(path))
                continue
            if whole.flow_style:
                self._replace(old, values, key, len(path))
                continue
            start, end = old.start_mark.index, self._end(old)
            while self._text[start - 1] == " ":
                start -= 1
            column = next(k.start_mark.column for k, _ in whole.value if k.value == key)
            _, *lines = entry(key, values)
            self._splice(start, max(start, end), len(path), self._lines(lines, column))

    def _remove(self, path: Path) -> None:
        whole, key = self._node(path[:-1]), path[-1]
        places = [k.value for k, _ in whole.value]
        index = places.index(key)
        if index == 0:
            raise EditError("What must go is the first of its fields.")
        before, value = whole.value[index - 1][1], self._child(whole, key)
        if not self._inside(before, whole):
            raise EditError("A part of it is shared by an alias (`*name`).")
        if whole.flow_style:
            self._splice(self._end(before), self._end(value), len(path), "")
            return
        key_node = whole.value[index][0]
        start = self._text.rfind("\n", 0, key_node.start_mark.index) + 1
        end = self._text.find("\n", self._end(value))
        end = len(self._text) if end < 0 else end + 1
        self._splice(start, end, len(path), "")


def with_topic(text: str, topic: str, values: Iterable[Written]) -> str:
    """A file's text with a new topic at its end."""
    newline = "\r\n" if "\r\n" in text else "\n"
    body = text.rstrip() + newline * 2 if text.strip() else ""
    return body + newline.join([*_topic(topic, list(values)), ""])


def _topic(topic: str, values: list[Written]) -> Iterator[str]:
    yield f"{topic}:"
    for number, value in enumerate(values):
        if number:
            yield ""
        for line in item(value):
            yield f"  {line}"
