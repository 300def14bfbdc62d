"""Lengths of time: what people write, and what is meant."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.duration import DAY, HOUR, MINUTE, Duration
from generator.model.fields import field
from generator.model.header import Header
from generator.schema import plan_schema

UNITS = st.sampled_from(["s", "min", "h", "d", "w", "uur", "heures", "Tage", "days"])


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("0", 0),
        ("4h", 4 * HOUR),
        ("30 min", 30 * MINUTE),
        ("1 h 30 min", 90 * MINUTE),
        ("1h30min", 90 * MINUTE),
        ("1h30", 90 * MINUTE),
        ("1u05", 65 * MINUTE),
        ("12 h 00", 12 * HOUR),
        ("1,5 uur", 90 * MINUTE),
        ("1.5 hours", 90 * MINUTE),
        ("2 days", 2 * DAY),
        ("2 Tage", 2 * DAY),
        ("1 maand", 30 * DAY),
    ],
)
def test_as_people_write_it(written: str, seconds: int) -> None:
    assert Duration.parse(written).seconds == seconds


@pytest.mark.parametrize(
    "written",
    [
        "",
        " ",
        "soon",
        "4",
        "-4h",
        "4 bananas",
        "4h and a bit",
        "h",
        "1h3",
        "1h60",
        "4m30",
        "1:30",
        "PT4H",
        "4hh",
        "9" * 400 + " days",
        "101 years",
        "37000 days",
    ],
)
def test_what_could_mean_two_things_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=rf"^{re.escape(written)}$"):
        Duration.parse(written)


@given(st.integers(0, 1_000), UNITS)
def test_spaces_and_capitals_do_not_matter(number: int, unit: str) -> None:
    plain = Duration.parse(f"{number}{unit}")
    assert Duration.parse(f"  {number}  {unit.upper()} ") == plain
    assert plain.seconds >= number


@given(st.text(max_size=20))
def test_any_text_is_a_length_or_a_value_error(written: str) -> None:
    try:
        assert Duration.parse(written).seconds >= 0
    except ValueError:
        return


@given(st.integers(0, 400 * DAY))
def test_parts_never_say_more_than_the_length_and_keep_whole_minutes(seconds: int) -> None:
    sizes = {"day": DAY, "hour": HOUR, "minute": MINUTE, "second": 1}
    parts = Duration(seconds).parts()
    said = sum(number * sizes[unit] for number, unit in parts)
    assert 1 <= len(parts) <= 2
    assert said <= seconds
    assert seconds - said < sizes[parts[-1][1]] or parts == ((0, "minute"),)


@pytest.mark.parametrize(
    ("seconds", "parts"),
    [
        (0, ((0, "minute"),)),
        (90 * MINUTE, ((1, "hour"), (30, "minute"))),
        (48 * HOUR, ((48, "hour"),)),
        (7 * DAY, ((7, "day"),)),
    ],
)
def test_parts(seconds: int, parts: tuple[tuple[int, str], ...]) -> None:
    assert Duration(seconds).parts() == parts


@pytest.mark.parametrize(
    ("written", "often"),
    [
        ("365 days", (1, "year")),
        ("730 days", (2, "year")),
        ("12 months", (12, "month")),
        ("180 days", (6, "month")),
        ("1 month", (1, "month")),
        ("45 days", (45, "day")),
        ("2 weeks", (14, "day")),
        ("1 day", (1, "day")),
        ("4h", (1, "day")),
    ],
)
def test_how_often_something_comes_back(written: str, often: tuple[int, str]) -> None:
    assert Duration.parse(written).cycle() == often


@pytest.mark.parametrize("said", ["90 min", "8h", "2 days", "45 s", "0"])
def test_a_length_is_written_as_it_was_read(said: str) -> None:
    assert Duration.parse(said).written() == said


def test_the_schema_says_the_usual_length_as_a_plan_would() -> None:
    schema = plan_schema()["$defs"]["Header"]["properties"]["verify_contacts_every"]
    usual = field(Header, "verify_contacts_every")
    assert usual is not None
    assert Duration.parse(schema["default"]) == usual.default
