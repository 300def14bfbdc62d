"""The things that several standards ask for, as evidence in a plan."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from generator.derive.requirements.requirement import Demand, Evidence
from generator.derive.standing import PlanState, standing
from generator.model import Plan
from generator.model.activity import Decision
from generator.model.duration import Duration
from generator.model.duty import ReportingDuty
from generator.model.kinds import things
from generator.model.programme import Programme

YEAR = timedelta(days=366)


def some(kind: str, test: Callable[[Any], object] = lambda _: True) -> Demand:
    """Things of a kind that pass a test."""

    def demand(plan: Plan, _: date) -> tuple[Evidence, ...]:
        return tuple(Evidence(kind, thing.id) for thing in things(plan, kind) if test(thing))

    return demand


def every(kind: str, test: Callable[[Any], object]) -> Demand:
    """The things of a kind, if there are any and each one passes a test."""

    def demand(plan: Plan, _: date) -> tuple[Evidence, ...]:
        found = tuple(things(plan, kind))
        return tuple(Evidence(kind, t.id) for t in found) if all(map(test, found)) else ()

    return demand


def programme(part: str, test: Callable[[Programme], object]) -> Demand:
    """A part of the programme (a section of its page), if there is one and it passes a test."""

    def demand(plan: Plan, _: date) -> tuple[Evidence, ...]:
        return (Evidence("programme", part),) if plan.programme and test(plan.programme) else ()

    return demand


def any_of(*demands: Demand) -> Demand:
    """What meets any of several demands."""

    def demand(plan: Plan, as_of: date) -> tuple[Evidence, ...]:
        return tuple(one for each in demands for one in each(plan, as_of))

    return demand


def held(
    kind: str, test: Callable[[Any], object] = lambda _: True, within: timedelta | None = None
) -> Demand:
    """Exercises, reviews or assessments that were held by the day, perhaps not long before it."""

    def demand(plan: Plan, as_of: date) -> tuple[Evidence, ...]:
        return tuple(
            Evidence(kind, thing.id)
            for thing in things(plan, kind)
            if thing.held and thing.held <= as_of and test(thing)
            if within is None or as_of - thing.held <= within
        )

    return demand


def duties(named: str, at_most: Duration, more_than: Duration | None = None) -> Demand:
    """Reporting duties of a law (a pattern in their id, title or source) with a report in time."""
    pattern = re.compile(named, re.IGNORECASE)

    def in_time(duty: ReportingDuty) -> bool:
        said = " ".join((duty.id, *(words for _, words in (*duty.title, *duty.source))))
        limits = [d.within for d in duty.deadlines if d.within <= at_most]
        return bool(
            pattern.search(said) and any(more_than is None or d > more_than for d in limits)
        )

    return some("duty", in_time)


def documented(plan: Plan, _: date) -> tuple[Evidence, ...]:
    """The plan's header, if it names an owner and the day of its revision."""
    return (Evidence("edition"),) if plan.plan.owner and plan.plan.issued else ()


def changes_recorded(plan: Plan, _: date) -> tuple[Evidence, ...]:
    """What changed from one revision to the next, written down."""
    return (Evidence("revisions"),) if plan.revisions else ()


def recovery_order(plan: Plan, _: date) -> tuple[Evidence, ...]:
    """The recovery order: stated, or derived from priorities and recovery times."""
    stated = plan.programme.recovery_order if plan.programme else None
    if stated and (stated.activities or stated.products or stated.customers):
        return (Evidence("recovery-order"), Evidence("programme"))
    ranked = any(one.priority or one.rto for one in plan.activities)
    return (Evidence("recovery-order"),) if ranked else ()


def current_plans(plan: Plan, as_of: date) -> tuple[Evidence, ...]:
    """All plans, if there are any, each of them approved and not due for review."""
    found = standing(plan, as_of).plans
    current = all(one.state is PlanState.CURRENT for one in found)
    return tuple(Evidence("plan", one.id) for one in found) if current else ()


def reviewed_yearly(plan: Plan, as_of: date) -> tuple[Evidence, ...]:
    """All plans, if there are any, each approved or reviewed within a year."""
    found = standing(plan, as_of).plans
    fresh = all(one.reviewed and as_of - one.reviewed <= YEAR for one in found)
    return tuple(Evidence("plan", one.id) for one in found) if fresh else ()


def decided(thing: Any) -> bool:
    """True if something has dependencies and each was decided on, with the reason."""
    on = thing.dependencies
    return bool(on) and all(one.decision is not Decision.OPEN and one.why for one in on)


def ends(scenario: Any) -> bool:
    """True if a scenario says on which criteria it ends, and who declares that."""
    return bool(scenario.stand_down.criteria and scenario.stand_down.declared_by)


def starts(scenario: Any) -> bool:
    """True if a scenario says on which signs or criteria it is activated."""
    return bool(scenario.triggers.conditions or scenario.criteria)


def followed_up(source: Any) -> bool:
    """True if something has findings and each led to owned, dated actions, or was accepted."""
    return bool(source.findings) and all(
        finding.accepted
        or (finding.actions and all(action.owner and action.due for action in finding.actions))
        for finding in source.findings
    )


FINDINGS = any_of(
    some("exercise", followed_up),
    some("review", followed_up),
    some("assessment", followed_up),
    some("activation", followed_up),
)
"""Findings that were followed up."""
