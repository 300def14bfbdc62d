"""Days as a calendar (iCalendar, RFC 5545), for a phone's or an office's own diary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta

from msgspec import Struct

_FOLD = 75
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")
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


def escaped(value: str) -> str:
    """A text as a property's value (RFC 5545, 3.3.11)."""
    text = _CONTROL.sub(" ", value.replace("\r\n", "\n").replace("\r", "\n").strip())
    for sign in "\\;,":
        text = text.replace(sign, "\\" + sign)
    return text.replace("\n", "\\n")


def folded(line: str) -> str:
    """A line of at most 75 octets, the rest on lines that begin with a space; no letter is cut."""
    if len(line) <= _FOLD and line.isascii():
        return line + "\r\n"
    pieces, room = [""], _FOLD
    for letter in line:
        size = len(letter.encode())
        if size > room:
            pieces.append("")
            room = _FOLD - 1
        pieces[-1] += letter
        room -= size
    return "\r\n ".join(pieces) + "\r\n"


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
        yield f"URL:{_CONTROL.sub('', event.url)}"
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
