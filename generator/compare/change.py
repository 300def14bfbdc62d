"""A change, as data."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Difference(StrEnum):
    """What happened to a thing."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class Change(Struct, frozen=True):
    """One thing of the plan that is new, gone or other than it was.

    ``kind`` and ``id`` say which (``plan`` and an empty id for the plan's own header), ``name``
    is what people call it, and ``details`` says what is other, a sentence each. No detail ever
    repeats the value of a contact.
    """

    kind: str
    id: str
    name: str
    difference: Difference
    details: tuple[str, ...] = ()

    def sentences(self) -> tuple[str, ...]:
        """The change in words: a line that stands alone, then its details."""
        what = self.kind.replace("-", " ").capitalize()
        named = f"{what} “{self.name}”" if self.id else what
        end = ":" if self.details else "."
        return (f"{named} {self.difference}{end}", *(f"  - {detail}" for detail in self.details))
