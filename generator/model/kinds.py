"""The kinds of thing that can be referred to, and where the plan keeps them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from generator.model.plan import Plan

COLLECTIONS: Mapping[str, str] = {
    "person": "people",
    "unit": "units",
    "site": "sites",
    "supplier": "suppliers",
    "authority": "authorities",
    "role": "roles",
    "level": "levels",
    "criterion": "criteria",
    "scenario": "scenarios",
    "checklist": "checklists",
    "block": "blocks",
    "call-tree": "call_trees",
    "message": "messages",
    "activation": "activations",
    "product": "products",
    "activity": "activities",
    "system": "systems",
    "machine": "machines",
    "customer": "customers",
    "risk": "risks",
    "gap": "gaps",
    "measure": "measures",
    "plan": "plans",
    "duty": "duties",
    "exercise": "exercises",
    "review": "reviews",
    "assessment": "assessments",
    "campaign": "campaigns",
    "resource": "resources",
    "attachment": "attachments",
}
"""Kind → the plan's field with the things of that kind; their ids are unique in it."""

LOCAL_KINDS = frozenset({"step", "node", "variant"})
"""Kinds whose ids are only known inside one checklist, call tree or scenario."""


def things(plan: Plan, kind: str) -> Iterable[Any]:
    """All things of a kind that has ids known in the whole plan."""
    if kind == "audience":
        return plan.plan.audiences
    if kind == "emergency-number":
        return plan.plan.emergency_numbers
    return getattr(plan, COLLECTIONS[kind])  # type: ignore[no-any-return]


def by_id(plan: Plan, kind: str) -> dict[str, Any]:
    """Things of a kind by id; of two with one id the first."""
    found: dict[str, Any] = {}
    for thing in things(plan, kind):
        found.setdefault(thing.id, thing)
    return found
