"""Codes of sheets: how they look, what they depend on, and that no two sheets share one."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.paper import codes
from generator.paper.codes import CODE, assigned, sheet_code
from generator.paper.facts import Fact
from generator.views.page import Address
from generator.views.parts.short_code import short_code

FACTS = (Fact("site", "", '"Tower"'), Fact("branch", "Lead", '[{"name":"Lead"}]'))
NAME = "exit-poster/tower @ staff/en"


def test_a_code_is_two_groups_of_letters_and_digits_in_turn() -> None:
    code = sheet_code("salt", NAME, FACTS)
    assert CODE.fullmatch(code)
    assert len(code) == 9
    assert code == code.upper()
    assert [sign.isalpha() for sign in code.replace("-", "")] == [True, False] * 4


def test_a_code_worked_out_by_hand() -> None:
    """The SHA-256 of ``["s", "a/b @ c/d", [], 0]`` begins with 63af249ef1dec8a1, as OpenSSL says;
    divided by 15, 7, 15, … its remainders are 2, 0, 10, 1, 8, 6, 11, 5."""
    assert sheet_code("s", "a/b @ c/d", ()) == "E2T3-P9V8"


def test_no_sign_looks_like_another() -> None:
    seen = {sign for n in range(500) for sign in sheet_code("salt", f"{n}", FACTS)}
    assert seen == set("ACEFHJKMPRTVWXY2346789-")


@given(st.text(), st.text(), st.text(), st.text())
def test_every_part_of_a_fact_matters(salt: str, field: str, line: str, value: str) -> None:
    code = sheet_code(salt, NAME, (Fact(field, line, value),))
    assert code == sheet_code(salt, NAME, (Fact(field, line, value),))
    others = (
        sheet_code(f"{salt}x", NAME, (Fact(field, line, value),)),
        sheet_code(salt, f"{NAME}x", (Fact(field, line, value),)),
        sheet_code(salt, NAME, (Fact(f"{field}x", line, value),)),
        sheet_code(salt, NAME, (Fact(field, f"{line}x", value),)),
        sheet_code(salt, NAME, (Fact(field, line, f"{value}x"),)),
        sheet_code(salt, NAME, (Fact(field, line, value), Fact("", "", ""))),
        sheet_code(salt, NAME, (Fact(field, line, value),), 1),
    )
    assert code not in others


def test_what_stands_in_two_facts_isn_t_what_stands_in_one() -> None:
    one = sheet_code("s", NAME, (Fact("a", "b", "c"), Fact("d", "e", "f")))
    assert one != sheet_code("s", NAME, (Fact("a", "b", 'c"],["d","e","f'),))


def test_a_sheet_s_code_is_no_page_s() -> None:
    assert len(short_code(Address("sites", "tower"))) == 5
    assert CODE.fullmatch(short_code(Address("sites", "tower"))) is None


def test_the_next_attempt_where_another_sheet_has_the_code() -> None:
    first = sheet_code("salt", NAME, FACTS)
    found = assigned("salt", {"form/log @ staff/en": [first]}, {NAME: FACTS})
    assert found == {NAME: sheet_code("salt", NAME, FACTS, 1)}


def test_an_own_former_code_may_come_back() -> None:
    first = sheet_code("salt", NAME, FACTS)
    assert assigned("salt", {NAME: ["A2A2-A2A2", first]}, {NAME: FACTS}) == {NAME: first}


def test_many_sheets_get_codes_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """With few signs, so that nearly every attempt is taken by another sheet."""
    monkeypatch.setattr(codes, "_SIGNS", ("ac", "23", "a", "2", "a", "2", "ac", "23"))
    sheets = {f"form/{n} @ staff/en": FACTS for n in range(16)}
    found = assigned("salt", {}, sheets)
    every = {f"{a}{b}A2-A2{c}{d}" for a, b, c, d in product("AC", "23", "AC", "23")}
    assert set(found.values()) == every
    backwards = dict(reversed(sheets.items()))
    assert assigned("salt", {}, backwards) == found
    assert assigned("salt", {name: [code] for name, code in found.items()}, sheets) == found
