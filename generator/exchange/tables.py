"""A projected plan as tables: people and suppliers in full, others without their inner lists."""

from __future__ import annotations

from collections.abc import Iterator

from generator.editions import Edition
from generator.exchange.layout import LAYOUTS, Layout
from generator.exchange.sheet import Row, Sheet, flat
from generator.exchange.written import Written, written
from generator.model.base import Part
from generator.model.kinds import COLLECTIONS

_OWN = Layout((), ())
_FIRST = ("id", "name", "title")


def sheets(edition: Edition) -> Iterator[Sheet]:
    """One table for each topic that has anything in it for this reader."""
    for topic in dict.fromkeys(COLLECTIONS.values()):
        things: tuple[Part, ...] = getattr(edition.plan, topic)
        if things:
            yield Sheet.of(topic, (_row(topic, thing) for thing in things), _columns(topic))


def _columns(topic: str) -> tuple[str, ...]:
    return LAYOUTS[topic].values[:2] if topic in LAYOUTS else ("id",)


def _row(topic: str, thing: Part) -> Row:
    tree = written(thing)
    return flat(tree, LAYOUTS[topic]) if topic in LAYOUTS else _simple(tree)


def _simple(tree: dict[str, Written], prefix: str = "") -> Row:
    """What stands on one row: values, lists of values, contacts and parts; no lists of parts."""
    row: Row = {}
    for key, value in tree.items():
        if isinstance(value, str):
            row[prefix + key] = value
        elif isinstance(value, dict):
            row |= _simple(value, f"{prefix}{key} ")
        elif key == "contacts":
            row |= flat({"contacts": value}, _OWN, prefix)
        elif value and all(isinstance(item, str) for item in value):
            row[prefix + key] = (
                "\n".join(map(str, value)) if _long(value) else ", ".join(map(str, value))
            )
    return row


def _long(values: list[Written]) -> bool:
    return any(" " in str(value) for value in values)
