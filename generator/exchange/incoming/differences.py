"""What a row says otherwise than the thing in the plan that it is about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.exchange import same
from generator.exchange.editing.edits import Act, Edit, Path
from generator.exchange.incoming import cells
from generator.exchange.incoming.comparison import Change
from generator.exchange.incoming.contact_pairs import ContactPairs
from generator.exchange.incoming.new_parts import NewParts
from generator.exchange.incoming.records import Record, trees
from generator.exchange.incoming.wording import Wording
from generator.exchange.layout import DETAILS, Layout
from generator.exchange.sheet import Tree
from generator.exchange.written import Written, written
from generator.model import Plan
from generator.model.base import Part
from generator.model.contact import Contact

_UNSHOWN = frozenset({"contract", "agreed", "supplies", "to", "label", "app", "hours", "note"})
"""The fields whose values are not said in the summary of an import."""


class Differences:
    """Compares one row with its thing, part by part."""

    def __init__(self, record: Record, plan: Plan, wording: Wording, new: NewParts) -> None:
        self._row = record.number
        self._loose = record.loose
        self._plan = plan
        self._wording = wording
        self._new = new
        self._pairs = ContactPairs(plan.plan.country, record.loose)

    def of(
        self, tree: Tree, thing: Part, path: Path, layout: Layout, prefix: str = ""
    ) -> Iterator[Change]:
        """What the tree says otherwise than the thing at a path; ``prefix`` begins each label."""
        mine = written(thing, self._wording.reader)
        for key, value in tree.items():
            if key == "contacts":
                yield from self._contacts(trees(value), thing, path, prefix)
            elif key in layout.parts and isinstance(value, dict):
                yield from self._inner(value, thing, (*path, key), layout.parts[key])
            elif key in layout.repeated:
                yield from self._stages(trees(value), thing, (*path, key), layout.repeated[key])
            elif not same.same(key, mine.get(key, ""), value):
                yield self._field(value, thing, (*path, key), mine.get(key), f"{prefix}{key}")

    def _field(
        self, value: Written, thing: Part, path: Path, old: Written | None, label: str
    ) -> Change:
        key = str(path[-1])
        made = cells.value(key, value, self._plan)
        edit = self._wording.edit(getattr(thing, key, None), path, made)
        detail = "" if key in _UNSHOWN else _shown(made)
        if old is not None and detail:
            detail = f"{_shown(old)} → {detail}"
        return Change(label, (edit,), old is not None, detail)

    def _inner(self, value: Tree, thing: Any, path: Path, layout: Layout) -> Iterator[Change]:
        """A part that a thing has once at most, such as the desk to call first."""
        key = str(path[-1])
        part = getattr(thing, key)
        if part is not None:
            yield from self.of(value, part, path, layout, f"{key} ")
            return
        named = {"name": written(thing, self._wording.reader)["name"], **value}
        yield Change(key, (Edit(Act.SET, path, self._new.part(named, layout, self._row)),))

    def _stages(
        self, values: list[Tree], thing: Any, path: Path, layout: Layout
    ) -> Iterator[Change]:
        """Parts in an order, such as the stages of an escalation: compared place by place."""
        key = str(path[-1])
        parts = getattr(thing, key)
        for number, value in enumerate(values):
            label = f"{key} {number + 1}"
            if number < len(parts):
                yield from self.of(value, parts[number], (*path, number), layout, f"{label} ")
            else:
                made = self._new.part(value, layout, self._row)
                yield Change(label, (Edit(Act.APPEND, path, made),))

    def _contacts(
        self, values: list[Tree], thing: Any, path: Path, prefix: str
    ) -> Iterator[Change]:
        for value, number in self._pairs.of(values, thing.contacts):
            label = f"{prefix}{value['kind']}"
            if number is not None:
                there = (*path, "contacts", number)
                yield from self._contact(value, thing.contacts[number], there, label)
            elif not self._loose or "value" in value:
                made = self._new.contact(value, self._row)
                yield Change(label, (Edit(Act.APPEND, (*path, "contacts"), made),))

    def _contact(self, value: Tree, contact: Contact, path: Path, label: str) -> Iterator[Change]:
        mine = written(contact, self._wording.reader)
        if "value" in value and not self._pairs.equal(value, contact):
            made = self._new.contact(value, self._row)
            edits = [Edit(Act.SET, (*path, "value"), made["value"])]
            if "verified" in mine and value.get("verified", mine["verified"]) == mine["verified"]:
                # Nobody has tried the new one yet.
                edits.append(Edit(Act.REMOVE, (*path, "verified")))
            yield Change(label, tuple(edits), overwrites=True)
        for name in () if self._loose else DETAILS:
            old, new = mine.get(name), value.get(name)
            if new is None or same.same(name, old or "", new):
                continue
            yield self._field(new, contact, (*path, name), old, f"{label} {name}")


def _shown(value: Written) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
