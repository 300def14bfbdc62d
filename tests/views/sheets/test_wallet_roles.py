"""The role of whoever is called stands on a wallet card whole or not at all: numbers come first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from msgspec import Struct

from generator.editions import audiences
from generator.model import Plan
from generator.model.text import Text
from generator.opening import open_plan
from generator.views.sheets import wallet_cards
from generator.views.sheets.sheet import Order
from generator.views.sheets.wallet_cards import WalletCard
from generator.views.sheets.wallet_directory import CallRow, Directory
from generator.views.sheets.wallet_room import beside_number
from tests.frontend_tools import ROOT
from tests.paper.wallet_plan import cards, wallet_plan

SHORT = "n" * 28
"""16 em; "Person 2 · " before it is 5.1: together they fit into 21.5."""

TIGHT = "n" * 30
"""17.1 em, with the name 22.2: a line of 32.2 leaves 23.65 before the number of 8.05."""

LONG = "n" * 33
"""18.8 em, with the name 23.9: no line has room for that and a number."""

Shown = tuple[str, str | None, bool]


def tree(id_: str, *who: str, starts: str = "lead") -> dict[str, Any]:
    nodes = [{"id": f"{id_}-{one}", "who": one} for one in who]
    return {"id": id_, "title": id_.title(), "initiator": starts, "nodes": nodes}


def plan_of(title: str, others: int = 0, *trees: dict[str, Any], **changes: Any) -> Plan:
    """The first person calls a warden, whose title that is, and so many others."""
    called = [f"p{n}" for n in range(3, 3 + others)]
    roles = [
        {"id": "lead", "title": "Lead", "holder": "p1", "reads": "staff"},
        {"id": "warden", "title": title, "holder": "p2", "reads": "staff"},
    ]
    every = [tree("team", "warden", *called), *trees]
    return wallet_plan(12, **({"roles": roles, "call_trees": every} | changes))


def directory(plan: Plan, card: str = "person-p1") -> Directory:
    view = cards(plan)[card].view
    assert isinstance(view, WalletCard)
    return view.branch


def shown(row: CallRow | None) -> Shown:
    assert row is not None
    return row.name.words, row.role.words if row.role else None, row.beneath


def warden(plan: Plan, card: str = "person-p1") -> Shown:
    first, *_ = directory(plan, card).branches
    return shown(first.calls[0])


@pytest.mark.parametrize(
    ("title", "others", "expected"),
    [
        (SHORT, 0, ("Person 2", SHORT, False)),
        (TIGHT, 0, ("Person 2", TIGHT, True)),
        (LONG, 0, ("Person 2", LONG, True)),
        # 1.3 and five lines of calls: 1.4 of 7.7 are left. One more, and none is.
        (LONG, 4, ("Person 2", LONG, True)),
        (SHORT, 5, ("Person 2", SHORT, False)),
        (TIGHT, 5, ("Person 2", TIGHT, False)),
        (LONG, 5, ("Person 2", None, False)),
        # Two lines of 29 em.
        (f"{LONG} {LONG}", 3, ("Person 2", f"{LONG} {LONG}", True)),
        (f"{LONG} {LONG}", 4, ("Person 2", None, False)),
    ],
)
def test_a_role_stands_beside_the_name_beneath_it_or_not_at_all(
    title: str, others: int, expected: Shown
) -> None:
    assert warden(plan_of(title, others)) == expected


def test_where_nothing_stands_under_the_title_a_line_more_is_free_for_a_role() -> None:
    plan = plan_of(LONG, 5)
    assert warden(plan) == ("Person 2", None, False)
    assert warden(plan, "role-lead") == ("Person 2", LONG, True)


def test_no_number_makes_room_for_a_role() -> None:
    short, long = (directory(plan_of(one, 2, tree("site", "p9", "p10"))) for one in ("W", LONG))
    numbers = [[[row.number for row in one.calls] for one in it.branches] for it in (short, long)]
    assert [len(one) for one in numbers[0]] == [3, 2]
    assert numbers[0] == numbers[1]
    assert shown(long.branches[0].calls[0]) == ("Person 2", None, False)


def test_those_whom_the_bearer_calls_come_before_callers() -> None:
    roles = [
        {"id": id_, "title": title, "holder": f"p{n}", "reads": "staff"}
        for n, (id_, title) in enumerate((("one", "One"), ("two", LONG), ("three", LONG)), 1)
    ]
    up = tree("up", "one", starts="two")
    up["nodes"][0]["calls"] = ["more"]
    up["nodes"].append({"id": "more", "who": "p7"})
    trees = [up, tree("team", "three", starts="one")]
    first, second = directory(wallet_plan(8, roles=roles, call_trees=trees)).branches
    # 3.3 and 2.3 of 7.7: two lines are left, and with one more to call one.
    assert shown(first.called_by) == ("Person 2", LONG, True)
    assert shown(second.calls[0]) == ("Person 3", LONG, True)
    trees[1]["nodes"].append({"id": "last", "who": "p8"})
    first, second = directory(wallet_plan(8, roles=roles, call_trees=trees)).branches
    assert shown(first.called_by) == ("Person 2", None, False)
    assert shown(second.calls[0]) == ("Person 3", LONG, True)


def test_a_role_that_stands_on_the_card_gets_no_second_line() -> None:
    back = tree("back", "lead", starts="warden")
    first, second = directory(plan_of(LONG, 1, back)).branches
    # 3.3 and 2.3 of 7.7 lines: there would be room for two.
    assert shown(first.calls[0]) == ("Person 2", LONG, True)
    assert shown(second.called_by) == ("Person 2", None, False)


def test_a_number_wider_than_a_card_leaves_no_room() -> None:
    assert beside_number("+49 171 3920002") == pytest.approx(32.2 - 0.5 - 8.05)
    assert beside_number("5" * 99) == 1


def _samples() -> Iterator[tuple[Plan, Order]]:
    for name in ("scheldenet", "bakkerij"):
        plan = open_plan(ROOT / "plans" / name, date(2026, 11, 21)).plan
        tags = plan.plan.languages
        for audience in audiences(plan):
            for tag in tags:
                two = (tag, tags[1]) if len(tags) > 1 and tag == tags[0] else None
                for sides in {None, two}:
                    url = plan.plan.site_url
                    yield plan, Order(plan, audience, tag, date(2026, 11, 21), url, sides)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, Text):
        yield value.words
    elif isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from _texts(getattr(value, name))


def test_every_text_of_the_samples_cards_is_whole() -> None:
    views = [
        (
            sheet.view,
            {
                one.title.for_reader(tag, plan.plan.languages[0]).words
                for one in plan.roles
                for tag in plan.plan.languages
            },
        )
        for plan, order in _samples()
        for sheet in wallet_cards.sheets(order)
    ]
    texts = {one for view, _ in views for one in _texts(view)}
    assert len(texts) > 200
    assert [one for one in texts if one.rstrip().endswith(("…", "..."))] == []
    roles = [
        (row.role.words, titles)
        for view, titles in views
        for branch in view.branch.branches
        for row in (*branch.calls, branch.called_by)
        if row and row.role
    ]
    assert len(roles) > 300
    assert [words for words, titles in roles if words not in titles] == []
