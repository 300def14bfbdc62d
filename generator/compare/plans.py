"""Compare two plans, thing by thing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.compare.change import Change, Difference
from generator.compare.parts import Names, differing, title_of
from generator.model import Plan
from generator.model.base import Part
from generator.model.kinds import COLLECTIONS, by_id
from generator.model.walk import shapes


def changes(old: Plan, new: Plan) -> tuple[Change, ...]:
    """Every change from one plan to the other: the header, what stands once, then kind by kind in
    the order of the new plan, with what is gone after it."""
    names = Names(old, new)
    return (*_single(old, new, names), *_things(old, new, names))


def _single(old: Plan, new: Plan, names: Names) -> Iterator[Change]:
    """The parts that stand once in a plan, and its lists of things without ids."""
    listed = set(COLLECTIONS.values())
    for shape in shapes(Plan):
        if shape.name in listed:
            continue
        before, after = getattr(old, shape.name), getattr(new, shape.name)
        if before == after:
            continue
        details: tuple[str, ...] = ()
        if isinstance(before, Part) and isinstance(after, Part):
            details = tuple(differing(before, after, names))
        yield Change(shape.key, "", shape.key, _difference(before, after), details)


def _difference(before: Any, after: Any) -> Difference:
    if not before:
        return Difference.ADDED
    return Difference.CHANGED if after else Difference.REMOVED


def _things(old: Plan, new: Plan, names: Names) -> Iterator[Change]:
    for kind in COLLECTIONS:
        before, after = by_id(old, kind), by_id(new, kind)
        former = _renamed(before, after)
        kept = set(former.values())
        for id_, thing in after.items():
            known = before.get(former.get(id_, id_))
            if known is None:
                yield Change(kind, id_, title_of(thing), Difference.ADDED)
            elif known != thing:
                details = tuple(differing(known, thing, names))
                yield Change(kind, id_, title_of(thing), Difference.CHANGED, details)
        for id_, thing in before.items():
            if id_ not in after and id_ not in kept:
                yield Change(kind, id_, title_of(thing), Difference.REMOVED)


def _renamed(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, str]:
    """New id → the id it had, for what was renamed with ``aliases``."""
    found = {}
    for id_, thing in after.items():
        for alias in getattr(thing, "aliases", ()):
            if id_ not in before and alias in before and alias not in after:
                found[id_] = alias
    return found
