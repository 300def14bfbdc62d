"""Compare a file's records with the plan, one by one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.exchange.incoming.comparison import Comparison, Incoming
from generator.exchange.incoming.differences import Differences
from generator.exchange.incoming.new_parts import NewParts
from generator.exchange.incoming.owners import Owners
from generator.exchange.incoming.records import Record, RecordError
from generator.exchange.incoming.wording import Wording
from generator.exchange.layout import LAYOUTS
from generator.exchange.names import id_from
from generator.exchange.written import written
from generator.model import Plan
from generator.problems import listed

_NAMELESS = {"people": "person", "suppliers": "supplier"}
"""What the id of someone is whose name has no Latin letter."""


def compare(plan: Plan, topic: str, found: Sequence[Record], language: str) -> Comparison:
    """What the records say otherwise than the plan; texts are compared in a language."""
    return _Comparing(plan, topic, Wording(language, plan.plan.languages[0])).run(found)


class _Comparing:
    def __init__(self, plan: Plan, topic: str, wording: Wording) -> None:
        self._plan = plan
        self._topic = topic
        self._layout = LAYOUTS[topic]
        self._wording = wording
        self._things: tuple[Any, ...] = getattr(plan, topic)
        self._owners = Owners(self._things, wording.reader)
        self._parts = NewParts(plan, wording)
        self._taken = self._owners.ids

    def run(self, found: Sequence[Record]) -> Comparison:
        self._taken |= {str(record.tree["id"]) for record in found if "id" in record.tree}
        incoming: list[Incoming] = []
        faults: list[tuple[int, str, str]] = []
        matched: set[int] = set()
        for record in found:
            try:
                number = self._owners.of(record)
                if number is None:
                    incoming.append(self._new(record))
                else:
                    matched.add(number)
                    incoming.append(self._known(record, number))
            except RecordError as fault:
                faults.append((record.number, fault.message, fault.cure))
        absent = len(self._things) - len(matched)
        notes = tuple(self._parts.notes)
        return Comparison(self._topic, tuple(incoming), tuple(faults), notes, absent)

    def _new(self, record: Record) -> Incoming:
        tree = self._parts.part(record.tree, self._layout, record.number)
        name = str(tree["name"])
        if "id" in tree:
            self._note_namesakes(name, record.number)
        else:
            made = id_from(name, self._taken, _NAMELESS[self._topic])
            tree = {"id": made, **tree}
            self._taken.add(made)
        return Incoming(name, str(tree["id"]), record.number, tree)

    def _note_namesakes(self, name: str, row: int) -> None:
        """A table may have ids of its own; then everybody in it would come a second time."""
        if namesakes := self._owners.named(name):
            known = listed(self._things[number].id for number in namesakes)
            message = f"The plan has {known} of this name; another `id`, as here, makes a new one."
            self._parts.notes.append((row, message))

    def _known(self, record: Record, number: int) -> Incoming:
        thing = self._things[number]
        # A row that was found by its name says nothing about the name.
        found_by = "id" if "id" in record.tree else "name"
        tree = {key: value for key, value in record.tree.items() if key not in ("id", found_by)}
        differences = Differences(record, self._plan, self._wording, self._parts)
        changes = tuple(differences.of(tree, thing, (self._topic, number), self._layout))
        name = str(written(thing, self._wording.reader)["name"])
        return Incoming(name, thing.id, record.number, None, changes)
