"""The kinds of page in the order of the navigation, and which of them an edition has."""

from __future__ import annotations

from generator.editions import Edition
from generator.model.plan import Plan

ORDER = (
    "scenarios",
    "roles",
    "calls",
    "contacts",
    "sites",
    "suppliers",
    "levels",
    "messages",
    "duties",
    "checklists",
    "cards",
    "history",
    "what-if",
    "recovery",
    "activities",
    "systems",
    "programme",
    "units",
    "plans",
    "risks",
    "resources",
    "exercises",
    "awareness",
    "actions",
    "status",
    "revisions",
    "paper",
    "pages",
    "save",
    "all",
)
"""Folders, as the navigation lists them; the start page stands before them all."""


PROGRAMME = frozenset(ORDER[ORDER.index("what-if") : ORDER.index("revisions") + 1])
"""The kinds that are for normal times: preparing, practising, auditing."""


def present(edition: Edition) -> tuple[str, ...]:
    """The kinds that this edition has pages of, apart from hand-written ones."""
    plan = edition.plan
    has = {
        "scenarios": plan.scenarios,
        "roles": plan.roles,
        "calls": plan.call_trees,
        "contacts": plan.people or plan.roles or plan.units,
        "sites": plan.sites,
        "suppliers": plan.suppliers or plan.authorities,
        "levels": plan.levels,
        "messages": plan.messages,
        "checklists": plan.checklists,
        "cards": any(a.role for s in plan.scenarios for p in s.phases for a in p.checklists),
        "history": plan.activations,
        "what-if": plan.activities
        and (plan.systems or plan.sites or plan.suppliers or plan.machines),
        "recovery": plan.activities or plan.products or plan.customers,
        "activities": plan.activities or plan.products or plan.customers,
        "systems": plan.systems or plan.machines,
        "programme": plan.programme,
        "units": plan.units and (plan.plans or plan.activities),
        "plans": plan.plans,
        "risks": plan.risks or plan.gaps or plan.measures,
        "duties": plan.duties,
        "exercises": plan.exercises or plan.reviews or plan.assessments,
        "awareness": plan.campaigns,
        "actions": _has_tasks(plan),
        "resources": plan.resources or plan.attachments,
        "status": plan.programme or plan.plans or plan.activities,
        "revisions": plan.revisions,
        "paper": edition.paper,
        "save": True,
        "all": True,
    }
    return tuple(kind for kind in ORDER if has.get(kind))


def _has_tasks(plan: Plan) -> bool:
    """True if there is anything to do, or done."""
    found = (
        *(finding for one in plan.exercises for finding in one.findings),
        *(finding for one in plan.reviews for finding in one.findings),
        *(finding for one in plan.assessments for finding in one.findings),
        *(finding for one in plan.activations for finding in one.findings),
    )
    roadmap = plan.programme.roadmap if plan.programme else ()
    return bool(plan.measures or roadmap or any(finding.actions for finding in found))
