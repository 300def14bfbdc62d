"""The writer of calendars, where outputs look for it; it needs no edition, and lives with the
other formats."""

from generator.exchange.icalendar import Event, calendar

__all__ = ["Event", "calendar"]
