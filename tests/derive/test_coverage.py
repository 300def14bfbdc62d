"""What covers what."""

from __future__ import annotations

from typing import Any

from generator.derive.coverage import (
    EVERYONE,
    CardHolder,
    activity_by_plan,
    answered,
    card_holders,
    person_by_role,
    plans_of,
    risk_by_scenario,
    role_by_phase,
    unit_by_plan,
)
from tests.plan_builder import make_plan

SCENARIOS = [{"id": "fire", "title": "Fire"}, {"id": "flood", "title": "Flood"}]


def risk(id_: str, **changes: Any) -> dict[str, Any]:
    return {"id": id_, "title": id_, "rating": {"likelihood": 2, "impact": 3}} | changes


def bcp(id_: str, **changes: Any) -> dict[str, Any]:
    return {"id": id_, "kind": "bcp", "title": id_} | changes


def test_risks_and_scenarios() -> None:
    plan = make_plan(
        scenarios=SCENARIOS, risks=[risk("smoke", scenarios=["fire", "ghost"]), risk("theft")]
    )
    found = risk_by_scenario(plan)
    assert (found.rows, found.columns) == (("smoke", "theft"), ("fire", "flood"))
    assert dict(found.cells) == {("smoke", "fire"): ("fire",)}
    assert (found.at("smoke", "fire"), found.at("theft", "fire")) == (("fire",), ())
    assert (found.empty_rows, found.empty_columns) == (("theft",), ("flood",))


def test_a_risk_is_answered_by_appetite_scenario_or_a_reason() -> None:
    risks = [
        risk("bare"),
        risk("covered", scenarios=["fire"]),
        risk("accepted", treatment="accept", reason="It is rare."),
        risk("shrugged", treatment="accept"),
        risk("reduced", treatment="reduce", reason="It is rare."),
    ]
    above = make_plan(risks=risks, programme={"appetite": {"accept_up_to": 5}})
    assert [answered(one, above) for one in above.risks] == [False, True, True, False, False]
    within = make_plan(risks=risks, programme={"appetite": {"accept_up_to": 6}})
    assert all(answered(one, within) for one in within.risks)
    assert not answered(make_plan(risks=risks).risks[0], make_plan(risks=risks))


def test_roles_and_phases_of_a_scenario() -> None:
    phases = [
        {
            "id": "now",
            "title": "Now",
            "checklists": [
                {"role": "lead", "checklist": "a"},
                {"role": "lead", "checklist": "b"},
                {"role": "clerk", "checklist": "a"},
                {"checklist": "c"},
            ],
        },
        {"id": "later", "title": "Later", "checklists": [{"role": "lead", "checklist": "a"}]},
        {"id": "end", "title": "End"},
    ]
    roles = [
        {"id": "ict", "title": "ICT"},
        {"id": "lead", "title": "Lead"},
        {"id": "clerk", "title": "Clerk", "crisis": False},
        {"id": "cook", "title": "Cook", "crisis": False},
    ]
    plan = make_plan(roles=roles, scenarios=[{"id": "fire", "title": "Fire", "phases": phases}])
    found = role_by_phase(plan.scenarios[0], plan)
    assert found.rows == (EVERYONE, "ict", "lead", "clerk")
    assert found.at("lead", "now") == ("a", "b")
    assert found.at(EVERYONE, "now") == ("c",)
    assert (found.empty_rows, found.empty_columns) == (("ict",), ("end",))


def test_units_and_plans() -> None:
    units = [
        {"id": "network", "name": "Network"},
        {"id": "noc", "name": "NOC", "parent": "network"},
        {"id": "field", "name": "Field", "parent": "network"},
        {"id": "finance", "name": "Finance"},
        {"id": "egg", "name": "Egg", "parent": "hen"},
        {"id": "hen", "name": "Hen", "parent": "egg"},
    ]
    plans = [bcp("net", unit="network"), bcp("field-plan", unit="field"), bcp("cm")]
    plan = make_plan(units=units, plans=plans)
    found = unit_by_plan(plan)
    assert dict(found.cells) == {
        ("network", "net"): ("own",),
        ("noc", "net"): ("above",),
        ("field", "field-plan"): ("own",),
    }
    assert found.empty_rows == ("finance", "egg", "hen")
    assert found.empty_columns == ("cm",)
    assert [one.id for one in plans_of(plan.units[1], plan)] == ["net"]


