"""From a plan's files to a ``Plan``: read, type, and say what is wrong, all at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path as FilePath

from msgspec import Struct, field
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.model import Plan
from generator.model.base import ID_PATTERN
from generator.problems import Position, Problem, Severity
from generator.reading_errors import explain, stray_words
from generator.source import read_plan
from generator.source.tree import (
    Fields,
    Items,
    Node,
    Path,
    Scalar,
    child,
    copied,
    locate,
    plain,
    walk,
)

_ROUNDS = 12
_ID = re.compile(ID_PATTERN)


class Places(Struct, frozen=True):
    """Where the values of a plan stand in its files."""

    root: Fields

    def of(self, path: Sequence[str | int], *, key: bool = False) -> Position:
        """The place of the value (or with ``key`` of the key) at a path in the plan."""
        return locate(self.root, path, key=key)


class Loaded(Struct, frozen=True):
    """A plan that was read. ``plan`` is None if too little is left to speak of a plan.

    Where a value is faulty, ``plan`` holds the rest, so that the checks can go on; ``removed``
    are the paths (in ``plan``) of the parts that lost something, and ``removed_ids`` the ids of
    those parts and all that may be ids in what they lost. ``unread`` names files that could not
    be used at all. ``folder`` is what the plan's own paths are relative to, ``texts`` each file's
    text by name.
    """

    plan: Plan | None
    places: Places
    problems: tuple[Problem, ...]
    folder: FilePath
    texts: dict[str, str]
    removed: frozenset[Path] = field(default=frozenset())
    removed_ids: frozenset[str] = field(default=frozenset())
    unread: frozenset[str] = field(default=frozenset())


def load(path: FilePath) -> Loaded:
    """Read the plan at ``path`` (a file or a folder). Bad input becomes problems, never raises."""
    source = read_plan(path)
    typing = _Typing(source.root, list(source.problems), lost=bool(source.unread))
    plan = typing.run() if source.root.entries else None
    return Loaded(
        plan,
        Places(typing.root),
        tuple(typing.problems),
        source.folder,
        source.texts,
        typing.removed(),
        frozenset(typing.removed_ids),
        frozenset(source.unread),
    )


def has_errors(problems: Sequence[Problem]) -> bool:
    """True if any of the problems stops a build."""
    return any(problem.severity is Severity.ERROR for problem in problems)


class _Typing:
    """Types a tree; on faults reports them, takes the faulty values out and tries again.

    Where a file was ``lost``, a topic that is missing may stand in it.
    """

    def __init__(self, root: Fields, problems: list[Problem], *, lost: bool):
        self.root = root
        self.problems = problems
        self._lost = lost
        self.removed_ids: set[str] = set()
        self._harmed: dict[int, Node] = {}

    def run(self) -> Plan | None:
        empty: list[Scalar] = []
        tree = plain(self.root, empty)
        self.problems.extend(stray_words(empty))
        for attempt in range(_ROUNDS):
            try:
                return Plan.model_validate(plain(self.root) if attempt else tree)
            except ValidationError as error:
                faults = error.errors(include_url=False)
                self._report(faults)
                if attempt == 0:
                    # Trees of unchanged files are kept between readings: prune a copy.
                    # It shares nothing, or what goes from one place would go from others too.
                    self.root = _root(self.root)
                if not self._prune(faults):
                    break
        return None

    def removed(self) -> frozenset[Path]:
        """The paths of the parts that lost something, as they are now."""
        if not self._harmed:
            return frozenset()
        return frozenset(path for path, node in walk(self.root) if id(node) in self._harmed)

    def _report(self, faults: list[ErrorDetails]) -> None:
        for fault in faults:
            if self._lost and fault["type"] == "missing" and len(fault["loc"]) == 1:
                continue
            if fault["type"] == "too_short" and _follows(fault, faults):
                continue
            whole = self._node(self._existing(fault["loc"][:-1]))
            made_by_pruning = id(whole) in self._harmed
            if not (made_by_pruning and fault["type"] in ("missing", "too_short")):
                self.problems.append(explain(fault, self.root))

    def _prune(self, faults: list[ErrorDetails]) -> bool:
        paths = {self._existing(fault["loc"]) for fault in faults}
        # The last items of a list first, so that the indexes of the others stay right.
        ordered = sorted(paths, key=_by_index, reverse=True)
        taken = [self._take_out(path) for path in ordered]
        return any(taken)

    def _existing(self, path: Sequence[str | int]) -> Path:
        """The longest part of a path that the tree knows."""
        node: Node | None = self.root
        for index, step in enumerate(path):
            node = child(node, step) if node is not None else None
            if node is None:
                return tuple(path[:index])
        return tuple(path)

    def _node(self, path: Path) -> Node:
        node: Node = self.root
        for step in path:
            node = child(node, step) or node
        return node

    def _take_out(self, path: Path) -> bool:
        if not path or self._existing(path) != path:
            return False
        parent, last = self._node(path[:-1]), path[-1]
        self.removed_ids.update(self._enclosing_id(path[:-1]))
        if isinstance(parent, Items) and isinstance(last, int):
            gone = parent.items.pop(last)
        elif isinstance(parent, Fields) and isinstance(last, str):
            gone = parent.entries.pop(last)[1]
        else:
            return False
        self._harmed[id(parent)] = parent
        self.removed_ids.update(_possible_ids(gone))
        return True

    def _enclosing_id(self, path: Path) -> set[str]:
        """The id of the nearest part above that has one."""
        for end in range(len(path), 0, -1):
            named = child(self._node(path[:end]), "id")
            if isinstance(named, Scalar) and named.value is not None:
                return {named.value}
        return set()


def _follows(fault: ErrorDetails, faults: Sequence[ErrorDetails]) -> bool:
    """True if a list has too few items because others of the faults stand in it."""
    place = fault["loc"]
    inside = (one["loc"] for one in faults if len(one["loc"]) > len(place))
    return any(path[: len(place)] == place for path in inside)


def _root(root: Fields) -> Fields:
    copy = copied(root)
    return copy if isinstance(copy, Fields) else root


def _by_index(path: Path) -> tuple[tuple[int, int, str], ...]:
    return tuple((1, step, "") if isinstance(step, int) else (0, 0, step) for step in path)


def _possible_ids(node: Node) -> set[str]:
    """Every value inside a node that can be an id, or refer to one."""
    values = (inner.value for _, inner in walk(node) if isinstance(inner, Scalar))
    return {value for value in values if value is not None and _ID.fullmatch(value)}
