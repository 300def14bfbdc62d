"""What `verify` finds."""

from __future__ import annotations

from msgspec import Struct


class Finding(Struct, frozen=True, order=True):
    """One fault of a site: the file it is in, a permanent code, and words; a note doesn't stop."""

    file: str
    code: str
    message: str
    stops: bool = True

    def __str__(self) -> str:
        kind = "error" if self.stops else "note"
        return f"{self.file}: {kind}[{self.code}] {self.message}"
