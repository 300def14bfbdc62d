"""From one text to a value: what is read, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.base import ID_PATTERN, About, Pattern
from generator.model.checklist import Style
from generator.model.duration import Duration
from generator.reading.faults import Refused, Wrong
from generator.reading.scalars import (
    as_written,
    choice,
    day,
    duration,
    limited,
    matching,
    number,
    truth,
    whole_number,
)


def refusal(convert: Callable[[str], Any], text: str) -> Refused:
    with pytest.raises(Refused) as caught:
        convert(text)
    return caught.value


@pytest.mark.parametrize("change", [str, str.upper, str.title])
def test_truth_is_told_in_several_words(change: Callable[[str], str]) -> None:
    for word in ("true", "t", "yes", "y", "on", "1"):
        assert truth(change(word)) is True
    for word in ("false", "f", "no", "n", "off", "0"):
        assert truth(change(word)) is False


@pytest.mark.parametrize("text", ["", "2", "01", "1.0", "ja", "oui", " true", "true ", "ＯＮ"])
def test_other_words_are_no_truth(text: str) -> None:
    assert refusal(truth, text).wrong is Wrong.NOT_TRUTH


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1", 1),
        (" 1 ", 1),
        ("+1", 1),
        ("-1", -1),
        ("007", 7),
        ("1_000", 1000),
        ("2.0", 2),
        ("1_0.000", 10),
        ("9" * 30, int("9" * 30)),
    ],
)
def test_whole_numbers(text: str, value: int) -> None:
    found = whole_number(text)
    assert (found, type(found)) == (value, int)


@pytest.mark.parametrize(
    "text",
    [
        *[
            "",
            "one",
            "1.",
            "1.5",
            ".0",
            "1e3",
            "0x10",
            "1__0",
            "_1",
            "1_",
            "+ 1",
            "1 000",
            "1,0",
            "--1",
            "١",
            "1.0_0",
        ],
        "9" * 5000,
    ],
)
def test_what_is_no_whole_number(text: str) -> None:
    assert refusal(whole_number, text).wrong is Wrong.NOT_WHOLE


@pytest.mark.parametrize(
    ("text", "value"),
    [("1", 1.0), (" -1.5\n", -1.5), ("1.", 1.0), (".5", 0.5), ("1e3", 1000.0), ("1_000.5", 1000.5)],
)
def test_numbers(text: str, value: float) -> None:
    found = number(text)
    assert (found, type(found)) == (value, float)


@pytest.mark.parametrize("text", ["", "1,5", "nan", "inf", "0x1", "1.5.2", "1__0", "_1", "north"])
def test_what_is_no_number(text: str) -> None:
    assert refusal(number, text).wrong is Wrong.NOT_A_NUMBER


@given(st.dates())
def test_every_day_is_read_as_it_is_written(some: date) -> None:
    assert day(some.isoformat()) == some
    assert day(f"{some.isoformat()} 00:00:00") == some


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("", Wrong.NOT_A_DAY),
        ("tomorrow", Wrong.NOT_A_DAY),
        ("31-11-2026", Wrong.NOT_A_DAY),
        ("2026/10/01", Wrong.NOT_A_DAY),
        ("2026-1-1", Wrong.NOT_A_DAY),
        ("20261001", Wrong.NOT_A_DAY),
        ("86400", Wrong.NOT_A_DAY),
        ("2026-W40-1", Wrong.NOT_A_DAY),
        ("2026-10-01 12:00", Wrong.NOT_A_DAY),
        ("٢٠٢٦-10-01", Wrong.NOT_A_DAY),
        ("2026-13-01", Wrong.NO_SUCH_DAY),
        ("2026-02-29", Wrong.NO_SUCH_DAY),
        ("0000-01-01", Wrong.NO_SUCH_DAY),
    ],
)
def test_what_is_no_day(text: str, wrong: Wrong) -> None:
    assert refusal(day, text).wrong is wrong


def test_lengths_of_time() -> None:
    assert duration("1 h 30 min") == Duration(5400)
    assert refusal(duration, "soon").wrong is Wrong.NOT_A_DURATION


def test_a_choice_is_one_of_its_values() -> None:
    assert choice(Style)("do-confirm") is Style.DO_CONFIRM
    refused = refusal(choice(Style), "DO_CONFIRM")
    assert (refused.wrong, refused.said) == (Wrong.OTHER_CHOICE, "DO_CONFIRM")
    assert refused.choices == ("read-do", "do-confirm")


@pytest.mark.parametrize("text", ["", "A", "a b", "a--b", "-a", "a\n", "ä", "a" * 65])
def test_what_is_no_id(text: str) -> None:
    read = matching(Pattern(ID_PATTERN, longest=64))
    assert read("a1-b") == "a1-b"
    assert read("a" * 64)
    assert refusal(read, text).wrong is Wrong.OTHER_PATTERN


def test_limits_belong_to_what_is_allowed() -> None:
    read = limited(whole_number, About("", 1, at_least=1, at_most=20))
    assert [read("1"), read("20")] == [1, 20]
    low, high = refusal(read, "0"), refusal(read, "21")
    assert (low.wrong, low.limit) == (Wrong.TOO_LOW, 1)
    assert (high.wrong, high.limit) == (Wrong.TOO_HIGH, 20)


def test_a_limit_is_of_the_type_of_its_field() -> None:
    read = limited(number, About("", 1, at_least=-90, at_most=90))
    assert str(refusal(read, "91").limit) == "90.0"
    assert str(refusal(read, "-91").limit) == "-90.0"


def test_a_text_stands_as_it_is_written() -> None:
    assert as_written(1)(" 0171 ") == " 0171 "
    assert as_written(0)("") == ""
    assert refusal(as_written(1), "").wrong is Wrong.TOO_FEW
