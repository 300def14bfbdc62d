"""The sheets of a run beside the ledger: the code of each, and the rows that are missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from generator.paper.changes import Shown, labels
from generator.paper.codes import assigned, sheet_code
from generator.paper.earlier import Sheets
from generator.paper.ledger import Ledger, Row

_ATTEMPTS = 4
"""So often a code may have been taken by another sheet when it was given."""


class Register(Struct, frozen=True):
    """Sheets as they are now, with their codes, by their names in the ledger."""

    ledger: Ledger
    shown: Mapping[str, Shown]
    codes: Mapping[str, str] = field(default_factory=dict)

    def is_printed(self, name: str) -> bool:
        """Whether a sheet was printed as it is now."""
        latest = self.ledger.latest(name)
        return latest is not None and latest.code == self.codes[name]

    def unprinted(self) -> tuple[str, ...]:
        """The sheets that never were printed as they are now, sorted."""
        return tuple(name for name in sorted(self.shown) if not self.is_printed(name))

    def outdated(self) -> tuple[str, ...]:
        """Those of them that were printed otherwise."""
        return tuple(name for name in self.unprinted() if self.ledger.latest(name))

    def told(self, earlier: Iterable[Sheets]) -> dict[str, tuple[str, ...]]:
        """What changed on the outdated sheets since they were printed, as far as one of the
        earlier plans has them as they were then."""
        missing = set(self.outdated())
        found: dict[str, tuple[str, ...]] = {}
        if not missing:
            return found
        for sheets in earlier:
            for name in sorted(missing):
                was = sheets.get(name)
                if was is not None and self._was_printed(name, was):
                    found[name] = labels(was, self.shown[name])
            missing -= found.keys()
            if not missing:
                break
        return found

    def _was_printed(self, name: str, was: Shown) -> bool:
        latest = self.ledger.latest(name)
        attempts = (
            sheet_code(self.ledger.salt, name, was.facts, attempt) for attempt in range(_ATTEMPTS)
        )
        return latest is not None and latest.code in attempts

    def rows(self, revision: str, told: Mapping[str, tuple[str, ...]]) -> list[tuple[str, Row]]:
        """The rows that the ledger lacks, for a revision of the plan."""
        return [(name, self._row(name, revision, told.get(name, ()))) for name in self.unprinted()]

    def _row(self, name: str, revision: str, said: tuple[str, ...]) -> Row:
        sheet = self.shown[name].sheet
        changed = {sheet.language: said} if said else {}
        return Row(self.codes[name], revision, sheet.audience, changed)


def register(ledger: Ledger, shown: Mapping[str, Shown]) -> Register:
    """The sheets with their codes."""
    facts = {name: one.facts for name, one in shown.items()}
    return Register(ledger, shown, assigned(ledger.salt, ledger.codes(), facts))
