"""The calendar of an edition: every day that its plan names, for a diary."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path

from generator.editions import Edition
from generator.exchange.agenda import events
from generator.exchange.icalendar import calendar
from generator.locales import Locale
from generator.outputs.artifact import Artifact
from generator.views.parts.agenda import CALENDAR

_EARLIEST = date(1970, 1, 1)


def files(edition: Edition, words: Locale, folder: Path) -> Iterator[Artifact]:
    """One ``.ics`` file, if the plan names any day; nothing of ``folder`` is read."""
    del folder
    found = tuple(events(edition, words))
    if found:
        header = edition.plan.plan
        name = f"{header.organisation} – {header.title}"
        said = max(header.issued or edition.as_of, _EARLIEST)
        stamp = datetime.combine(said, time(), UTC)
        yield Artifact(CALENDAR, calendar(found, name, stamp).encode())
