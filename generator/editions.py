"""An edition: the plan as one audience reads it, in one language.

The projection happens before any view exists. What an audience may not see is not in the plan it
gets, so nothing later can leak it, and no template ever asks who is reading.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from datetime import date
from functools import cached_property
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from generator.model import Plan
from generator.model.base import Part
from generator.model.call_tree import CallTree
from generator.model.checklist import Block, Branch, Checklist, Step
from generator.model.header import Audience
from generator.model.kinds import COLLECTIONS, LOCAL_KINDS, things
from generator.model.role import Role
from generator.model.scenario import Scenario
from generator.model.walk import FieldShape, Shape, shapes
from generator.visibility import Visibility
from generator.visibility import audiences as audiences
from generator.visibility import open_audiences as open_audiences


class Edition(Struct, frozen=True):
    """A plan for one audience in one language.

    ``plan`` holds only what the audience may see, each text in one language. ``withheld`` has
    the ids of roles whose holders exist but are not for this audience. ``language`` is the
    reader's, ``languages`` all of the plan's, ``primary`` its first. ``as_of`` is the day by which
    it is said what is overdue. ``paper`` says whether sheets for print are offered with the pages.
    """

    audience: Audience
    language: str
    languages: tuple[str, ...]
    plan: Plan
    withheld: frozenset[str]
    as_of: date
    paper: bool = False

    @property
    def primary(self) -> str:
        """The language that a text without a language mark is written in."""
        return self.languages[0]

    @property
    def path(self) -> str:
        """The edition's folder in the site, such as ``staff/nl``."""
        return f"{self.audience.id}/{self.language}"


class _Gone:
    """Stands for a value that the reader may not see."""


_GONE: Final = _Gone()


def project(plan: Plan, audience: Audience, language: str, as_of: date | None = None) -> Edition:
    """The plan as ``audience`` reads it in ``language`` (BCP 47), ``as_of`` a day.

    Without a day it is the one on which the plan was issued; if it names none, nothing is overdue.
    """
    visible = _ids(plan)
    while True:
        projection = _Projection(plan, audience, language, visible)
        projected = projection.run()
        left = _ids(projected)
        if left == visible:
            break
        # Something vanished because what it is about is not for this reader: so do references
        # to it.
        visible = left
    return Edition(
        audience,
        language,
        plan.plan.languages,
        projected,
        frozenset(projection.withheld),
        as_of or plan.plan.issued or date.min,
    )


def _ids(plan: Plan) -> dict[str, frozenset[str]]:
    kinds = (*COLLECTIONS, "audience", "emergency-number")
    return {kind: frozenset(thing.id for thing in things(plan, kind)) for kind in kinds}


class _Projection:
    """One pass over the plan, which keeps the references to what is in ``visible``."""

    def __init__(
        self, plan: Plan, audience: Audience, language: str, visible: Mapping[str, frozenset[str]]
    ):
        self._plan = plan
        self._visibility = Visibility(plan)
        self._reader = self._visibility.rank(audience.id)
        self._language = language
        self._primary = plan.plan.languages[0]
        self._visible = visible
        self.withheld: set[str] = set()

    def run(self) -> Plan:
        updates: dict[str, Any] = {"plan": self._part(self._plan.plan, 0)}
        if self._plan.programme is not None:
            # It names no audience of its own: it is for the plan's default one.
            seen = self._reader >= self._visibility.default
            updates["programme"] = (
                self._part(self._plan.programme, self._visibility.default) if seen else None
            )
        for shape in shapes(Plan):
            if shape.many:
                updates[shape.name] = self._items(getattr(self._plan, shape.name), shape, None)
        return replace(self._plan, **updates)

    def _items(
        self, values: Iterable[Any], shape: FieldShape, parent: int | None
    ) -> tuple[Any, ...]:
        seen = (self._value(value, shape, parent) for value in values)
        return tuple(value for value in seen if value is not _GONE)

    def _value(self, value: Any, shape: FieldShape, parent: int | None) -> Any:
        if shape.shape is Shape.TEXT:
            return value.for_reader(self._language, self._primary)
        if shape.shape is Shape.PART:
            return self._part(value, parent)
        if shape.ref is not None and not self._refers(value, shape.ref.kinds):
            return _GONE
        return value

    @cached_property
    def _block_steps(self) -> dict[str, frozenset[str | None]]:
        """The steps of each shared block that the reader may see."""
        ranked = ((block, self._visibility.of(block, None)) for block in self._plan.blocks)
        return {
            block.id: frozenset(
                step.id for step in block.steps if self._visibility.of(step, rank) <= self._reader
            )
            for block, rank in ranked
        }

    def _refers(self, target: str, kinds: tuple[str, ...]) -> bool:
        return any(kind in LOCAL_KINDS or target in self._visible.get(kind, ()) for kind in kinds)

    def _part(self, part: Part, parent: int | None) -> Any:
        rank = self._visibility.of(part, parent)
        if rank > self._reader:
            return _GONE
        updates: dict[str, Any] = {}
        for shape in shapes(type(part)):
            value = getattr(part, shape.name)
            if value is None or shape.shape in (Shape.VALUE, Shape.FILE):
                continue
            if shape.many:
                updates[shape.name] = self._items(value, shape, rank)
                continue
            seen = self._value(value, shape, rank)
            if seen is _GONE and shape.required:
                return _GONE
            updates[shape.name] = None if seen is _GONE else seen
        self._note_withheld(part, updates)
        return self._tidied(replace(part, **updates))

    def _note_withheld(self, part: Part, updates: Mapping[str, Any]) -> None:
        if isinstance(part, Role) and part.holder and updates.get("holder") is None:
            self.withheld.add(part.id)

    def _tidied(self, part: Part) -> Part:
        """Drop references to steps and nodes that went with what the reader may not see."""
        if isinstance(part, CallTree):
            here = {node.id for node in part.nodes}
            nodes = tuple(
                replace(node, calls=tuple(c for c in node.calls if c in here))
                for node in part.nodes
            )
            return replace(part, nodes=nodes)
        if isinstance(part, Checklist | Block):
            return replace(part, steps=self._steps(part.steps, part))
        if isinstance(part, Scenario):
            down = part.stand_down
            steps = self._steps(down.steps, part)
            return replace(
                part,
                safety=self._steps(part.safety, part),
                stand_down=replace(down, steps=steps),
            )
        return part

    def _steps(self, steps: tuple[Step, ...], whole: Part) -> tuple[Step, ...]:
        own = getattr(whole, "steps", getattr(whole, "safety", ()))
        known = {step.id for step in (*own, *steps)} | self._visible["checklist"]
        for step in own:
            known |= self._block_steps.get(step.block or "", frozenset())
        return tuple(
            replace(step, branches=tuple(_leading(branch, known) for branch in step.branches))
            if step.branches
            else step
            for step in steps
        )


def _leading(branch: Branch, known: Set[str | None]) -> Branch:
    """The branch, leading nowhere if what it leads to isn't known."""
    return branch if branch.go_to in known else replace(branch, go_to=None)
