"""How long something lasted, as people say it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.span import Span


@pytest.mark.parametrize(
    ("first", "last", "parts"),
    [
        ("2021-07-14", "2021-07-14", ((1, "day"),)),
        ("2021-07-14", "2021-07-15", ((2, "day"),)),
        ("2021-01-01", "2021-02-27", ((58, "day"),)),
        ("2021-01-01", "2021-02-28", ((2, "month"),)),
        ("2021-01-31", "2021-03-30", ((2, "month"),)),
        ("2021-01-15", "2021-04-30", ((3, "month"), (16, "day"))),
        ("2021-01-01", "2021-12-31", ((1, "year"),)),
        ("2020-02-29", "2021-02-27", ((1, "year"),)),
        ("2020-03-13", "2022-05-23", ((2, "year"), (2, "month"))),
        ("2020-03-13", "2022-03-30", ((2, "year"),)),
    ],
)
def test_in_the_units_that_people_use(
    first: str, last: str, parts: tuple[tuple[int, str], ...]
) -> None:
    assert Span(date.fromisoformat(first), date.fromisoformat(last)).parts() == parts


@given(st.dates(), st.dates())
def test_any_two_days_make_one_or_two_units(one: date, other: date) -> None:
    span = Span(min(one, other), max(one, other))
    parts = span.parts()
    lengths = {"year": 365.25, "month": 30.5, "day": 1}
    told = sum(number * lengths[unit] for number, unit in parts)
    assert 1 <= len(parts) <= 2
    assert all(number > 0 for number, _ in parts)
    assert abs(told - span.days) < 0.02 * span.days + 33
