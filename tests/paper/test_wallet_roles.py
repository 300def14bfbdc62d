"""The roles of those who are called, on paper: whole, and each number beside its name."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model import Plan
from generator.paper.document import Printing
from generator.paper.kinds import KINDS
from tests.paper.printed import CODE, made, opened, sheets_of
from tests.paper.wallet_plan import cards, documents, person, placed, set_, wallet_plan, words_of

LONG = "Coordinator of the halls and of the northern gates"
"""Some 25 em, wider than the line before a number."""


def plan_of(others: int, title: str = LONG, **changes: Any) -> Plan:
    """The first person calls a warden of that title, and so many others."""
    nodes = [{"id": f"n{n}", "who": f"p{n}"} for n in range(3, 3 + others)]
    tree = {"id": "team", "title": "Team", "initiator": "lead"}
    roles = [
        {"id": "lead", "title": "Lead", "holder": "p1", "reads": "staff"},
        {"id": "warden", "title": title, "holder": "p2", "reads": "staff"},
    ]
    trees = [tree | {"nodes": [{"id": "w", "who": "warden"}, *nodes]}]
    return wallet_plan(2 + others, **({"roles": roles, "call_trees": trees} | changes))


def test_a_long_role_stands_beneath_its_name_and_the_number_beside_it() -> None:
    # Four others are as many as leave a line for the role: the card is full to the brim.
    result = set_(documents((cards(plan_of(4))["person-p1"],))["shop"])
    assert result.overflows == ()
    name, role, number, after = (
        placed(result.pdf, 0, words)
        for words in ("Person 2", LONG, "+49 171 3920002", "+49 171 3920003")
    )
    assert number[1] == pytest.approx(name[1], abs=0.5)
    assert name[3] < role[1] < role[3] < after[1]
    assert role[0] > name[0] + 2
    words = words_of(result.pdf, 0)
    places = [words.index(one) for one in ("Person 2", "+49 171 3920002", LONG, "Person 3")]
    assert places == sorted(places)


@pytest.mark.parametrize("letter", ["i", "n", "m", "W"])
@pytest.mark.parametrize("others", [0, 3, 4, 5])
def test_what_is_reckoned_to_fit_does(letter: str, others: int) -> None:
    """Titles of every width stand there whole, in one of three ways, or not at all."""
    ways = set()
    for count in range(1, 46 if letter != "W" else 30, 3):
        words = " ".join((letter * 5,) * (count // 5) + (letter * (count % 5 or 1),))
        sheet = cards(plan_of(others, words))["person-p1"]
        row = sheet.view.branch.branches[0].calls[0]
        ways.add((row.role is not None, row.beneath))
        result = set_(documents((sheet,))["shop"])
        assert result.overflows == (), (words, row)
        if row.role:
            assert words in " ".join(words_of(result.pdf, 0).split()), row
    assert (True, False) in ways


def test_names_without_end_and_long_roles_are_too_much_by_the_names_alone() -> None:
    people = [person(n, name=" ".join(["Wilhelmina"] * 12)) for n in range(1, 8)]
    few, long = (
        set_(documents((cards(plan_of(5, title, people=people))["person-p1"],))["shop"])
        for title in ("W", LONG)
    )
    assert [(one.side, one.lines > 3) for one in few.overflows] == [("the front", True)]
    assert [one.lines for one in long.overflows] == [one.lines for one in few.overflows]


@pytest.mark.parametrize(
    ("plan", "audience", "language"),
    [
        ("scheldenet", "staff", "en"),
        ("scheldenet", "staff", "nl"),
        ("bakkerij", "crisisteam", "nl"),
    ],
)
def test_nothing_on_a_samples_card_ends_in_a_mark(plan: str, audience: str, language: str) -> None:
    at = opened(plan)
    kind = next(one for one in KINDS if one.name == "wallet-cards")
    sheets = sheets_of("wallet-cards", at, audience, language)
    files = [one for one in kind.together(sheets, Printing(language), "w") if "shop" in one.path]
    pages = 0
    for file in files:
        pdf = made(file, {sheet.name: CODE for sheet in file.sheets}, None, at).pdf
        count = 2 * len(file.sheets)
        texts = [words_of(pdf, page) for page in range(count)]
        assert [one for one in texts if "…" in one or "..." in one] == []
        pages += count
    assert pages == 2 * len(sheets)
    assert pages > 20
