"""Calendars, read back by a reader written from RFC 5545."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from generator.cli import main
from generator.editions import audiences, project
from generator.exchange.agenda import events
from generator.exchange.icalendar import Event, calendar
from generator.locales import locale
from tests.exchange.ics_reader import read
from tests.exchange.plans import plan_file
from tests.plan_builder import make_plan

STAMP = datetime(2026, 11, 21, 9, 30, tzinfo=timezone(timedelta(hours=1)))


def test_an_event_lasts_one_whole_day() -> None:
    event = Event("e@x", date(2026, 12, 31), "Drill; hall B, night", "One\nTwo", ("Firm",))
    (found,) = read(calendar([event], "Firm", STAMP))
    assert found == [
        ("UID", "e@x"),
        ("DTSTAMP", "20261121T083000Z"),
        ("DTSTART;VALUE=DATE", "20261231"),
        ("DTEND;VALUE=DATE", "20270101"),
        ("SUMMARY", "Drill; hall B, night"),
        ("DESCRIPTION", "One\nTwo"),
        ("CATEGORIES", "Firm"),
        ("TRANSP", "TRANSPARENT"),
    ]


def test_a_reminder_is_an_alarm_before_the_day() -> None:
    text = calendar([Event("e@x", date(2026, 12, 31), "Drill", remind=14)], "Firm", STAMP)
    assert "BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Drill\r\nTRIGGER:-P14D\r\n" in text


@given(st.lists(st.tuples(st.dates(), st.text(min_size=1)), max_size=5), st.text())
def test_any_text_comes_back_whole_and_in_order(days: list[tuple[date, str]], name: str) -> None:
    made = [Event(f"{n}@x", day, words) for n, (day, words) in enumerate(days)]
    found = [dict(event) for event in read(calendar(made, name, datetime(2026, 1, 1, tzinfo=UTC)))]
    assert [event["UID"] for event in found] == [
        event.uid for event in sorted(made, key=lambda event: (event.day, event.uid))
    ]
    said = {event["UID"]: event["SUMMARY"] for event in found}
    assert said == {event.uid: _clean(event.summary) for event in made}


def _clean(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    return re.sub(r"[\x00-\x09\x0b-\x1f\x7f]", " ", lines)


DUE = {"owner": "lead", "due": "2027-01-10"}

AGENDA: dict[str, Any] = {
    "header": {
        "audiences": [{"id": "all", "title": "All"}, {"id": "team", "title": "Team"}],
        "default_audience": "all",
        "review_by": "2027-11-01",
    },
    "roles": [{"id": "lead", "title": "Lead"}],
    "programme": {
        "roadmap": [
            {"id": "audit", "title": "Audit", "due": "2027-03-31"},
            {"id": "start", "title": "Start", "due": "2026-03-31", "done": "2026-03-01"},
        ]
    },
    "plans": [{"id": "bcp", "kind": "bcp", "title": "BCP", "review_by": "2027-05-01"}],
    "measures": [{"id": "ring", "title": "Ring", **DUE}, {"id": "old", "title": "Old"}],
    "reviews": [{"id": "yearly", "title": "Yearly", "planned": "2027-02-01"}],
    "resources": [
        {
            "id": "bag",
            "title": "Bag",
            "items": [{"id": "water", "title": "Water", "expires": "2027-06-30"}],
        }
    ],
    "exercises": [
        {
            "id": "autumn",
            "title": "Autumn",
            "planned": "2026-11-12",
            "held": "2026-11-13",
            "findings": [
                {
                    "id": "radio",
                    "text": "Silent.",
                    "actions": [
                        {"id": "buy", "title": "Buy", **DUE},
                        {"id": "done", "title": "Done", **DUE, "done": "2026-12-01"},
                    ],
                }
            ],
        },
        {"id": "secret", "title": "Secret", "planned": "2026-12-12", "audience": "team"},
    ],
}
"""A plan with a day of each kind, some of them over, and one that only its team sees."""


def test_the_agenda_has_what_is_to_come_and_only_what_the_reader_may_see() -> None:
    plan = make_plan(**AGENDA)
    edition = project(plan, audiences(plan)[0], "en")
    found = {event.uid: (event.day, event.summary) for event in events(edition, locale("en"))}
    assert found == {
        "plan.review-by@example": (
            date(2027, 11, 1),
            "Example plan – review by 1 November 2027",
        ),
        "plan.bcp.review-by@example": (date(2027, 5, 1), "BCP – review by 1 May 2027"),
        "exercise.autumn@example": (date(2026, 11, 13), "Autumn"),
        "exercise.autumn.radio.buy@example": (date(2027, 1, 10), "Buy"),
        "review.yearly@example": (date(2027, 2, 1), "Yearly"),
        "measure.ring@example": (date(2027, 1, 10), "Ring"),
        "milestone.audit@example": (date(2027, 3, 31), "Audit"),
        "resource.bag.water@example": (date(2027, 6, 30), "Bag: Water"),
    }
    (buy,) = (event for event in events(edition, locale("en")) if ".buy@" in event.uid)
    assert buy.description == "Lead\nSilent."


RHYTHM: dict[str, Any] = {
    "programme": {"review_every": "365 days", "exercise_every": "180 days"},
    "plans": [
        {"id": "bcp", "kind": "bcp", "title": "BCP", "approved": "2026-03-01"},
        {"id": "set", "kind": "cm", "title": "Set", "review_by": "2026-12-24"},
    ],
}


def due(as_of: date, **changes: Any) -> dict[str, date]:
    """The days that a rhythm or a plan's own day demands, by UID."""
    plan = make_plan(header={"issued": "2026-01-15"}, **RHYTHM | changes)
    edition = project(plan, audiences(plan)[0], "en", as_of)
    found = ((event.uid.partition("@")[0], event.day) for event in events(edition, locale("en")))
    return {uid: day for uid, day in found if uid.endswith("-by")}


