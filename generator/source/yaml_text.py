"""Read one YAML file as text, with line and column for each key and value.

Why events and not ``yaml.load``: a loader types scalars (``0171234567`` becomes 31799671, ``+44…``
loses its plus), keeps the last of two equal keys in silence and lets aliases multiply without
bound.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import yaml

from generator.problems import Position, Problem
from generator.source.tree import Fields, Items, Node, Scalar
from generator.source.yaml_faults import (
    CUT,
    UNSEEN,
    character_problem,
    cut_off,
    cuts,
    syntax_problem,
    unseen,
)

MAX_NODES = 2_000_000
"""More texts than this in one file, aliases counted each time they are used, is a fault."""

MAX_DEPTH = 60

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PLAIN_TAGS = frozenset(
    f"tag:yaml.org,2002:{kind}"
    for kind in ("str", "int", "float", "bool", "null", "timestamp", "seq", "map")
)
_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})


class _Stop(Exception):  # noqa: N818 - ends the reading of one file; carries its problem
    def __init__(self, problem: Problem):
        self.problem = problem
        super().__init__(problem.code)


def read_yaml(text: str, file: str, report: Callable[[Problem], None]) -> Node | None:
    """Read a file's text to a tree; faults are reported, and None means that nothing is left."""
    try:
        return _Reader(text, file, report).read()
    except _Stop as stop:
        report(stop.problem)
    except yaml.MarkedYAMLError as error:
        report(syntax_problem(error, text, file))
    except yaml.reader.ReaderError as error:
        report(character_problem(error, text, file))
    return None


class _Reader:
    def __init__(self, text: str, file: str, report: Callable[[Problem], None]):
        self._loader = _Loader(text)
        self._file = file
        self._report = report
        self._anchors: dict[str, tuple[Node, int, int]] = {}
        """By name what was written, how many values that is, and how many levels."""
        self._open: set[str] = set()
        self._count = 0
        self._deepest = 0
        self._cuts = cuts(text)
        self._told: dict[str, str] = {}
        """Names of fields, ids and the like stand often in a file; each is kept once."""
        self._line = 0

    def read(self) -> Node | None:
        root: Node | None = None
        while True:
            event = self._loader.get_event()
            if isinstance(event, yaml.StreamEndEvent):
                return root
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    raise self._stop(
                        "several-documents",
                        event,
                        "A second document begins here.",
                        "Remove the line `---`, or put what follows in its own file.",
                    )
                root = self._node(self._loader.get_event(), 0)

    def _node(self, event: Any, depth: int) -> Node:
        self._descend(event, depth)
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event, depth)
        if event.tag is not None and event.tag not in _PLAIN_TAGS:
            raise self._stop(
                "yaml-tag",
                event,
                f"The tag `{event.tag[:40]}` has no meaning here.",
                "Remove it. A text that begins with `!` needs quotes.",
            )
        before = self._counted(event)
        if not event.anchor:
            return self._build(event, depth)
        above, self._deepest = self._deepest, depth
        self._open.add(event.anchor)
        node = self._build(event, depth)
        self._open.discard(event.anchor)
        size, height = self._count - before + 1, self._deepest - depth
        self._anchors[event.anchor] = (node, size, height)
        self._deepest = max(above, self._deepest)
        return node

    def _descend(self, event: Any, depth: int) -> None:
        """Note how deep it goes; what lies behind an alias counts where the alias stands."""
        if depth > MAX_DEPTH:
            raise self._stop(
                "nested-too-deep",
                event,
                f"More than {MAX_DEPTH} levels of nesting.",
                "Check the indentation; a plan needs far fewer levels.",
            )
        self._deepest = max(self._deepest, depth)

    def _build(self, event: Any, depth: int) -> Node:
        line, column = self._same(event.start_mark.line + 1), event.start_mark.column + 1
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, line, column)
        if isinstance(event, yaml.SequenceStartEvent):
            items = Items(self._file, line, column)
            while not isinstance(event := self._loader.get_event(), yaml.SequenceEndEvent):
                items.items.append(self._node(event, depth + 1))
            return items
        fields = Fields(self._file, line, column)
        while not isinstance(event := self._loader.get_event(), yaml.MappingEndEvent):
            self._entry(fields, event, depth)
        return fields

    def _entry(self, fields: Fields, event: Any, depth: int) -> None:
        key = self._node(event, depth + 1)
        value = self._node(self._loader.get_event(), depth + 1)
        if not isinstance(key, Scalar) or key.value is None:
            self._report(
                Problem(
                    "key-not-text",
                    "A key must be a short text.",
                    key.position(),
                    "Write `key: value`; put quotes around a key such as `~`.",
                )
            )
        elif key.value in fields.entries:
            first = fields.entries[key.value][0].position()
            self._report(
                Problem(
                    "duplicate-key",
                    f"The key `{_short(key.value)}` stands twice in "
                    "the same place; only one of the two could count.",
                    key.position(),
                    f"Keep one of them; the other stands at {first}.",
                    related=(first,),
                )
            )
        else:
            fields.entries[key.value] = (key, value)

    def _same(self, line: int) -> int:
        """The number of a line; the same object for all that stands on it."""
        if line != self._line:
            self._line = line
        return self._line

    def _scalar(self, event: Any, line: int, column: int) -> Scalar:
        start, end = event.start_mark, event.end_mark
        width = end.column - start.column if end.line == start.line else 1
        told = self._told.setdefault(event.value, event.value)
        value = None if event.implicit[0] and told in _EMPTY else told
        if self._cuts and value and not event.style and (rest := self._cuts.get(end.line)):
            self._report_cut(end, rest)
        if event.style == '"' and UNSEEN.search(event.value):
            self._report(unseen(Position(self._file, line, column, max(1, width))))
        return Scalar(value, self._file, line, column, max(1, width))

    def _report_cut(self, end: Any, line: str) -> None:
        """What stands behind a text without quotes is lost, if it was no remark."""
        found = CUT.match(line, end.column)
        if found:
            self._report(cut_off(Position(self._file, end.line + 1, found.end())))

    def _alias(self, event: Any, depth: int) -> Node:
        if event.anchor in self._open:
            raise self._stop(
                "yaml-alias-loop",
                event,
                f"`*{event.anchor}` contains itself.",
                "Write the content out, or use `block:` to share steps.",
            )
        if event.anchor not in self._anchors:
            raise self._stop(
                "yaml-alias-unknown",
                event,
                f"`*{event.anchor}` is not defined.",
                "A text that begins with `*` needs quotes; an alias needs an "
                f"`&{event.anchor}` above it.",
            )
        node, size, height = self._anchors[event.anchor]
        self._descend(event, depth + height)
        self._count += size - 1
        self._counted(event)
        return node

    def _counted(self, event: Any) -> int:
        self._count += 1
        if self._count > MAX_NODES:
            raise self._stop(
                "too-much-text",
                event,
                f"More than {MAX_NODES:,} values in one file "
                "(aliases count each time they are used).",
                "Remove aliases that repeat other aliases, or split the file.",
            )
        return self._count

    def _stop(self, code: str, event: Any, message: str, cure: str) -> _Stop:
        mark = event.start_mark
        place = Position(self._file, mark.line + 1, mark.column + 1)
        return _Stop(Problem(code, message, place, cure))


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
