"""Problems: their order, their rendering, and what they never show."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.problems import (
    Position,
    Problem,
    Severity,
    as_json,
    as_text,
    count,
    in_order,
    listed,
    masked,
    suggestion,
    without_contacts,
)

HERE = Position("plan.yml", 2, 12, 11)
SOURCES = {"plan.yml": "roles:\n    calls: floor-wardn\n"}


def problem(position: Position = HERE, message: str = "No role has that id.") -> Problem:
    return Problem("unknown-role", message, position, "Did you mean `floor-warden`?")


def test_a_problem_shows_its_line_a_caret_and_its_cure() -> None:
    assert as_text(problem(), SOURCES) == (
        "plan.yml:2:12: error[unknown-role] No role has that id.\n"
        "    2 |     calls: floor-wardn\n"
        "      |            ^^^^^^^^^^^\n"
        "    help: Did you mean `floor-warden`?"
    )


def test_a_problem_in_an_unknown_file_or_line_has_no_excerpt() -> None:
    assert "|" not in as_text(problem(), {})
    assert "|" not in as_text(problem(Position("plan.yml", 99)), SOURCES)


def test_a_long_line_is_cut_around_the_caret() -> None:
    line = "a" * 5_000 + "BAD" + "b" * 5_000
    text = as_text(problem(Position("plan.yml", 1, 5_001, 3)), {"plan.yml": line})
    excerpt, caret = text.splitlines()[1:3]
    assert len(excerpt) < 120
    assert excerpt[caret.index("^") : caret.rindex("^") + 1] == "BAD"


def test_json_has_stable_keys() -> None:
    said = as_json(problem())
    assert json.loads(json.dumps(said)) == {
        "code": "unknown-role",
        "severity": "error",
        "message": "No role has that id.",
        "help": "Did you mean `floor-warden`?",
        "file": "plan.yml",
        "line": 2,
        "column": 12,
        "width": 11,
        "related": [],
    }


def test_problems_come_in_file_order_without_repeats() -> None:
    first, second = problem(Position("a.yml", 2)), problem(Position("a.yml", 10))
    third = problem(Position("b.yml", 1))
    assert in_order([third, second, first, second]) == [first, second, third]


def test_count_looks_at_the_severity() -> None:
    warning = Problem("x", "m", HERE, "h", Severity.WARNING)
    assert count([problem(), warning, warning], Severity.WARNING) == 2
    assert count([problem(), warning, warning], Severity.NOTE) == 0


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("floor-wardn", "Did you mean `floor-warden`?"),
        ("zzz", ""),
        ("x" * 5_000_000, ""),
    ],
)
def test_suggestions(word: str, expected: str) -> None:
    assert suggestion(word, ["floor-warden", "crisis-lead"]) == expected


def test_a_suggestion_is_found_among_thousands() -> None:
    people = [f"{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}-person-{n}" for n in range(5_000)]
    assert "`zu-person-545`" in suggestion("zu-persn-545", people)


def test_names_are_listed_in_a_sentence() -> None:
    assert listed([]) == ""
    assert listed(["a"]) == "`a`"
    assert listed(["a", "b", "a"]) == "`a` and `b`"
    assert listed("abcdefgh", shown=3) == "`a`, `b` and 6 more"


@pytest.mark.parametrize(
    "line",
    [
        "value: Hidden",
        'value: "Hidden, Hidden"',
        "'value': Hidden",
        "- {kind: radio, value: Hidden, audience: staff}",
        'emergency_numbers: [{number: "Hidden # Hidden"}]',
    ],
)
def test_the_value_of_a_contact_is_masked_whatever_it_is(line: str) -> None:
    assert "Hidden" not in masked([line], 0)
    assert len(masked([line], 0)) == len(line)


@pytest.mark.parametrize("above", ["value:", "value: >", "value: |-", 'value: "call'])
def test_a_value_on_the_line_below_is_masked(above: str) -> None:
    assert "Hidden" not in masked([above, "   Hidden"], 1)
    assert "Hidden" not in masked([above, "   Hidden", "   Hidden Hidden"], 2)


def test_what_is_no_contact_stays_readable() -> None:
    lines = ["- {id: lead, title: Lead}", "note: >", "  Call at 12.30 on 2026-06-01, in room 4"]
    assert [masked(lines, index) for index in range(3)] == lines


PHONES = st.from_regex(r"\+?[0-9]{2,3}( [0-9]{2,3}){2,4}", fullmatch=True)
MAILS = st.from_regex(r"[a-z]{3,9}\.[a-z]{3,9}@[a-z]{4,9}\.example", fullmatch=True)
AROUND = st.text(st.characters(codec="utf-8", exclude_characters="\n\r"), max_size=30)


@given(AROUND, st.one_of(PHONES, MAILS), AROUND)
def test_nothing_that_reads_as_a_contact_is_ever_rendered(before: str, it: str, after: str) -> None:
    line = f"{before} {it} {after}"
    found = problem(Position("plan.yml", 1, len(before) + 2, len(it)), message=f"`{it}` is bad.")
    assert it not in as_text(found, {"plan.yml": line})
    assert it not in json.dumps(as_json(found), ensure_ascii=False)


def test_days_are_no_phone_numbers() -> None:
    assert without_contacts("by 2026-06-01.") == "by 2026-06-01."
    assert "01" not in without_contacts("2026-06-01-23 45")


def test_a_message_that_repeats_a_whole_file_is_cut() -> None:
    assert len(problem(message="x" * 10**6).message) == 1_000


@pytest.mark.parametrize("sign", ["\x1b[31m", "\x00", "\x9b", "\u202e", "\u2066", "\r"])
def test_nothing_that_a_terminal_obeys_is_ever_rendered(sign: str) -> None:
    problem = Problem("x", f"There is no field `{sign}a`.", Position("p.yml", 1, 1), f"Not {sign}?")
    shown = as_text(problem, {"p.yml": f"a{sign}b: c\n"})
    assert sign[0] not in shown
    assert "\N{REPLACEMENT CHARACTER}" in shown
    assert sign[0] not in str(as_json(problem))
