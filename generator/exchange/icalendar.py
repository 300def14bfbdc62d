"""Days as a calendar (iCalendar, RFC 5545), for a phone's or an office's own diary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta

from msgspec import Struct

from generator.views.parts.content_line import CONTROL, escaped, folded

_PRODUCT = "-//Runbook//Emergency plan//EN"


class Event(Struct, frozen=True):
    """Something on a whole day.

    ``uid`` never changes, so that a diary replaces its older copy; ``remind`` is how many days
    before the diary reminds of it, 0 for never.
    """

    uid: str
    day: date
    summary: str
    description: str = ""
    categories: tuple[str, ...] = ()
    url: str = ""
    remind: int = 0


def calendar(events: Iterable[Event], name: str, stamp: datetime) -> str:
    """A whole calendar; ``stamp`` (aware) is when the plan said so, not when an event is."""
    said = f"{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{_PRODUCT}",
        "CALSCALE:GREGORIAN",
        f"NAME:{escaped(name)}",
        f"X-WR-CALNAME:{escaped(name)}",
    ]
    for event in sorted(events, key=lambda event: (event.day, event.uid)):
        lines += _event(event, said)
    return "".join(map(folded, [*lines, "END:VCALENDAR"]))


def _event(event: Event, stamp: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(event.uid)}"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{_day(event.day)}"
    if event.day < date.max:
        # The first day that no longer belongs to it; left out, it lasts one day as well.
        yield f"DTEND;VALUE=DATE:{_day(event.day + timedelta(days=1))}"
    yield f"SUMMARY:{escaped(event.summary)}"
    if event.description:
        yield f"DESCRIPTION:{escaped(event.description)}"
    if event.categories:
        yield f"CATEGORIES:{','.join(map(escaped, event.categories))}"
    if event.url:
        yield f"URL:{CONTROL.sub('', event.url)}"
    yield "TRANSP:TRANSPARENT"
    if event.remind:
        yield from _alarm(event)
    yield "END:VEVENT"


def _alarm(event: Event) -> tuple[str, ...]:
    return (
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{escaped(event.summary)}",
        f"TRIGGER:-P{event.remind}D",
        "END:VALARM",
    )


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"
