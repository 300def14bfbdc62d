"""Parts that the plan doesn't have yet: made from a row, checked, in the order of the model."""

from __future__ import annotations

from generator.exchange.incoming import cells
from generator.exchange.incoming.records import RecordError, trees
from generator.exchange.incoming.wording import Wording
from generator.exchange.layout import DETAILS, Layout
from generator.exchange.sheet import Tree
from generator.model import Plan


class NewParts:
    """Makes new parts for one plan; ``notes`` gathers what was mended, with the row's number."""

    def __init__(self, plan: Plan, wording: Wording) -> None:
        self._plan = plan
        self._wording = wording
        self.notes: list[tuple[int, str]] = []

    def part(self, tree: Tree, layout: Layout, row: int) -> Tree:
        """A part with every field that it must have; RecordError if one is missing."""
        return self._wording.marked(self._complete(tree, layout, row))

    def contact(self, contact: Tree, row: int) -> Tree:
        """A way to reach somebody; RecordError if it has no value."""
        return self._wording.marked(self._contact(contact, row))

    def _complete(self, tree: Tree, layout: Layout, row: int) -> Tree:
        for name in layout.required:
            if name not in tree:
                raise RecordError(f"`{name}` is missing.", f"Fill the column `{name}` in.")
        result: Tree = {}
        for key, value in tree.items():
            if key == "contacts":
                result[key] = [self._contact(contact, row) for contact in trees(value)]
            elif key in layout.parts and isinstance(value, dict):
                desk = {"name": tree["name"], **value} if "name" not in value else value
                result[key] = self._complete(desk, layout.parts[key], row)
            elif key in layout.repeated:
                inner = layout.repeated[key]
                result[key] = [self._complete(part, inner, row) for part in trees(value)]
            else:
                result[key] = cells.value(key, value, self._plan)
        return result

    def _contact(self, contact: Tree, row: int) -> Tree:
        kind = str(contact["kind"])
        if "value" not in contact:
            raise RecordError(f"`{kind}` has details but no value.", "Fill the value in too.")
        value, mended = cells.contact_value(kind, str(contact["value"]), self._plan.plan.country)
        if mended:
            self.notes.append((row, f"`{kind}` had lost its plus sign; it was put back."))
        made: Tree = {"kind": contact["kind"], "value": value}
        for name in DETAILS:
            if name in contact:
                made[name] = cells.value(name, contact[name], self._plan)
        return made
