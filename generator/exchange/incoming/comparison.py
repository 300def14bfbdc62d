"""What a file would do to a plan: what is new, what is filled in, what differs."""

from __future__ import annotations

from msgspec import Struct

from generator.exchange.editing.edits import Edit
from generator.exchange.sheet import Tree


class Change(Struct, frozen=True):
    """One thing that the file says otherwise than the plan.

    ``label`` names the field and never its value, ``detail`` the values where they may be shown.
    ``overwrites`` if the plan says something else already.
    """

    label: str
    edits: tuple[Edit, ...]
    overwrites: bool = False
    detail: str = ""


class Incoming(Struct, frozen=True):
    """What becomes of one row: the thing it is about, and its changes."""

    name: str
    id: str
    row: int
    new: Tree | None = None
    changes: tuple[Change, ...] = ()


class Comparison(Struct, frozen=True):
    """Everything that a file would do to a plan.

    ``faults`` are rows that can't be used, each with what is wrong and the cure; ``notes`` are what
    was mended; ``absent`` is how many in the plan no row is about.
    """

    topic: str
    incoming: tuple[Incoming, ...]
    faults: tuple[tuple[int, str, str], ...]
    notes: tuple[tuple[int, str], ...]
    absent: int
