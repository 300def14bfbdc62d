"""The moment that the environment tells to take for now."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from generator.epoch import epoch
from generator.site.project import today


@pytest.mark.parametrize(("said", "seconds"), [("0", 0), ("77", 77), ("99999999999", 99999999999)])
def test_a_number_of_seconds_is_taken(said: str, seconds: int) -> None:
    environment = {"SOURCE_DATE_EPOCH": said}
    assert epoch(environment) == seconds
    assert today(environment) == datetime.fromtimestamp(seconds, UTC).date()


@pytest.mark.parametrize("said", ["", "-1", "1.5", "now", "٧٧", "9" * 12, "9" * 5_000])
def test_anything_else_is_as_if_it_were_not_set(said: str) -> None:
    environment = {"SOURCE_DATE_EPOCH": said}
    assert epoch(environment) is None
    assert epoch({}) is None
    assert date(2024, 1, 1) < today(environment) < date(5000, 1, 1)
