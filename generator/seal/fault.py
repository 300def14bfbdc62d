"""What is wrong with a site that is to be sealed, or with one that was."""

from __future__ import annotations

from msgspec import Struct


class Fault(Struct, frozen=True, order=True):
    """One fault: the file that it is in, a permanent code, and words."""

    path: str
    code: str
    message: str


class SealError(Exception):
    """A site that can't be sealed; nothing was written."""

    def __init__(self, faults: tuple[Fault, ...]):
        self.faults = faults
        super().__init__("\n".join(f"{one.path}: {one.message}" for one in faults))
