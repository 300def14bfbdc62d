"""Which files of an earlier run stay in the folder beside those of this one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from generator.paper.kinds import Kind
from generator.paper.printing import Batch
from generator.paper.wanted import Wanted


def staying(wanted: Wanted, made: Iterable[tuple[Batch, Iterable[Kind]]]) -> Callable[[str], bool]:
    """Whether an older file at a path stays: not if everything was asked for, nor if it is of a
    kind, edition and language of which this run made new ones; it is out of date then. Of what
    changed since, kinds on which nothing changed stay as they were printed."""
    if wanted.whole:
        return lambda _: False
    anew = [
        re.compile(rf"{re.escape(f'{batch.folder}/{kind.name}')}(?:-[a-z0-9-]+)?\.pdf")
        for batch, kinds in made
        for kind in kinds
        if not wanted.changed_since or _has(batch, kind)
    ]
    return lambda path: not any(one.fullmatch(path) for one in anew)


def _has(batch: Batch, kind: Kind) -> bool:
    return any(document.path.startswith(kind.name) for document in batch.documents)
