"""From a tree of text to the typed parts of a plan, with every fault that stands in the way."""

from __future__ import annotations

from typing import Generic, TypeVar

from msgspec import Struct

from generator.model.base import Part
from generator.reading.faults import Fault as Fault
from generator.reading.faults import Refused
from generator.reading.faults import Wrong as Wrong
from generator.reading.kinds import group
from generator.reading.readers import Notes
from generator.source.tree import Fields, Path, Scalar

P = TypeVar("P", bound=Part)


class Reading(Struct, Generic[P], frozen=True):
    """What was read. ``part`` is None if what is left does not make one.

    ``lost`` are the paths of all that was left out for its faults, or with what it could not do
    without; ``empty`` are the keys that stand without a value.
    """

    part: P | None
    faults: tuple[Fault, ...]
    lost: tuple[Path, ...]
    empty: tuple[Scalar, ...]


def read(model: type[P], root: Fields) -> Reading[P]:
    """Read a part of this class, such as the whole plan, from a tree. Never raises."""
    notes = Notes()
    try:
        part = group(model).read(root, (), notes)
    except Refused:
        part = None
    found = part if isinstance(part, model) else None
    return Reading(found, tuple(notes.faults), tuple(notes.lost), tuple(notes.empty))
