"""The calendar of an edition: there when a day is named, the same in views and outputs."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.editions import audiences, project
from generator.exchange.agenda import events
from generator.locales import locale
from generator.outputs import calendar
from generator.views.parts.agenda import CALENDAR, calendar_file
from tests.plan_builder import make_plan

DONE = {"id": "b", "title": "Done", "due": "2026-05-01", "done": "2026-04-01"}
OPEN = {"id": "a", "title": "Open", "due": "2026-05-01"}
HELD: dict[str, Any] = {"id": "x", "title": "X"}
APPROVED = {**HELD, "kind": "cm", "approved": "2026-03-01"}


def found(**changes: Any) -> list[str]:
    """The calendars of a plan."""
    plan = make_plan(**changes)
    edition = project(plan, audiences(plan)[0], "en", date(2026, 6, 1))
    words = locale("en")
    files = list(calendar.files(edition, words, Path("unread")))
    assert bool(calendar_file(edition)) == bool(list(events(edition, words))) == bool(files)
    assert all(file.path == CALENDAR for file in files)
    return [file.content.decode() for file in files]


@pytest.mark.parametrize(
    "changes",
    [
        {"header": {"review_by": "2026-12-31"}},
        {"exercises": [{**HELD, "planned": "2026-09-01"}]},
        {"reviews": [{**HELD, "held": "2026-01-01"}]},
        {"campaigns": [{**HELD, "planned": "2026-09-01"}]},
        {"assessments": [{**HELD, "findings": [{"id": "f", "text": "F", "actions": [OPEN]}]}]},
        {"measures": [OPEN]},
        {"programme": {"roadmap": [OPEN]}},
        {"plans": [{**HELD, "kind": "cm", "review_by": "2026-09-01"}]},
        {"resources": [{**HELD, "items": [{"id": "i", "title": "I", "expires": "2026-09-01"}]}]},
        {"header": {"issued": "2026-01-02"}, "programme": {"review_every": "365 days"}},
        {"plans": [APPROVED], "programme": {"review_every": "365 days"}},
        {"plans": [APPROVED], "programme": {"exercise_every": "365 days"}},
    ],
)
def test_a_day_makes_a_calendar(changes: dict[str, Any]) -> None:
    (text,) = found(**changes)
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert text.count("BEGIN:VEVENT") == 1
    assert "Example – Example plan" in text


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"measures": [DONE]},
        {"programme": {"roadmap": [DONE]}},
        {"exercises": [{**HELD, "findings": [{"id": "f", "text": "F", "actions": [DONE]}]}]},
        {"resources": [{**HELD, "items": [{"id": "i", "title": "I"}]}]},
        {"header": {"issued": "2026-01-02"}, "plans": [APPROVED]},
        {"plans": [{**HELD, "kind": "cm"}], "programme": {"review_every": "365 days"}},
    ],
)
def test_no_day_makes_none(changes: dict[str, Any]) -> None:
    assert found(**changes) == []


def test_the_same_plan_makes_the_same_calendar() -> None:
    plan = {"exercises": [{**HELD, "planned": "2026-09-01"}], "header": {"issued": "2026-01-02"}}
    assert found(**plan) == found(**plan)
    assert "DTSTAMP:20260102T000000Z" in found(**plan)[0]
