"""Who gets a wallet card, in which language, and what its reader may see on it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.paper.letters import texts
from generator.views.sheets import wallet_cards
from generator.views.sheets.wallet_bearers import card_language
from tests.paper.wallet_plan import cards, order, person, wallet_plan

RANKS = {"public": 0, "staff": 1, "crisis-team": 2}


def test_everybody_every_role_and_all_staff_get_a_card() -> None:
    people = [
        person(1),
        person(2, left="2026-11-22"),
        person(3, left="2026-11-23"),
        person(4, left="2020-01-01"),
    ]
    made = cards(wallet_plan(people=people))
    assert list(made) == ["general", "role-lead", "role-warden", "person-p1", "person-p3"]
    assert made["person-p1"].about == ("person", "p1")
    assert made["role-lead"].about == ("role", "lead")
    assert made["general"].about is None


def test_an_edition_that_knows_nobody_has_only_the_general_card() -> None:
    made = cards(wallet_plan(), "public")
    assert list(made) == ["general"]
    assert made["general"].audience == "public"


@pytest.mark.parametrize(
    ("reads", "default", "printed", "expected"),
    [
        # The most closed of the roles' audiences, whichever edition is printed.
        (["crisis-team", "staff"], "staff", "staff", "crisis-team"),
        (["crisis-team"], "staff", "crisis-team", "crisis-team"),
        (["staff"], "staff", "crisis-team", "staff"),
        (["public"], "staff", "crisis-team", "public"),
        # Without `reads:` the default audience, but not more than what is printed.
        ([None], "staff", "crisis-team", "staff"),
        ([], "staff", "staff", "staff"),
        ([], "public", "crisis-team", "public"),
        # What the plan closes by default isn't for whoever has no role.
        ([], "crisis-team", "crisis-team", "public"),
        ([], None, "crisis-team", "public"),
    ],
)
def test_a_card_shows_what_its_reader_may_see(
    reads: list[str | None], default: str | None, printed: str, expected: str
) -> None:
    roles = [
        {"id": f"r{n}", "title": "Role", "holder": "p1"} | ({"reads": one} if one else {})
        for n, one in enumerate(reads)
    ]
    plan = wallet_plan(roles=roles, call_trees=[], header={"default_audience": default})
    assert cards(plan, printed)["person-p1"].audience == expected


def test_an_alternate_reads_what_the_role_reads() -> None:
    roles = [{"id": "lead", "title": "Lead", "alternates": ["p3"], "reads": "crisis-team"}]
    assert cards(wallet_plan(roles=roles, call_trees=[]))["person-p3"].audience == "crisis-team"


def test_a_card_is_the_same_whichever_edition_prints_it() -> None:
    plan = wallet_plan()
    assert cards(plan, "staff") == cards(plan, "crisis-team")


CONTACTS = st.lists(
    st.tuples(st.sampled_from(["mobile", "home", "phone"]), st.sampled_from([None, *RANKS])),
    min_size=1,
    max_size=3,
)


def _contact(number: int, kind: str, audience: str | None) -> dict[str, Any]:
    value = f"+49 30 23125 {number:03}"
    return {"kind": kind, "value": value} | ({"audience": audience} if audience else {})


def _rank(kind: str, audience: str | None) -> int:
    """Worked out by hand: people are for the default audience, staff, at least; home numbers that
    say nothing are for the crisis team."""
    if audience:
        return max(RANKS[audience], RANKS["staff"])
    return RANKS["crisis-team"] if kind == "home" else RANKS["staff"]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(CONTACTS, min_size=3, max_size=3),
    st.lists(st.sampled_from([None, *RANKS]), min_size=2, max_size=2),
    st.sampled_from(list(RANKS)),
)
def test_no_card_has_a_number_that_its_reader_may_not_see(
    contacts: list[list[tuple[str, str | None]]], reads: list[str | None], printed: str
) -> None:
    people: list[dict[str, Any]] = []
    ranks: dict[str, int] = {}
    for n, own in enumerate(contacts, 1):
        made = [_contact(n * 10 + k, *one) for k, one in enumerate(own)]
        ranks |= {f"23125{n * 10 + k:03}": _rank(*one) for k, one in enumerate(own)}
        people.append(person(n, contacts=made))
    roles = [
        {"id": id_, "title": id_, "holder": holder} | ({"reads": one} if one else {})
        for (id_, holder), one in zip([("lead", "p1"), ("warden", "p2")], reads, strict=True)
    ]
    plan = wallet_plan(people=people, roles=roles)
    known = {"person-p1": reads[0], "role-lead": reads[0], "person-p2": reads[1]}
    known["role-warden"] = reads[1]
    for id_, sheet in cards(plan, printed).items():
        reader = RANKS[known.get(id_) or "staff"]
        shown = "".join(texts(sheet.view)).replace(" ", "")
        assert not [number for number, rank in ranks.items() if rank > reader and number in shown]


def test_the_numbers_of_the_test_before_can_be_seen_at_all() -> None:
    plan = wallet_plan()
    lead = "".join(texts(cards(plan)["person-p1"].view)).replace(" ", "")
    assert "+491713920002" in lead
    home = [person(2, contacts=[{"kind": "home", "value": "+49 30 23125 002"}])]
    plan = wallet_plan(people=[person(1), *home, person(3)])
    lead = "".join(texts(cards(plan)["person-p1"].view)).replace(" ", "")
    third = "".join(texts(cards(plan)["person-p3"].view)).replace(" ", "")
    assert "23125002" in lead
    assert "23125002" not in third


@pytest.mark.parametrize(
    ("spoken", "expected"),
    [((), "en"), (("nl",), "nl"), (("fr", "nl", "en"), "nl"), (("nl-BE",), "nl"), (("ar",), "en")],
)
def test_a_card_is_in_a_language_of_its_bearer(spoken: tuple[str, ...], expected: str) -> None:
    plan = wallet_plan(people=[person(1, languages=spoken), person(2), person(3)])
    assert card_language(plan.people[0], ("en", "nl")) == expected
    found = [tag for tag in ("en", "nl") if "person-p1" in cards(plan, language=tag)]
    assert found == [expected]


def test_with_two_languages_each_side_has_its_own() -> None:
    safety = [{"id": "out", "do": {"en": "Leave.", "nl": "Ga weg."}}]
    scenario = {"id": "fire", "title": {"en": "Fire", "nl": "Brand"}, "icon": "fire"}
    people = [person(1, languages=["nl"]), person(2), person(3)]
    plan = wallet_plan(people=people, scenarios=[scenario | {"safety": safety}], checklists=[])
    made = list(wallet_cards.sheets(order(plan, two=("en", "nl"))))
    assert {sheet.id for sheet in made} >= {"person-p1", "person-p3", "role-lead", "general"}
    card = next(sheet for sheet in made if sheet.id == "person-p1")
    assert card.view.numbers[0].label.words == "Fire"
    assert card.view.steps.lists[0].steps[0].text.words == "Ga weg."
    assert list(wallet_cards.sheets(order(plan, language="nl", two=("en", "nl")))) == []
