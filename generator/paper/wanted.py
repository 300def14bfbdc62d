"""What the command line asks to be printed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from msgspec import Struct

from generator.paper.document import Paper


class Wanted(Struct, frozen=True):
    """What the command line asked for; empty tuples stand for all. A ``draft`` has no codes and
    leaves the ledger as it is."""

    plan: Path
    editions: tuple[str, ...]
    languages: tuple[str, ...]
    kinds: tuple[str, ...]
    paper: Paper
    duplex: str
    as_of: date | None = None
    changed_since: str | None = None
    draft: bool = False
    two_languages: tuple[str, str] | None = None
    recipient: str | None = None

    @property
    def whole(self) -> bool:
        """Whether all that there is to print is asked for, so that what is left over may go."""
        return not (self.kinds or self.editions or self.languages or self.changed_since)