def test_reviews_and_exercises_that_follow_from_a_rhythm() -> None:
    """365 days after 15 January and 1 March 2026, and 180 days after 1 March: 28 August."""
    assert due(date(2026, 6, 1)) == {
        "plan.review-by": date(2027, 1, 15),
        "plan.bcp.review-by": date(2027, 3, 1),
        "plan.bcp.exercise-by": date(2026, 8, 28),
        "plan.set.review-by": date(2026, 12, 24),
    }


def test_what_was_held_moves_the_next_day_under_the_same_name() -> None:
    reviews = [
        {"id": "a", "title": "A", "held": "2027-09-10", "management": True},
        {"id": "b", "title": "B", "held": "2027-09-20", "plans": ["bcp"]},
    ]
    exercises = [{"id": "e", "title": "E", "held": "2026-08-01", "plans": ["bcp"]}]
    changes = {"reviews": reviews, "exercises": exercises}
    before, after = due(date(2026, 6, 1), **changes), due(date(2027, 10, 1), **changes)
    assert before.keys() == after.keys()
    # 29 February 2028 lies within the 365 days; 1 August 2026 and 180 days are 28 January 2027.
    assert after == {
        "plan.review-by": date(2028, 9, 9),
        "plan.bcp.review-by": date(2028, 9, 19),
        "plan.bcp.exercise-by": date(2027, 1, 28),
        "plan.set.review-by": date(2026, 12, 24),
    }


def test_without_a_rhythm_only_named_days_stand_in_it() -> None:
    assert due(date(2026, 6, 1), programme={}) == {"plan.set.review-by": date(2026, 12, 24)}


@pytest.mark.parametrize(
    ("epoch", "day"),
    [
        ("1780272000", "20270301"),  # 1 June 2026: the review of 1 July was not yet held
        ("1793491200", "20270701"),  # 1 November 2026
    ],
)
def test_an_export_has_them_as_of_its_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, epoch: str, day: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    review = {"id": "b", "title": "B", "held": "2026-07-01", "plans": ["bcp"]}
    plan = plan_file(tmp_path, **RHYTHM, reviews=[review])
    arguments = ["export", str(plan), "--format", "icalendar", "--audience", "team"]
    result = CliRunner().invoke(main, [*arguments, "--out", str(tmp_path / "plan.ics")])
    assert result.exit_code == 0, result.output
    found = [dict(event) for event in read((tmp_path / "plan.ics").read_bytes().decode())]
    said = {event["UID"]: event for event in found}
    assert said["plan.bcp.review-by@example"]["DTSTART;VALUE=DATE"] == day
    (text,) = {event["SUMMARY"] for uid, event in said.items() if "exercise-by" in uid}
    assert text == "BCP – Exercise of a plan"
