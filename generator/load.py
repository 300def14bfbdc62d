"""From a plan's files to a ``Plan``: read, type, and say what is wrong, all at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path as FilePath

from msgspec import Struct, field

from generator.model import Plan
from generator.model.base import ID_PATTERN
from generator.problems import Position, Problem, Severity
from generator.reading import Fault, Wrong, read
from generator.reading.losses import Remains
from generator.reading_errors import explain, stray_words
from generator.source import read_plan
from generator.source.tree import Fields, Node, Path, Scalar, at, child, locate, walk

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
    root, problems = source.root, list(source.problems)
    reading = read(Plan, root)
    if root.entries:
        problems += stray_words(reading.empty)
        problems += (
            explain(fault, root)
            for fault in reading.faults
            if not (source.unread and _may_stand_in_a_lost_file(fault))
        )
    remains = Remains(root, reading.lost)
    return Loaded(
        reading.part,
        Places(remains.root),
        tuple(problems),
        source.folder,
        source.texts,
        remains.harmed,
        frozenset(id_ for path in reading.lost for id_ in _lost_ids(root, path)),
        frozenset(source.unread),
    )


def has_errors(problems: Sequence[Problem]) -> bool:
    """True if any of the problems stops a build."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def _may_stand_in_a_lost_file(fault: Fault) -> bool:
    """True of a topic that is missing."""
    return fault.wrong is Wrong.MISSING and len(fault.path) == 1


def _lost_ids(root: Fields, path: Path) -> Iterator[str]:
    """The id of the nearest part that lost what stood at a path, and all that may be ids in it."""
    for end in range(len(path) - 1, 0, -1):
        named = child(at(root, path[:end]), "id")
        if isinstance(named, Scalar) and named.value is not None:
            yield named.value
            break
    yield from _possible_ids(at(root, path))


def _possible_ids(node: Node) -> Iterator[str]:
    """Every value inside a node that can be an id, or refer to one."""
    for _, inner in walk(node):
        if isinstance(inner, Scalar) and inner.value is not None and _ID.fullmatch(inner.value):
            yield inner.value
