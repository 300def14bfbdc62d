"""What no file may hold, whoever's it is: two columns of one name, and signs that can't be seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.exchange.incoming.records import Record
from generator.exchange.row_problems import fault
from generator.exchange.written import Written
from generator.problems import PlanError, listed
from generator.source.yaml_faults import UNSEEN


def refuse_twice(file: Path, heading: int, names: Sequence[str]) -> None:
    """PlanError if several columns have one of these names; ``heading`` is the row of names."""
    if names:
        said = f"More than one column is called {listed(names)}."
        cure = "Give each column a name of its own; a second phone is `phone 2`."
        raise PlanError([fault(file, heading, said, cure)])


def refuse_unseen(file: Path, found: Sequence[Record]) -> None:
    """PlanError with every row that has a character which no file of a plan may have."""
    faults = [
        fault(
            file,
            record.number,
            f"`{field}` has a character that can't be seen.",
            "Delete it and type the text again.",
        )
        for record in found
        for field in dict.fromkeys(_unseen(record.tree, ""))
    ]
    if faults:
        raise PlanError(faults)


def _unseen(value: Written, field: str) -> Iterator[str]:
    """The names of the fields in which such a character stands."""
    if isinstance(value, str):
        if UNSEEN.search(value):
            yield field
    elif isinstance(value, list):
        for item in value:
            yield from _unseen(item, field)
    else:
        for name, part in value.items():
            yield from _unseen(part, name)
