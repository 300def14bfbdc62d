"""Plans for tests: the smallest valid one, and what a test changes in it."""

from __future__ import annotations

from typing import Any, TypeVar

from generator.model import Plan
from generator.model.base import Part
from generator.reading import read
from generator.source.tree import Fields, Items, Node, Scalar

P = TypeVar("P", bound=Part)

HEADER: dict[str, Any] = {
    "id": "example",
    "organisation": "Example",
    "title": "Example plan",
    "revision": "1",
}


def make_plan(*, header: dict[str, Any] | None = None, **changes: Any) -> Plan:
    """The smallest valid plan, with the topics in ``changes`` as a plan's files write them.

    ``header`` changes fields of the header: ``make_plan(header={"languages": ["en", "nl"]})``.
    """
    return make(Plan, {"plan": HEADER | (header or {}), **changes})


def make(model: type[P], written: dict[str, Any]) -> P:
    """A part of a plan, as the plan's files write it."""
    reading = read(model, fields_node(written))
    assert reading.part is not None, reading.faults
    assert not reading.faults
    return reading.part


def node(value: Any) -> Node:
    """What stands in a plan's file, as the reader of files gives it, but without places."""
    if isinstance(value, dict):
        entries = {key: (_scalar(key), node(inner)) for key, inner in value.items()}
        return Fields("plan.yml", 1, 1, entries)
    if isinstance(value, list | tuple):
        return Items("plan.yml", 1, 1, [node(one) for one in value])
    return _scalar(value)


def fields_node(written: dict[str, Any]) -> Fields:
    """As ``node``, of a group of named fields."""
    found = node(written)
    assert isinstance(found, Fields)
    return found


def _scalar(value: Any) -> Scalar:
    said = str(value).lower() if isinstance(value, bool) else str(value)
    return Scalar(None if value is None else said, "plan.yml", 1, 1, len(said))
