"""Edit a YAML file's text in place: comments, order and layout stay as they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import yaml

from generator.exchange.editing.edits import Act, Edit, Path
from generator.exchange.editing.splices import OverlapError, Splice, spliced
from generator.exchange.editing.yaml_places import EditError, Places
from generator.exchange.editing.yaml_words import entry, flow, item, scalar
from generator.exchange.written import Written


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
        self._places = Places(text)
        self._splices: list[Splice] = []
        self._created: dict[Path, list[Written]] = {}

    def result(self) -> str:
        self._create_lists()
        try:
            return spliced(self._text, self._splices)
        except OverlapError:
            raise EditError("Two changes touch the same place.") from None

    def plan(self, edit: Edit) -> None:
        """Work out what an edit does to the text."""
        if edit.act is Act.REMOVE:
            self._remove(edit.path)
        elif edit.act is Act.SET:
            self._set(edit.path, edit.value)
        else:
            self._append(edit.path, edit.value)

    def _splice(self, start: int, end: int, depth: int, text: str) -> None:
        self._splices.append(Splice(start, end, depth, text))

    def _lines(self, lines: Iterable[str], indent: int) -> str:
        return "".join(f"{self._newline}{' ' * indent}{line}" for line in lines)

    def _set(self, path: Path, value: Written) -> None:
        whole, key = self._places.node(path[:-1]), path[-1]
        old = self._places.child(whole, key)
        if old is not None:
            self._replace(old, value, str(key), len(path))
        else:
            self._add_key(whole, str(key), value, len(path))

    def _replace(self, old: Any, value: Written, key: str, depth: int) -> None:
        start = old.start_mark.index
        end = self._places.end(old)
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
        at = self._places.line_end(self._places.end(whole))
        self._splice(at, at, depth, self._lines(entry(key, value), whole.start_mark.column))

    def _into_flow(self, whole: Any, words: str, depth: int) -> None:
        if whole.value:
            at = self._places.end(self._places.own(self._places.last(whole), whole))
            self._splice(at, at, depth, f", {words}")
        else:
            at = whole.start_mark.index + 1
            self._splice(at, at, depth, words)

    def _append(self, path: Path, value: Written) -> None:
        whole = self._places.node(path[:-1])
        items = self._places.child(whole, path[-1])
        empty = items is None or not isinstance(items, yaml.SequenceNode) or not items.value
        if empty:
            self._created.setdefault(path, []).append(value)
        elif items.flow_style:
            self._into_flow(items, flow(value, str(path[-1])), len(path))
        else:
            self._append_block(items, value, len(path) + 1)

    def _append_block(self, items: Any, value: Written, depth: int) -> None:
        last = items.value[-1]
        at = self._places.line_end(self._places.end(items))
        flowing = isinstance(last, yaml.MappingNode) and last.flow_style
        lines = [f"- {flow(value)}"] if flowing else item(value)
        before = self._newline if self._apart(items) else ""
        self._splice(at, at, depth, before + self._lines(lines, items.start_mark.column))

    def _apart(self, items: Any) -> bool:
        """True if empty lines stand between the last items of a list."""
        if len(items.value) < 2 or not all(self._places.inside(i, items) for i in items.value[-2:]):
            return False
        between = self._text[self._places.end(items.value[-2]) : items.value[-1].start_mark.index]
        return any(not line.strip() for line in between.splitlines()[1:-1])

    def _create_lists(self) -> None:
        """Lists that were not there: with all that was appended to each."""
        created, self._created = self._created, {}
        for path, values in created.items():
            whole, key = self._places.node(path[:-1]), str(path[-1])
            old = self._places.child(whole, key)
            if old is None:
                self._add_key(whole, key, values, len(path))
            elif whole.flow_style:
                self._replace(old, values, key, len(path))
            else:
                self._fill(whole, old, path, values)

    def _fill(self, whole: Any, old: Any, path: Path, values: list[Written]) -> None:
        """A list instead of the nothing that stands behind a key."""
        start, end = old.start_mark.index, self._places.end(old)
        while self._text[start - 1] == " ":
            start -= 1
        column = next(k.start_mark.column for k, _ in whole.value if k.value == path[-1])
        _, *lines = entry(str(path[-1]), values)
        self._splice(start, max(start, end), len(path), self._lines(lines, column))

    def _remove(self, path: Path) -> None:
        whole, key = self._places.node(path[:-1]), path[-1]
        places = [k.value for k, _ in whole.value]
        index = places.index(key)
        if index == 0:
            self._remove_first(whole, len(path))
            return
        value = self._places.child(whole, key)
        before = self._places.own(whole.value[index - 1][1], whole)
        if whole.flow_style:
            self._splice(self._places.end(before), self._places.end(value), len(path), "")
            return
        key_node = whole.value[index][0]
        # With the line break above, not its own: something may be added where the line ends.
        above = self._places.line_end(self._text.rfind("\n", 0, key_node.start_mark.index))
        self._splice(above, self._places.line_end(self._places.end(value)), len(path), "")

    def _remove_first(self, whole: Any, depth: int) -> None:
        """Put the second field where the first one stood, behind a dash or a bracket."""
        if len(whole.value) == 1:
            raise EditError("What must go is the only one of its fields.")
        (first, value), (second, _) = whole.value[:2]
        end = second.start_mark.index
        if "#" in self._text[self._places.end(value) : end]:
            raise EditError("A remark stands after the field that must go.")
        self._splice(first.start_mark.index, end, depth, "")


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
