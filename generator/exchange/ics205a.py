"""The communications list of the incident command system (ICS 205A): who, in what assignment, and
how they are reached."""

from __future__ import annotations

from generator.editions import Edition
from generator.exchange.sheet import Sheet
from generator.locales import Locale
from generator.views.parts.communications import communications

COLUMNS = ("Assignment", "Name", "Method(s) of contact")


def communications_list(edition: Edition, words: Locale) -> Sheet:
    """The list as a table: emergency numbers, roles with their alternates, then help from outside.

    A role that nobody holds, or whose holder this reader may not see, stands there without a name.
    """
    rows = (
        (line.assignment, line.name, "; ".join(line.ways))
        for line in communications(edition, words)
    )
    return Sheet("ICS 205A", COLUMNS, tuple(rows))
