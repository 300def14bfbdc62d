"""What a wallet card has no room for is said on it, or counted."""

from __future__ import annotations

from typing import Any

import pytest

from generator.locales import locale
from generator.views.sheets.wallet_cards import WalletCard
from generator.views.sheets.wallet_room import (
    HEAD_LINE,
    POSITION,
    more_in_head,
    width,
)
from tests.paper.wallet_plan import cards, person, wallet_plan


def roles(*titles: str, **changes: Any) -> list[dict[str, Any]]:
    """Roles of the first person."""
    return [
        {"id": f"r{n}", "title": title, "holder": "p1", "reads": "staff"} | changes
        for n, title in enumerate(titles)
    ]


def card_of(**changes: Any) -> WalletCard:
    view = cards(wallet_plan(**changes))["person-p1"].view
    assert isinstance(view, WalletCard)
    return view


LONG = "Coordinator of the northern halls"
"""33 letters, some 18 em: one fits on a line of 31 em, two don't."""


def test_roles_that_do_not_fit_are_counted() -> None:
    found = card_of(roles=roles(LONG, f"{LONG} 2", f"{LONG} 3"), call_trees=[]).roles
    assert [role.title.words for role in found.shown] == [LONG]
    assert found.more == 2
    few = card_of(roles=roles("Lead", "Warden"), call_trees=[]).roles
    assert ([role.title.words for role in few.shown], few.more) == (["Lead", "Warden"], 0)


def test_a_role_gives_way_to_the_words_for_how_many_more_there_are() -> None:
    titles = ("Leader of them", "Second of them", "Third of them", "Fourth of them")
    more = locale("en").count("sheet.wallet.more_roles", 2)
    assert more == "and 2 more roles: see your page"
    assert width("  ·  ".join(titles[:3])) < POSITION < width("  ·  ".join((*titles[:2], more)))
    found = card_of(roles=roles(*titles), call_trees=[]).roles
    assert ([role.title.words for role in found.shown], found.more) == (["Leader of them"], 3)


def _safe(count: int) -> list[dict[str, str]]:
    return [{"id": f"s{n}", "do": f"Keep safe, part {n}."} for n in range(count)]


def _scenario(**changes: Any) -> dict[str, Any]:
    lists = [{"role": "r0", "checklist": "l"}]
    phases = [{"id": "now", "title": "Now", "checklists": lists}]
    return {"id": "fire", "title": "Fire", "icon": "fire", "phases": phases} | changes


def test_lines_that_are_left_out_are_counted_and_safety_comes_first() -> None:
    steps = [{"id": f"d{n}", "do": f"Do the thing number {n}."} for n in range(20)]
    found = card_of(
        roles=roles("Lead"),
        call_trees=[],
        scenarios=[_scenario(safety=_safe(5))],
        checklists=[{"id": "l", "title": "L", "steps": steps}],
    ).steps
    # 13.3 lines: two titles of 1.4, five lines of safety, and what is left, five of the steps.
    assert [(len(one.steps), one.all) for one in found.lists] == [(5, 5), (5, 20)]
    assert found.more == 0


def test_lists_of_further_roles_are_counted() -> None:
    lists = [
        {"id": f"own{n}", "title": f"Own {n}", "roles": [f"r{n}"], "steps": _safe(1)}
        for n in range(3)
    ]
    shared = {"id": "all", "title": "Shared", "roles": ["r0", "r1", "r2"], "steps": _safe(2)}
    found = card_of(
        roles=roles("Lead", "Warden", "Scribe"),
        call_trees=[],
        scenarios=[],
        checklists=[*lists, shared],
    ).steps
    assert [one.title and one.title.words for one in found.lists] == ["Own 0", "Shared"]
    # Own 1 and Own 2; the shared one stands there already.
    assert found.more == 2


def test_a_branch_for_another_role_in_the_same_tree_is_counted() -> None:
    nodes = [
        {"id": "a", "who": "r0", "calls": ["x0", "x1", "x2", "x3"]},
        {"id": "b", "who": "r1", "calls": ["y0", "y1", "y2", "y3"]},
    ]
    called = [f"{side}{n}" for side in "xy" for n in range(4)]
    nodes += [{"id": id_, "who": f"p{n}"} for n, id_ in enumerate(called, 2)]
    tree = {"id": "t", "title": "T", "initiator": "p10", "nodes": nodes}
    own = roles("Lead", "Warden")
    found = card_of(count=10, roles=own, call_trees=[tree]).branch
    assert [len(one.calls) for one in found.branches] == [4]
    assert found.more == 1


def test_whoever_leads_is_not_told_the_own_number() -> None:
    crisis = [
        {"id": f"r{n}", "title": f"Role {n}", "holder": f"p{n}", "crisis": True, "reads": "staff"}
        for n in (1, 2, 3)
    ]
    made = cards(wallet_plan(roles=crisis, call_trees=[]))
    for id_ in ("person-p1", "role-r1"):
        (branch,) = made[id_].view.branch.branches
        assert [row.name.words for row in branch.calls] == ["Person 2", "Person 3"], id_
    (branch,) = made["general"].view.branch.branches
    assert len(branch.calls) == 3


@pytest.mark.parametrize(
    ("title", "beside", "under", "lines"),
    [
        ("Ann", "One", "Lead", 0),
        ("n" * 30, "nnnnn", "", 0),  # 30 x 0.57 x 1.2 + 1 + 5 x 0.57 = 24.4 of 32.2
        ("n" * 30, "n" * 20, "", HEAD_LINE),  # 32.9
        ("Ann", "One", "nnnn " * 30, 2),  # 30 x (4 x 0.57 + 0.32) = 78 em: 3 lines of 31
        ("nnnn " * 12, "One", "", 2 * HEAD_LINE),  # 12 x 2.6 = 31.2 em: 2 lines of 26.8
    ],
)
def test_what_a_head_takes_is_reckoned(title: str, beside: str, under: str, lines: float) -> None:
    assert more_in_head(title, beside, under) == pytest.approx(lines)


def test_a_person_is_named_by_one_line_of_the_organisation_more() -> None:
    name = "Maximiliaan van der Stappen-Vandenberghe"
    people = [person(1, name=name), *(person(n) for n in range(2, 8))]
    nodes = [{"id": f"n{n}", "who": f"p{n}"} for n in (2, 3, 4, 5)]
    trees = [
        {"id": f"t{n}", "title": f"Tree {n}", "initiator": "r0", "nodes": part}
        for n, part in enumerate((nodes, nodes[:1]))
    ]
    short = card_of(roles=roles("Lead"), call_trees=trees, people=people)
    assert len(short.branch.branches) == 2
    header = {"organisation": "The Association of Northern Hospitals"}
    long = card_of(roles=roles("Lead"), call_trees=trees, people=people, header=header)
    assert (len(long.branch.branches), long.branch.more) == (1, 1)
