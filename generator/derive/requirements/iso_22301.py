"""ISO 22301:2019, clauses 4.1 to 10.2: business continuity management systems."""

from __future__ import annotations

from generator.derive.requirements.demands import (
    FINDINGS,
    any_of,
    changes_recorded,
    decided,
    documented,
    ends,
    every,
    held,
    programme,
    recovery_order,
    some,
    starts,
)
from generator.derive.requirements.requirement import Demand, Standard

_CONTEXT: dict[str, tuple[Demand, ...]] = {
    "4.1": (
        programme("questions", lambda p: p.why),
        programme("appetite", lambda p: p.appetite.statement),
        some("product"),
    ),
    "4.2": (programme("stakeholders", lambda p: p.stakeholders), some("duty")),
    "4.3": (
        programme("scope", lambda p: any(item.included for item in p.scope)),
        programme("scope", lambda p: all(item.included or item.reason for item in p.scope)),
    ),
    "4.4": (
        programme("questions", lambda p: p.why and p.what and p.how_much and p.who),
        some("plan"),
    ),
}

_LEADERSHIP: dict[str, tuple[Demand, ...]] = {
    "5.1": (programme("questions", lambda p: p.who), some("review", lambda r: r.management)),
    "5.2": (programme("questions", lambda p: p.why), programme("questions", lambda p: p.what)),
    "5.3": (
        programme(
            "responsibilities",
            lambda p: p.responsibilities and all(r.accountable for r in p.responsibilities),
        ),
        some("role", lambda r: r.holder),
    ),
}

_PLANNING: dict[str, tuple[Demand, ...]] = {
    "6.1": (some("risk"), programme("appetite", lambda p: p.appetite.accept_up_to is not None)),
    "6.2": (some("activity", lambda a: a.rto), programme("roadmap", lambda p: p.roadmap)),
    "6.3": (
        programme("cycle", lambda p: p.review_triggers),
        programme("roadmap", lambda p: p.roadmap),
    ),
}

_SUPPORT: dict[str, tuple[Demand, ...]] = {
    "7.1": (programme("questions", lambda p: p.how_much), some("resource")),
    "7.2": (held("exercise", lambda e: e.participants),),
    "7.3": (some("campaign"),),
    "7.4": (some("message"), some("call-tree")),
    "7.5": (documented, changes_recorded),
}

_OPERATION: dict[str, tuple[Demand, ...]] = {
    "8.1": (programme("cycle", lambda p: p.review_every and p.exercise_every), some("measure")),
    "8.2.2": (
        some("product"),
        some("activity", lambda a: a.impacts),
        some("activity", lambda a: a.critical and a.mtpd and a.rto),
        some("activity", lambda a: a.dependencies),
        recovery_order,
    ),
    "8.2.3": (
        programme("scales", lambda p: p.likelihood and p.impact),
        some("risk", lambda r: r.owner),
        some("risk", lambda r: r.reviewed),
    ),
    "8.3.1": (some("plan", lambda p: p.strategy),),
    "8.3.2": (some("plan", lambda p: p.strategy), some("activity", lambda a: a.workaround)),
    "8.3.3": (any_of(some("activity", decided), some("system", decided)), recovery_order),
    "8.3.4": (some("activity", lambda a: a.needs), some("resource", lambda r: r.items)),
    "8.3.5": (some("measure", lambda m: m.owner and m.due),),
    "8.4.1": (some("plan"), some("scenario")),
    "8.4.2": (
        some("level", lambda level: level.crisis),
        some("criterion"),
        some("role", lambda r: r.crisis and r.holder and r.alternates),
    ),
    "8.4.3": (some("call-tree", lambda t: t.nodes), some("message"), some("authority")),
    "8.4.4": (
        every("plan", lambda p: p.purpose and p.scope),
        some("activity", lambda a: a.mbco and a.rto),
        some("scenario", starts),
        every("plan", lambda p: p.manage.given),
        every("plan", lambda p: p.react.given),
        some("call-tree"),
        some("activity", lambda a: a.dependencies),
        any_of(some("plan", lambda p: p.resources), some("resource")),
        some("duty"),
        every("scenario", ends),
    ),
    "8.4.5": (
        some("plan", lambda p: p.return_steps),
        some("scenario", lambda s: s.stand_down.steps),
    ),
    "8.5": (
        programme("cycle", lambda p: p.exercise_every),
        some("exercise", lambda e: e.objectives and e.scenarios),
        held("exercise", lambda e: e.summary),
    ),
    "8.6": (held("review"), held("exercise", lambda e: e.results or e.findings)),
}

_EVALUATION: dict[str, tuple[Demand, ...]] = {
    "9.1": (held("assessment", lambda a: a.topics),),
    "9.2": (held("assessment", lambda a: a.audit),),
    "9.3": (held("review", lambda r: r.management),),
    "10.1": (FINDINGS,),
    "10.2": (
        any_of(programme("roadmap", lambda p: p.roadmap), some("measure", lambda m: m.due)),
        any_of(some("activation", lambda a: a.learned or a.findings), held("assessment")),
    ),
}

ISO_22301 = Standard.of(
    "iso-22301",
    _CONTEXT | _LEADERSHIP | _PLANNING | _SUPPORT | _OPERATION | _EVALUATION,
)
