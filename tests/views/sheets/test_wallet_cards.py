"""What stands on a wallet card, and what is left out first."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from generator.model import Plan
from generator.views.sheets import wallet_cards
from generator.views.sheets.sheet import Sheet
from generator.views.sheets.wallet_directory import How
from generator.views.sheets.wallet_room import lines, width
from tests.paper.wallet_plan import HEADER, cards, order, person, wallet_plan


def test_whom_to_call_and_who_calls() -> None:
    made = cards(wallet_plan())
    (branch,) = made["person-p2"].view.branch.branches
    assert [row.name.words for row in branch.calls] == ["Person 3"]
    assert (branch.called_by.name.words, branch.how) == ("Person 1", How.BRANCH)
    branch, *_ = made["person-p3"].view.branch.branches
    assert (branch.calls, branch.called_by.name.words) == ((), "Person 2")


def _trees(count: int) -> list[dict[str, Any]]:
    nodes = [{"id": "a", "who": "p2"}, {"id": "b", "who": "p3"}]
    return [
        {"id": f"t{n}", "title": f"Tree {n}", "initiator": "lead", "nodes": nodes}
        for n in range(count)
    ]


def test_branches_stand_there_while_there_is_room_and_the_rest_is_counted() -> None:
    # A branch takes its title and two calls: 3.3 of 7.7 lines.
    found = cards(wallet_plan(call_trees=_trees(4)))["person-p1"].view.branch
    assert [one.tree.words for one in found.branches] == ["Tree 0", "Tree 1"]
    assert found.more == 2


def test_own_branches_come_before_those_of_a_stand_in() -> None:
    roles = [
        {"id": "other", "title": "Other", "alternates": ["p1"], "reads": "staff"},
        {"id": "lead", "title": "Lead", "holder": "p1", "reads": "staff"},
    ]
    nodes = [{"id": "a", "who": "p2"}]
    trees = [
        {"id": "one", "title": "One", "initiator": "other", "nodes": nodes},
        {"id": "two", "title": "Two", "initiator": "lead", "nodes": nodes},
    ]
    found = cards(wallet_plan(roles=roles, call_trees=trees))["person-p1"].view
    assert [one.tree.words for one in found.branch.branches[:2]] == ["Two", "One"]
    assert found.branch.branches[1].stands_in_for.words == "Other"
    assert [(role.title.words, role.stands_in) for role in found.roles.shown] == [
        ("Lead", False),
        ("Other", True),
    ]


def test_whoever_calls_nobody_sees_whom_to_call() -> None:
    hunt = {"id": "duty", "title": "Duty", "kind": "hunt", "nodes": [{"id": "a", "who": "lead"}]}
    (branch,) = cards(wallet_plan(call_trees=[hunt]))["general"].view.branch.branches
    assert (branch.how, [row.name.words for row in branch.calls]) == (How.ORDER, ["Person 1"])
    (branch,) = cards(wallet_plan(call_trees=[]))["general"].view.branch.branches
    assert (branch.how, len(branch.calls)) == (How.LIST, 2)


def test_nobody_is_called_one_by_one_in_a_simultaneous_alert() -> None:
    tree = _trees(1)[0] | {"kind": "simultaneous"}
    found = cards(wallet_plan(call_trees=[tree]))["person-p1"].view.branch
    assert {one.how for one in found.branches} <= {How.LIST}


def _scenario(id_: str, *lists: tuple[str, str], **changes: Any) -> dict[str, Any]:
    phases = [
        {"id": phase, "title": phase, "checklists": [{"role": "lead", "checklist": checklist}]}
        for phase, checklist in lists
    ]
    return {"id": id_, "title": id_.title(), "icon": "fire", "phases": phases} | changes


def _checklist(id_: str, *steps: dict[str, Any]) -> dict[str, Any]:
    named = [{"id": f"s{n}", **step} for n, step in enumerate(steps)]
    return {"id": id_, "title": id_.title(), "steps": named}


def _said(sheet: Sheet) -> list[tuple[str | None, list[str]]]:
    return [
        (one.title.words if one.title else None, [step.text.words for step in one.steps])
        for one in sheet.view.steps.lists
    ]


def test_safety_first_then_work_from_the_start_then_later_work() -> None:
    late = _scenario("later", ("now", "x"), ("next", "b"))
    late["phases"][0]["checklists"] = []
    now = _scenario("now", ("now", "a"), safety=[{"id": "out", "do": "Leave."}])
    lists = [_checklist("a", {"do": "Count."}), _checklist("b", {"do": "Repair."})]
    plan = wallet_plan(scenarios=[late, now], checklists=lists)
    assert _said(cards(plan)["role-lead"]) == [
        (None, ["Leave."]),
        ("Now", ["Count."]),
        ("Later", ["Repair."]),
    ]


def test_a_list_ends_with_its_first_decision_and_stands_there_once() -> None:
    steps = ({"do": "Look."}, {"decide": "Is it out?"}, {"do": "Go back."})
    scenarios = [_scenario("one", ("now", "a")), _scenario("two", ("now", "a"))]
    plan = wallet_plan(scenarios=scenarios, checklists=[_checklist("a", *steps)])
    assert _said(cards(plan)["role-lead"]) == [("One", ["Look.", "Is it out?"])]


def test_lists_that_do_not_fit_are_counted() -> None:
    steps = [{"do": f"Do the thing number {n}."} for n in range(6)]
    scenarios = [_scenario(f"s{n}", ("now", f"l{n}")) for n in range(6)]
    lists = [_checklist(f"l{n}", *steps) for n in range(6)]
    found = cards(wallet_plan(scenarios=scenarios, checklists=lists))["role-lead"].view.steps
    # 13.3 lines less 1.5 for the count: two lists with a title and three steps (4.4 each), the
    # third with a title and one step (2.4); then there is no room for a fourth.
    assert [len(one.steps) for one in found.lists] == [3, 3, 1]
    assert found.more == 3


def test_without_work_a_role_has_its_own_lists_and_else_its_duties() -> None:
    roles = [{"id": "lead", "title": "Lead", "holder": "p1", "duties": ["Decide."]}]
    own = [_checklist("a", {"do": "Open the room."}) | {"roles": ["lead"]}]
    plan = wallet_plan(roles=roles, scenarios=[], checklists=own, call_trees=[])
    assert _said(cards(plan)["role-lead"]) == [("A", ["Open the room."])]
    plan = wallet_plan(roles=roles, scenarios=[], checklists=[], call_trees=[])
    assert _said(cards(plan)["role-lead"]) == [("Lead", ["Decide."])]


def test_a_step_has_the_number_that_it_needs() -> None:
    steps = ({"do": "Call 112.", "call": "fire"}, {"do": "Call the line.", "call": "line"})
    plan = wallet_plan(
        scenarios=[_scenario("one", ("now", "a"))], checklists=[_checklist("a", *steps)]
    )
    (one,) = cards(plan)["role-lead"].view.steps.lists
    assert [step.call for step in one.steps] == [None, "+33 1 99 00 50 50"]


def test_the_assembly_point_is_that_of_the_persons_site() -> None:
    sites = [
        {"id": id_, "name": id_, "assembly_points": [{"id": "p", "name": f"Point {id_}"}]}
        for id_ in ("tower", "hall")
    ]
    people = [person(1), person(2, site="hall"), person(3, site=None)]
    made = cards(wallet_plan(people=people, sites=sites))
    points = [made[f"person-p{n}"].view.assembly_point.words for n in (1, 2, 3)]
    assert points == ["Point tower", "Point hall", "Point tower"]


def test_codes_hold_the_number_and_the_page_of_the_role() -> None:
    made = cards(wallet_plan())
    assert made["person-p1"].view.line.payload == "tel:+33199005050"
    base = "https://plan.example"
    assert made["person-p1"].view.page.payload == f"{base}/crisis-team/en/roles/lead.html"
    assert made["person-p3"].view.page.payload == f"{base}/staff/en/index.html"
    plan: Plan = wallet_plan(header={"emergency_numbers": HEADER["emergency_numbers"][:1]})
    without = replace(order(plan), site_url=None)
    assert {(one.view.line, one.view.page) for one in wallet_cards.sheets(without)} == {
        (None, None)
    }


@pytest.mark.parametrize(
    ("words", "room", "expected"),
    [
        ("", 10, 1),
        ("aa aa", 10, 1),
        ("aaaa aaaa aaaa", 5.2, 2),
        ("aaaaaaaaaaaaaaaaaaaa", 5.8, 2),
        ("字字字字字字", 3, 2),
    ],
)
def test_lines_are_counted_as_words_break(words: str, room: float, expected: int) -> None:
    assert lines(words, room) == expected


def test_east_asian_letters_are_an_em_wide_and_marks_nothing() -> None:
    assert width("字") == 1
    assert width("e\u0301") == width("e")
    assert width("i") < width("n") < width("m")
