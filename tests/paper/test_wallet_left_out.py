"""What a wallet card has no room for is said on the paper too."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from generator.model import Plan
from generator.paper.document import Imprint
from generator.paper.typesetter import Typeset, typeset
from tests.paper.wallet_plan import SOURCE, cards, documents, person, wallet_plan, words_of

NAME = "Maximiliaan van der Stappen-Vandenberghe"
FIRM = "The Association of Northern Hospitals"


def printed(plan: Plan) -> tuple[Typeset, str, str]:
    """The first person's card: the run, and the words of the front and the back."""
    header, day = plan.plan, datetime(2026, 10, 1, tzinfo=UTC)
    imprint = Imprint(header.organisation, header.title, "2026.3", day.date(), day, {})
    made = typeset(documents((cards(plan)["person-p1"],))["shop"], imprint, SOURCE)
    return made, words_of(made.pdf, 0), words_of(made.pdf, 1)


def plan_of(**changes: Any) -> Plan:
    titles = ("Coordinator of the northern halls", "Warden of the southern halls", "Scribe of all")
    roles = [
        {"id": f"r{n}", "title": title, "holder": "p1", "reads": "staff"}
        for n, title in enumerate(titles)
    ]
    steps = [{"id": f"d{n}", "do": f"Do the thing number {n}."} for n in range(20)]
    lists = [
        {"id": f"l{n}", "title": f"List {n}", "roles": [f"r{n}"], "steps": steps} for n in (0, 1)
    ]
    people = [person(1, name=NAME), person(2)]
    made: dict[str, Any] = {"roles": roles, "people": people, "call_trees": []}
    return wallet_plan(**(made | {"scenarios": [], "checklists": lists} | changes))


def test_further_roles_steps_and_lists_are_counted() -> None:
    made, front, back = printed(plan_of())
    assert made.overflows == ()
    assert "Coordinator of the northern halls" in front
    assert "and 2 more roles: see your page" in front
    assert "List 0" in back
    count = back.split("List 0")[1].split()[:3]
    assert count[1:] == ["of", "20"]
    assert f"Do the thing number {int(count[0]) - 1}." in back
    assert f"Do the thing number {count[0]}." not in back
    # The second role's list, and what the third one does, whose duties are none.
    assert "and 1 more list: see your page" in back


@pytest.mark.parametrize("firm", ["One", FIRM])
def test_a_long_name_stands_on_both_sides_with_the_organisation(firm: str) -> None:
    plan = plan_of(header={"organisation": firm})
    made, *sides = printed(plan)
    assert made.overflows == ()
    front, back = (" ".join(words.split()) for words in sides)
    assert NAME in front
    assert firm in front
    assert NAME in back