def test_activities_and_plans() -> None:
    activities = [{"id": "noc", "name": "NOC"}, {"id": "tea", "name": "Tea"}]
    plans = [bcp("net", activities=["noc"]), {"id": "drp", "kind": "drp", "title": "DRP"}]
    found = activity_by_plan(make_plan(activities=activities, plans=plans))
    assert dict(found.cells) == {("noc", "net"): ("bcp",)}
    assert (found.empty_rows, found.empty_columns) == (("tea",), ("drp",))


def test_people_and_wallet_cards() -> None:
    people = [{"id": id_, "name": id_.title()} for id_ in ("noor", "tom", "an")]
    people.append({"id": "gone", "name": "Gone", "left": "2026-01-01"})
    roles = [
        {"id": "lead", "title": "Lead", "holder": "noor", "alternates": ["tom", "gone"]},
        {"id": "ict", "title": "ICT", "holder": "tom"},
        {"id": "clerk", "title": "Clerk", "holder": "an", "crisis": False},
    ]
    phase = {
        "id": "now",
        "title": "Now",
        "checklists": [
            {"role": "lead", "checklist": "a"},
            {"role": "lead", "checklist": "b"},
            {"role": "clerk", "checklist": "a"},
            {"checklist": "a"},
        ],
    }
    scenario = {"id": "fire", "title": "Fire", "phases": [phase]}
    plan = make_plan(people=people, roles=roles, scenarios=[scenario])
    fire = (("fire", "lead"),)
    assert card_holders(plan) == (
        CardHolder("noor", ("lead",), (), fire, True),
        CardHolder("tom", ("ict",), ("lead",), fire, True),
        CardHolder("gone", (), ("lead",), fire, False),
    )
    found = person_by_role(plan)
    assert (found.rows, found.columns) == (("noor", "tom"), ("lead", "ict"))
    assert dict(found.cells) == {
        ("noor", "lead"): ("holder",),
        ("tom", "ict"): ("holder",),
        ("tom", "lead"): ("alternate",),
    }


def test_what_is_named_twice_stands_once() -> None:
    plan = make_plan(scenarios=SCENARIOS, risks=[risk("smoke", scenarios=["fire", "fire"])])
    assert risk_by_scenario(plan).at("smoke", "fire") == ("fire",)


def test_without_lists_for_everyone_there_is_no_such_row() -> None:
    phase = {"id": "now", "title": "Now", "checklists": [{"role": "lead", "checklist": "a"}]}
    scenario = {"id": "fire", "title": "Fire", "phases": [phase]}
    plan = make_plan(roles=[{"id": "lead", "title": "Lead"}], scenarios=[scenario])
    assert role_by_phase(plan.scenarios[0], plan).rows == ("lead",)


def test_a_unit_with_two_plans_has_both_and_a_plan_counts_for_its_own_unit_only() -> None:
    units = [{"id": "network", "name": "N"}, {"id": "noc", "name": "NOC", "parent": "network"}]
    plans = [bcp("one", unit="network"), bcp("two", unit="network")]
    found = unit_by_plan(make_plan(units=units, plans=plans))
    assert dict(found.cells) == {
        ("network", "one"): ("own",),
        ("network", "two"): ("own",),
        ("noc", "one"): ("above",),
        ("noc", "two"): ("above",),
    }


def test_an_activity_under_plans_of_two_kinds() -> None:
    plans = [bcp("bcp", activities=["noc"])]
    plans.append({"id": "it", "kind": "drp", "title": "IT", "activities": ["noc", "ghost"]})
    found = activity_by_plan(make_plan(activities=[{"id": "noc", "name": "NOC"}], plans=plans))
    assert dict(found.cells) == {("noc", "bcp"): ("bcp",), ("noc", "it"): ("drp",)}
