"""What doesn't fit on a wallet card, and letters of all scripts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont

from generator.build import Opened
from generator.model import Plan
from generator.opening import open_plan
from generator.paper import fonts
from generator.paper.faults import overflow_problem
from generator.paper.letters import letter_problems
from generator.paper.typesetter import Overflow
from generator.views.sheets.sheet import Sheet
from tests.paper.wallet_plan import (
    DAY,
    cards,
    documents,
    person,
    placed,
    set_,
    wallet_plan,
    words_of,
)

FRONT = "the name, the roles, the call tree branch (fewer to call, shorter names), "
FRONT += "the labels of emergency numbers or the assembly point"


def overflows(plan: Plan, id_: str) -> tuple[Overflow, ...]:
    """What doesn't fit on one card of a plan; the same in every version."""
    sheet = cards(plan)[id_]
    found = {set_(one).overflows for one in documents((sheet,)).values()}
    assert len(found) == 1
    return found.pop()


def branch_of(count: int, **changes: Any) -> Plan:
    """A plan in which the first person calls so many others."""
    nodes = [{"id": f"n{n}", "who": f"p{n}"} for n in range(2, count + 2)]
    tree = {"id": "team", "title": "Team", "initiator": "lead", "nodes": nodes}
    return wallet_plan(count + 1, call_trees=[tree], **changes)


def test_a_branch_as_long_as_practice_allows_fits() -> None:
    assert overflows(branch_of(5), "person-p1") == ()


def test_a_long_branch_is_too_much() -> None:
    # Nine rows instead of the five that fit with their title: what is over is said, not clipped.
    few, many = branch_of(12), branch_of(15)
    (found,) = overflows(few, "person-p1")
    assert (found.sheet, found.side, found.shorten) == ("wallet-card/person-p1", "the front", FRONT)
    (more,) = overflows(many, "person-p1")
    # Three more people are three more lines.
    assert more.lines - found.lines == 3
    pdf = set_(documents((cards(many)["person-p1"],))["fold"]).pdf
    assert "+49 171 3920016" in words_of(pdf, 0)


def test_a_long_name_is_too_much() -> None:
    name = " ".join(["Wilhelmina"] * 60)
    plan = wallet_plan(people=[person(1, name=name), person(2), person(3)])
    found = overflows(plan, "person-p1")
    assert [one.side for one in found] == ["the front", "the back"]
    assert all(one.lines >= 1 for one in found)
    back = [one for one in overflows(plan, "role-lead") if one.side == "the back"]
    assert back == []


def test_a_word_wider_than_the_card_is_too_much() -> None:
    name = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch"
    plan = wallet_plan(people=[person(1, name=name * 2), person(2), person(3)])
    found = overflows(plan, "person-p1")
    assert {one.shorten for one in found} == {"words that are wider than the card"}


def test_long_first_steps_are_too_much() -> None:
    steps = [{"id": "a", "do": "Say to everybody who comes what has happened. " * 20}]
    plan = wallet_plan(
        scenarios=[],
        checklists=[{"id": "l", "title": "Lead", "roles": ["lead"], "steps": steps}],
    )
    (found,) = overflows(plan, "role-lead")
    assert found.side == "the back"
    assert found.shorten == "the first steps or the titles above them"


@pytest.fixture(scope="module")
def sample() -> Opened:
    """The one-file sample plan, for places."""
    return open_plan(Path("plans/bakkerij"), DAY)


def test_the_message_names_the_card_the_side_and_the_cure(sample: Opened) -> None:
    sheet = Sheet(
        "wallet-card", "person-x", "Marit", "nl", "team", None, ("person", "piet-kooistra")
    )
    told = overflow_problem(Overflow(sheet.name, "the front", 2, "the name"), sheet, sample)
    assert told.message == ("`wallet-card/person-x` (Marit, nl): the front has 2 lines too many.")
    assert told.help.startswith("Shorten the front by 2 lines: the name. Nothing is clipped")
    assert (
        sample.loaded.texts[told.position.file]
        .splitlines()[told.position.line - 1]
        .lstrip()
        .startswith("- {id: piet-kooistra")
    )


NAMES = {
    "ar": "ليلى المنصوري",
    "he": "רות לוי",
    "zh": "王小明",
    "ja": "山田 太郎",
    "ko": "김민준",
    "el": "Ελένη",
}


def test_names_of_many_scripts_are_set_with_a_font_that_has_them() -> None:
    people = [person(n, name=name) for n, name in enumerate(NAMES.values(), 1)]
    made = cards(wallet_plan(people=people, roles=[], call_trees=[]))
    assert fonts.missing_letters(NAMES.values()) == ()
    result = set_(documents(tuple(made.values()))["shop"])
    assert result.overflows == ()
    for number, name in enumerate(NAMES.values()):
        text = words_of(result.pdf, 2 + 2 * number)
        assert set(name.replace(" ", "")) <= set(text), name


def test_a_number_reads_from_left_to_right_beside_an_arabic_name() -> None:
    people = [person(1), person(2, name=NAMES["ar"]), person(3)]
    result = set_(documents((cards(wallet_plan(people=people))["person-p1"],))["shop"])
    prefix, area, rest = (placed(result.pdf, 0, part) for part in ("+49", "171", "3920002"))
    assert prefix[2] < area[0] < area[2] < rest[0]


LACKING = """\
plan:
  id: one
  organisation: One
  title: Plan
  revision: "1"
people:
  - {{id: lena, name: Lena Vos, contacts: [{{kind: mobile, value: +49 171 39200 01}}]}}
  - id: other
    name: {name}
    contacts: [{{kind: mobile, value: +49 171 39200 02}}]
roles:
  - {{id: lead, title: Lead, holder: lena}}
call_trees:
  - {{id: team, title: Team, initiator: lead, nodes: [{{id: first, who: other}}]}}
"""
"""The second person's name stands in line 9 from column 11; it is on the person's own card and on
those of the one who calls: of the role, and of its holder."""


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Ann Ա", "Ա (U+0531 ARMENIAN CAPITAL LETTER AYB)"),
        (
            "Ann ᚨᛒ",
            "ᚨ (U+16A8 RUNIC LETTER ANSUZ A), ᛒ (U+16D2 RUNIC LETTER BERKANAN BEORC BJARKAN B)",
        ),
        ("Anna 𓀀", "𓀀 (U+13000 EGYPTIAN HIEROGLYPH A001)"),
    ],
)
def test_a_letter_that_no_font_has_is_a_problem(tmp_path: Path, name: str, told: str) -> None:
    known = set().union(*(TTFont(one, fontNumber=0).getBestCmap() for one in fonts.font_files()))
    assert {ord(letter) for letter in "Ann a"} <= known
    assert not known & {ord(letter) for letter in name if not letter.isascii()}
    file = tmp_path / "plan.yml"
    file.write_text(LACKING.format(name=name), "utf-8")
    at = open_plan(file, DAY)
    made = cards(at.plan, audience="all")
    assert list(made) == ["general", "role-lead", "person-lena", "person-other"]
    (problem,) = letter_problems(made.values(), at)
    assert problem.code == "missing-letter"
    assert problem.message == (
        f"`wallet-card/role-lead` (Lead) and 2 more sheets: no font has {told}."
    )
    place = problem.position
    assert (Path(place.file), place.line, place.column) == (file, 9, 11)
