"""Whose row it is: the thing in the plan with its id, or else with its name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.exchange import same
from generator.exchange.incoming.records import Record, RecordError
from generator.exchange.written import Reader, written


class Owners:
    """The things that rows may be about; each row is about another one."""

    def __init__(self, things: Sequence[Any], reader: Reader) -> None:
        numbered = list(enumerate(things))
        self._ids = {id_: n for n, one in reversed(numbered) for id_ in (*one.aliases, one.id)}
        self._ids |= {one.id: n for n, one in reversed(numbered)}
        self._names: dict[str, list[int]] = {}
        for number, one in numbered:
            name = same.spoken(str(written(one, reader)["name"]))
            self._names.setdefault(name, []).append(number)
        self._seen: dict[object, int] = {}

    @property
    def ids(self) -> set[str]:
        """Every id that is taken, former ones too."""
        return set(self._ids)

    def named(self, name: str) -> list[int]:
        """The numbers of the things with a name."""
        return self._names.get(same.spoken(name), [])

    def of(self, record: Record) -> int | None:
        """The number of the row's thing, None for a new one.

        RecordError if it can't be told, or if an earlier row was about the same one.
        """
        number = self._match(record)
        self._once(record, number)
        return number

    def _match(self, record: Record) -> int | None:
        id_, name = record.tree.get("id"), record.tree.get("name")
        if id_ is not None:
            return self._ids.get(str(id_).strip())
        if name is None:
            raise RecordError("This row has neither `id` nor `name`.", "Fill one of them in.")
        alike = self.named(str(name))
        if len(alike) > 1:
            raise RecordError(
                "Several in the plan have this name.", "Give the row an `id`, as in the plan."
            )
        return alike[0] if alike else None

    def _once(self, record: Record, number: int | None) -> None:
        mark: object = number
        if number is None:
            mark = record.tree.get("id") or same.spoken(str(record.tree["name"]))
        if mark in self._seen:
            raise RecordError(
                f"This row is about the same one as row {self._seen[mark]}.",
                "Join the two rows, or give each an `id` of its own.",
            )
        self._seen[mark] = record.number
