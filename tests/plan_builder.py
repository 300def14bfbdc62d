"""Plans for tests: the smallest valid one, and what a test changes in it."""

from __future__ import annotations

from typing import Any

from generator.model import Plan

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
    return Plan.model_validate({"plan": HEADER | (header or {}), **changes})
