"""What is measured of sheets before they are set: once for each, kept between runs."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial
from typing import Final

from msgspec import Struct, field
from msgspec.structs import replace

from generator.jobs import shares
from generator.kept import Kept
from generator.paper.document import Document, Imprint
from generator.paper.naming import Names
from generator.paper.press import Press
from generator.paper.typesetter import Fits, Source, measured, to_measure
from generator.views.sheets.sheet import Sheet

_TOGETHER: Final = 128
"""So many sheets are measured by one job: what they have in common, once."""

Wanted = tuple[Document, Imprint]


class _Lot(Struct, frozen=True):
    """Sheets by their names that are measured in the same way."""

    document: Document
    imprint: Imprint
    sheets: dict[bytes, Sheet] = field(default_factory=dict)

    def jobs(self) -> Iterator[tuple[Sequence[bytes], Wanted]]:
        """The names and the document of each job."""
        for names in shares(tuple(self.sheets), _TOGETHER):
            sheets = tuple(self.sheets[name] for name in names)
            yield names, (replace(self.document, sheets=sheets), self.imprint)


def fitted(
    wanted: Sequence[Wanted],
    missing: Collection[int],
    names: Names,
    source: Source,
    press: Press,
    kept: Kept,
) -> dict[int, list[Fits]]:
    """What is measured of the sheets of those documents that are ``missing`` and need it, by their
    numbers; that of the others stays kept."""
    asked = {n: (to_measure(one), of) for n, (one, of) in enumerate(wanted) if one.fitting}
    named = {n: names.each(*one) for n, one in asked.items()}
    known = {name: kept.get(name) for its in named.values() for name in its.sheets}
    lots: dict[tuple[bytes, int], _Lot] = {}
    taken: set[bytes] = set()
    needed = sorted(asked.keys() & missing)
    for number in needed:
        # Each edition has its own imprint: the same sheet has another code there.
        key = named[number].frame, id(asked[number][1])
        lot = lots.setdefault(key, _Lot(*asked[number]))
        pairs = zip(named[number].sheets, asked[number][0].sheets, strict=True)
        lot.sheets.update(pair for pair in pairs if known[pair[0]] is None and pair[0] not in taken)
        taken |= lot.sheets.keys()
    fresh = _measured([*lots.values()], source, press)
    for name, fits in fresh.items():
        kept.put(name, json.dumps(fits).encode())
    read = {name: json.loads(told) for name, told in known.items() if told is not None}
    its = {**read, **fresh}
    return {n: [its[name] for name in named[n].sheets] for n in needed}


def _measured(lots: Sequence[_Lot], source: Source, press: Press) -> Mapping[bytes, Fits]:
    jobs = [job for lot in lots for job in lot.jobs()]
    done = press([partial(measured, *wanted, source) for _, wanted in jobs]) if jobs else []
    pairs = (zip(names, fits, strict=True) for (names, _), fits in zip(jobs, done, strict=True))
    return {name: fits for one in pairs for name, fits in one}
