"""Implementing Regulation (EU) 2024/2690 for NIS2, annex: 4.1.2, 4.1.4 and 4.3.2."""

from __future__ import annotations

from generator.derive.requirements.demands import (
    any_of,
    current_plans,
    ends,
    every,
    held,
    programme,
    recovery_order,
    some,
    starts,
)
from generator.derive.requirements.requirement import Standard

NIS2_ANNEX = Standard.of(
    "nis2-annex",
    {
        "4.1.2(a)": (
            every("plan", lambda p: p.purpose and p.scope),
            programme("scope", lambda p: p.scope),
        ),
        "4.1.2(b)": (
            every("plan", lambda p: p.manage.roles),
            some("role", lambda r: r.crisis and r.holder),
        ),
        "4.1.2(c)": (
            some("call-tree", lambda t: t.nodes),
            any_of(
                some("supplier", lambda s: s.primary and s.primary.contacts),
                some("authority", lambda a: a.primary and a.primary.contacts),
            ),
        ),
        "4.1.2(d)": (every("scenario", starts), every("scenario", ends)),
        "4.1.2(e)": (recovery_order,),
        "4.1.2(f)": (
            some("plan", lambda p: p.kind == "drp"),
            some("activity", lambda a: a.critical and a.rto),
            some("system", lambda s: s.rto and s.rpo is not None),
        ),
        "4.1.2(g)": (
            some("activity", lambda a: a.needs),
            some("resource", lambda r: r.items),
            any_of(
                some("site", lambda s: s.alternates), some("system", lambda s: len(s.sites) > 1)
            ),
        ),
        "4.1.2(h)": (
            some("plan", lambda p: p.return_steps),
            any_of(
                some("scenario", lambda s: any(m.ends_when for m in s.measures)),
                some("scenario", lambda s: s.stand_down.steps),
            ),
        ),
        "4.1.4": (
            held("exercise", lambda e: e.plans),
            held("review"),
            current_plans,
            programme("cycle", lambda p: p.review_triggers),
        ),
        "4.3.2(a)": (
            some("role", lambda r: r.crisis and r.duties and r.holder),
            any_of(
                some("scenario", lambda s: s.suppliers),
                some("supplier", lambda s: s.escalation),
            ),
        ),
        "4.3.2(b)": (
            some("authority", lambda a: a.primary and a.primary.contacts),
            some("duty", lambda d: d.to and d.owner),
        ),
    },
)
