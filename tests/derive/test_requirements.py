"""Clause by clause: what a full plan holds, and what a plan that lacks something lacks."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.derive.requirements import STANDARDS, Answer, Result, answers, applying
from generator.locales import available, locale
from generator.model import Plan
from generator.model.programme import StandardId
from tests.plan_builder import make_plan

AS_OF = date(2026, 6, 1)

HEADER = {"owner": "lead", "issued": "2026-01-01"}
CONTACT = {"name": "Desk", "contacts": [{"kind": "phone", "value": "112"}]}
FINDING = {
    "id": "f",
    "text": "Flat.",
    "actions": [{"id": "a", "title": "Charge it.", "owner": "lead", "due": "2026-09-01"}],
}
WITHIN = {"id": "x", "title": "Report"}


def duty(id_: str, *limits: str) -> dict[str, Any]:
    deadlines = [{"id": f"r{n}", "title": "Report", "within": w} for n, w in enumerate(limits)]
    return {
        "id": id_,
        "title": id_,
        "source": "law",
        "trigger": "An incident",
        "to": "cert",
        "owner": "lead",
        "deadlines": deadlines,
    }


FULL: dict[str, Any] = {
    "programme": {
        "why": "a",
        "what": "b",
        "how_much": "c",
        "who": "d",
        "scope": [
            {"id": "in", "subject": "In"},
            {"id": "out", "subject": "Out", "included": False, "reason": "Far"},
        ],
        "likelihood": [{"value": 1, "title": "Rare"}],
        "impact": [{"value": 1, "title": "Small"}],
        "appetite": {"statement": "Little", "accept_up_to": 4},
        "stakeholders": [{"id": "board", "name": "Board", "interest": "Calm"}],
        "responsibilities": [{"id": "tests", "subject": "Tests", "accountable": "lead"}],
        "roadmap": [{"id": "audit", "title": "Audit", "due": "2027-01-01"}],
        "review_every": "365 days",
        "exercise_every": "365 days",
        "review_triggers": ["Somebody leaves."],
    },
    "people": [{"id": "noor", "name": "Noor"}, {"id": "tom", "name": "Tom"}],
    "roles": [
        {
            "id": "lead",
            "title": "Lead",
            "holder": "noor",
            "alternates": ["tom"],
            "duties": ["Lead."],
        }
    ],
    "levels": [{"id": "crisis", "title": "Crisis", "severity": 1, "crisis": True}],
    "criteria": [
        {"id": "hurt", "title": "H", "leads_to": "crisis", "conditions": [{"text": "Hurt"}]}
    ],
    "sites": [{"id": "a", "name": "A", "alternates": ["b"]}, {"id": "b", "name": "B"}],
    "suppliers": [
        {
            "id": "fibre",
            "name": "Fibre",
            "supplies": "Fibre",
            "primary": CONTACT,
            "secondary": CONTACT,
            "escalation": [{"after": "1h", "to": "Boss"}],
        }
    ],
    "authorities": [{"id": "cert", "name": "CERT", "purpose": "Reports", "primary": CONTACT}],
    "scenarios": [
        {
            "id": "fire",
            "title": "Fire",
            "triggers": {"conditions": ["Smoke"]},
            "suppliers": ["fibre"],
            "measures": [{"id": "home", "title": "Home", "ends_when": "Open again"}],
            "stand_down": {
                "criteria": ["Out"],
                "declared_by": ["lead"],
                "steps": [{"id": "tell", "do": "Tell."}],
            },
        }
    ],
    "checklists": [{"id": "go", "title": "Go"}],
    "call_trees": [{"id": "team", "title": "Team", "nodes": [{"id": "l", "who": "lead"}]}],
    "messages": [{"id": "alert", "title": "Alert", "text": "Go home."}],
    "activations": [
        {
            "id": "flood",
            "scenario": "fire",
            "title": "Flood",
            "begins": "2026-01-01",
            "learned": ["Boots"],
        }
    ],
    "products": [{"id": "net", "name": "Net"}],
    "activities": [
        {
            "id": "noc",
            "name": "NOC",
            "critical": True,
            "mtpd": "1 day",
            "rto": "4h",
            "mbco": "One",
            "workaround": "Paper",
            "impacts": [{"after": "4h", "impact": 1}],
            "needs": [{"after": "4h", "people": 1}],
            "dependencies": [{"on": "tickets", "decision": "accepted", "why": "Rare"}],
        }
    ],
    "systems": [{"id": "tickets", "name": "T", "rto": "1h", "rpo": "0"}],
    "risks": [
        {
            "id": "smoke",
            "title": "Smoke",
            "rating": {"likelihood": 1, "impact": 1},
            "owner": "lead",
            "reviewed": "2026-01-01",
        }
    ],
    "measures": [{"id": "ring", "title": "Ring", "owner": "lead", "due": "2026-12-01"}],
    "plans": [
        {
            "id": "drp",
            "kind": "drp",
            "title": "DRP",
            "purpose": "Back",
            "scope": "All",
            "strategy": "Move",
            "react": {"checklists": ["go"]},
            "manage": {"roles": ["lead"]},
            "return_steps": [{"id": "back", "do": "Return."}],
            "approved": "2026-01-01",
        }
    ],
    "duties": [
        duty("nis2", "24h", "72h", "1 month"),
        duty("dora", "4h", "72h", "1 month"),
    ],
    "exercises": [
        {
            "id": "drill",
            "title": "Drill",
            "held": "2026-03-01",
            "objectives": ["Out in 5 minutes"],
            "scenarios": ["fire"],
            "plans": ["drp"],
            "call_trees": ["team"],
            "participants": ["lead"],
            "summary": "Well",
            "findings": [FINDING],
        }
    ],
    "reviews": [
        {"id": "yearly", "title": "Yearly", "held": "2026-04-01"},
        {"id": "board", "title": "Board", "held": "2026-05-01", "management": True},
    ],
    "assessments": [
        {
            "id": "audit",
            "title": "Audit",
            "held": "2026-05-01",
            "audit": True,
            "topics": [{"topic": "Plans", "maturity": 2}],
        }
    ],
    "revisions": [{"revision": "1", "approved": "2026-01-05", "summary": "The first one"}],
    "campaigns": [{"id": "badge", "title": "Badge"}],
    "resources": [{"id": "bag", "title": "Bag", "items": [{"id": "lamp", "title": "Lamp"}]}],
}

EVIDENCE = {
    "iso-22301": {
        "4.1": "programme/questions programme/appetite product/net",
        "4.2": "programme/stakeholders duty/nis2 duty/dora",
        "4.3": "programme/scope",
        "4.4": "programme/questions plan/drp",
        "5.1": "programme/questions review/board",
        "5.2": "programme/questions",
        "5.3": "programme/responsibilities role/lead",
        "6.1": "risk/smoke programme/appetite",
        "6.2": "activity/noc programme/roadmap",
        "6.3": "programme/cycle programme/roadmap",
        "7.1": "programme/questions resource/bag",
        "7.2": "exercise/drill",
        "7.3": "campaign/badge",
        "7.4": "message/alert call-tree/team",
        "7.5": "edition revisions",
        "8.1": "programme/cycle measure/ring",
        "8.2.2": "product/net activity/noc recovery-order",
        "8.2.3": "programme/scales risk/smoke",
        "8.3.1": "plan/drp",
        "8.3.2": "plan/drp activity/noc",
        "8.3.3": "activity/noc recovery-order",
        "8.3.4": "activity/noc resource/bag",
        "8.3.5": "measure/ring",
        "8.4.1": "plan/drp scenario/fire",
        "8.4.2": "level/crisis criterion/hurt role/lead",
        "8.4.3": "call-tree/team message/alert authority/cert",
        "8.4.4": "plan/drp activity/noc scenario/fire call-tree/team resource/bag"
        " duty/nis2 duty/dora",
        "8.4.5": "plan/drp scenario/fire",
        "8.5": "programme/cycle exercise/drill",
        "8.6": "review/yearly review/board exercise/drill",
        "9.1": "assessment/audit",
        "9.2": "assessment/audit",
        "9.3": "review/board",
        "10.1": "exercise/drill",
        "10.2": "programme/roadmap measure/ring activation/flood assessment/audit",
    },
    "nis2-annex": {
        "4.1.2(a)": "plan/drp programme/scope",
        "4.1.2(b)": "plan/drp role/lead",
        "4.1.2(c)": "call-tree/team supplier/fibre authority/cert",
        "4.1.2(d)": "scenario/fire",
        "4.1.2(e)": "recovery-order",
        "4.1.2(f)": "plan/drp activity/noc system/tickets",
        "4.1.2(g)": "activity/noc resource/bag site/a",
        "4.1.2(h)": "plan/drp scenario/fire",
        "4.1.4": "exercise/drill review/yearly review/board plan/drp programme/cycle",
        "4.3.2(a)": "role/lead scenario/fire supplier/fibre",
        "4.3.2(b)": "authority/cert duty/nis2 duty/dora",
    },
    "nis2": {
        "art. 23(4)(a)": "duty/nis2",
        "art. 23(4)(b)": "duty/nis2",
        "art. 23(4)(d)": "duty/nis2",
    },
    "cyfun-2025": {
        "GV.SC-07.2": "supplier/fibre",
        "ID.IM-04.1": "plan/drp",
        "RS.MA-05.1": "criterion/hurt scenario/fire",
        "RC.RP-06.1": "scenario/fire",
    },
    "dora": {
        "art. 11(6)(a)": "exercise/drill",
        "art. 11(6)(b)": "exercise/drill",
        "art. 19(4)(a)": "duty/dora",
        "art. 19(4)(b)": "duty/dora",
        "art. 19(4)(c)": "duty/dora",
    },
}

CLAUSES = [(s.id, r.clause) for s in STANDARDS for r in s.requirements]


def found(plan: Plan, standard: str, clause: str) -> Answer:
    (which,) = [s for s in STANDARDS if s.id == standard]
    (answer,) = [a for a in answers(which, plan, AS_OF) if a.requirement.clause == clause]
    return answer


def test_every_clause_is_in_the_table() -> None:
    assert [(s, clause) for s, clauses in EVIDENCE.items() for clause in clauses] == CLAUSES
    assert len(CLAUSES) == 58


@pytest.mark.parametrize(("standard", "clause"), CLAUSES)
def test_a_full_plan_meets_it_with_this_evidence(standard: str, clause: str) -> None:
    answer = found(make_plan(header=HEADER, **FULL), standard, clause)
    named = " ".join(e.kind + (f"/{e.id}" if e.id else "") for e in answer.evidence)
    assert sorted(named.split()) == sorted(EVIDENCE[standard][clause].split())
    assert answer.result is Result.MET
    assert answer.met == answer.demanded


@pytest.mark.parametrize(("standard", "clause"), CLAUSES)
def test_the_smallest_plan_does_not_cover_it(standard: str, clause: str) -> None:
    answer = found(make_plan(), standard, clause)
    assert (answer.result, answer.evidence, answer.met) == (Result.NOT_COVERED, (), 0)


def without(path: str) -> Plan:
    """The full plan without a field: ``plans.approved`` is taken from every plan."""
    topic, _, field = path.partition(".")
    changed = dict(FULL)
    whole = changed.pop(topic)
    if field:
        one_less = [
            {key: value for key, value in part.items() if key != field}
            for part in (whole if isinstance(whole, list) else [whole])
        ]
        changed[topic] = one_less if isinstance(whole, list) else one_less[0]
    return make_plan(header=HEADER, **changed)


@pytest.mark.parametrize(
    ("path", "standard", "clause", "met"),
    [
        ("products", "iso-22301", "4.1", 2),
        ("duties", "iso-22301", "4.2", 1),
        ("plans", "iso-22301", "4.4", 1),
        ("reviews", "iso-22301", "5.1", 1),
        ("roles.holder", "iso-22301", "5.3", 1),
        ("risks", "iso-22301", "6.1", 1),
        ("programme.roadmap", "iso-22301", "6.2", 1),
        ("programme.review_triggers", "iso-22301", "6.3", 1),
        ("resources", "iso-22301", "7.1", 1),
        ("exercises.participants", "iso-22301", "7.2", 0),
        ("messages", "iso-22301", "7.4", 1),
        ("programme.exercise_every", "iso-22301", "8.1", 1),
        ("activities.mtpd", "iso-22301", "8.2.2", 4),
        ("activities.impacts", "iso-22301", "8.2.2", 4),
        ("risks.reviewed", "iso-22301", "8.2.3", 2),
        ("activities.workaround", "iso-22301", "8.3.2", 1),
        ("activities.dependencies", "iso-22301", "8.3.3", 1),
        ("activities.needs", "iso-22301", "8.3.4", 1),
        ("measures.owner", "iso-22301", "8.3.5", 0),
        ("scenarios", "iso-22301", "8.4.1", 1),
        ("roles.alternates", "iso-22301", "8.4.2", 2),
        ("authorities", "iso-22301", "8.4.3", 2),
        ("plans.scope", "iso-22301", "8.4.4", 9),
        ("plans.manage", "iso-22301", "8.4.4", 9),
        ("scenarios.stand_down", "iso-22301", "8.4.4", 9),
        ("plans", "iso-22301", "8.4.4", 7),
        ("plans.return_steps", "iso-22301", "8.4.5", 1),
        ("exercises.summary", "iso-22301", "8.5", 2),
        ("reviews", "iso-22301", "8.6", 1),
        ("assessments.topics", "iso-22301", "9.1", 0),
        ("assessments.audit", "iso-22301", "9.2", 0),
        ("reviews.management", "iso-22301", "9.3", 0),
        ("exercises.findings", "iso-22301", "10.1", 0),
        ("exercises.held", "iso-22301", "8.5", 2),
        ("plans.purpose", "nis2-annex", "4.1.2(a)", 1),
        ("plans.manage", "nis2-annex", "4.1.2(b)", 1),
        ("call_trees", "nis2-annex", "4.1.2(c)", 1),
        ("scenarios.triggers", "nis2-annex", "4.1.2(d)", 1),
        ("activities", "nis2-annex", "4.1.2(e)", 0),
        ("systems.rpo", "nis2-annex", "4.1.2(f)", 2),
        ("sites.alternates", "nis2-annex", "4.1.2(g)", 2),
        ("plans.return_steps", "nis2-annex", "4.1.2(h)", 1),
        ("plans.approved", "nis2-annex", "4.1.4", 3),
        ("roles.duties", "nis2-annex", "4.3.2(a)", 1),
        ("authorities.primary", "nis2-annex", "4.3.2(b)", 1),
        ("suppliers.secondary", "cyfun-2025", "GV.SC-07.2", 2),
        ("scenarios.triggers", "cyfun-2025", "RS.MA-05.1", 1),
        ("exercises.call_trees", "dora", "art. 11(6)(b)", 0),
    ],
)
def test_what_is_missing_is_not_counted(path: str, standard: str, clause: str, met: int) -> None:
    answer = found(without(path), standard, clause)
    assert answer.met == met
    assert answer.result is (Result.PARTLY if met else Result.NOT_COVERED)


@pytest.mark.parametrize(
    ("limits", "met"),
    [
        (("24h", "72h", "30 days"), ["a", "b", "d"]),
        (("12h",), ["a"]),
        (("25h", "31 days"), ["b", "d"]),
        (("73h",), ["d"]),
        (("32 days",), []),
    ],
)
def test_reports_count_by_their_time(limits: tuple[str, ...], met: list[str]) -> None:
    plan = make_plan(duties=[duty("nis2", *limits)])
    results = [found(plan, "nis2", f"art. 23(4)({part})").result for part in "abd"]
    assert [p for p, r in zip("abd", results, strict=True) if r is Result.MET] == met


def test_a_duty_is_known_by_its_law() -> None:
    named = [
        duty("early") | {"source": "Directive (EU) 2022/2555, art. 23"},
        duty("other") | {"title": "NIS 2 report"},
        duty("gdpr") | {"source": "GDPR, art. 33"},
    ]
    for one in named:
        one["deadlines"] = [WITHIN | {"within": "24h"}]
    answer = found(make_plan(duties=named), "nis2", "art. 23(4)(a)")
    assert [one.id for one in answer.evidence] == ["early", "other"]


def test_a_test_of_two_years_ago_is_no_yearly_test() -> None:
    exercises = [FULL["exercises"][0] | {"held": "2025-05-30"}]
    old = make_plan(header=HEADER, **FULL | {"exercises": exercises})
    assert found(old, "dora", "art. 11(6)(a)").result is Result.NOT_COVERED
    assert found(old, "nis2-annex", "4.1.4").result is Result.MET


def test_plans_reviewed_long_ago_are_not_reviewed_yearly() -> None:
    plans = [FULL["plans"][0] | {"approved": "2025-05-30"}]
    reviews = [FULL["reviews"][1]]
    old = make_plan(header=HEADER, **FULL | {"plans": plans, "reviews": reviews})
    assert found(old, "cyfun-2025", "ID.IM-04.1").result is Result.PARTLY


def test_the_recovery_order_can_be_stated() -> None:
    plan = make_plan(programme={"recovery_order": {"products": ["net"]}})
    kinds = [one.kind for one in found(plan, "nis2-annex", "4.1.2(e)").evidence]
    assert kinds == ["recovery-order", "programme"]


@pytest.mark.parametrize("tag", available())
def test_every_text_is_there_and_no_other(tag: str) -> None:
    words = locale(tag).words
    keys = {r.key for s in STANDARDS for r in s.requirements} | {s.key for s in STANDARDS}
    assert {key for key in words if key.startswith("requirement.")} == keys


def test_a_plan_is_held_against_the_standards_that_it_names() -> None:
    assert applying(make_plan()) == STANDARDS
    named = make_plan(programme={"standards": ["dora", "iso-22301", "dora"]})
    assert [standard.id for standard in applying(named)] == ["dora", "iso-22301"]
    assert {standard.id for standard in STANDARDS} == set(StandardId)
