"""What sheets showed when they were printed, as far as this machine printed them.

So that it can be said what changed without reading an earlier plan. It is kept beside the other
things that runs leave for later ones, never with the plan: facts hold values of contacts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

import msgspec

import generator
from generator.kept import Kept
from generator.paper.changes import Shown
from generator.paper.facts import Fact
from generator.paper.ledger import Ledger
from generator.paper.register import Register

_FORM = "1"
"""Raise it when facts are written in another way."""

_FACTS = msgspec.json.Decoder(tuple[Fact, ...])


class Remembered:
    """The facts behind the ledger's newest codes; those of a ledger lie in one file of ``folder``.

    They are found by the sheet's name and its code. Whoever asks reckons the code over them
    again: what isn't what was printed then is of no use.
    """

    def __init__(self, folder: Path, salt: str) -> None:
        its = sha256(salt.encode()).hexdigest()[:12]
        maker = f"printed {_FORM} {generator.__version__}"
        self._salt = salt
        self._kept = Kept(folder / f"printed-{its}.kept", maker)

    def outdated(self, now: Register) -> dict[str, Shown]:
        """The outdated sheets as they were printed last, by their names in the ledger; those that
        are remembered."""
        return dict(self._found(now))

    def _found(self, now: Register) -> Iterator[tuple[str, Shown]]:
        for name in now.outdated():
            latest, sheet = now.ledger.latest(name), now.shown[name].sheet
            told = self._kept.get(self._key(name, latest.code)) if latest else None
            facts = _FACTS.decode(told) if told else ()
            if facts and {one.field for one in facts} <= {*sheet.view.__struct_fields__}:
                yield name, Shown(sheet, facts)

    def save(self, printed: Ledger, shown: Mapping[str, Shown], codes: Mapping[str, str]) -> None:
        """Remember what the ledger knows to be printed, now and earlier."""
        for name, rows in printed.sheets.items():
            code = rows[0].code
            key = self._key(name, code)
            if self._kept.get(key) is None and codes.get(name) == code:
                self._kept.put(key, msgspec.json.encode(shown[name].facts))
        self._kept.save()

    def _key(self, name: str, code: str) -> bytes:
        return sha256("\n".join((self._salt, name, code)).encode()).digest()
