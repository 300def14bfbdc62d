"""Edits of a plan: what is set, added or taken out, and where."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from enum import Enum
from typing import Any

from msgspec import Struct

from generator.exchange.written import Written

Path = tuple[str | int, ...]


class Act(Enum):
    """What an edit does."""

    SET = "set"
    APPEND = "append"
    REMOVE = "remove"


class Edit(Struct, frozen=True):
    """Set the value at a path, append it to the list at a path, or remove what is there.

    Paths are those of the merged plan: ``("people", 3, "title")``.
    """

    act: Act
    path: Path
    value: Written = ""


def applied(tree: dict[str, Any], edits: Iterable[Edit]) -> dict[str, Any]:
    """A plan's plain tree as it must be after the edits."""
    result = copy.deepcopy(tree)
    for edit in edits:
        *above, last = edit.path
        whole: Any = result
        for step in above:
            whole = whole[step]
        if edit.act is Act.REMOVE:
            del whole[last]
        elif edit.act is Act.SET:
            whole[last] = copy.deepcopy(edit.value)
        else:
            whole.setdefault(last, []).append(copy.deepcopy(edit.value))
    return result
