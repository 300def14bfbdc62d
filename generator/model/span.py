"""How long something lasted, from day to day, as people say it."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from msgspec import Struct

YEAR = 12
DAY = timedelta(days=1)


class Span(Struct, frozen=True):
    """The days from the first to the last, both counted."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many they are."""
        return (self.last - self.first).days + 1

    def parts(self) -> tuple[tuple[int, str], ...]:
        """At most two units, largest first: ``((2, 'year'), (2, 'month'))``.

        Short of two months they are days; from a year on, days are left out.
        """
        months, days = self._months()
        if months < 2:
            return ((self.days, "day"),)
        years, months = divmod(months, YEAR)
        found = ((years, "year"), (months, "month"), (0 if years else days, "day"))
        return tuple((n, unit) for n, unit in found if n)

    def _months(self) -> tuple[int, int]:
        """Whole months, and the days that are left."""
        end = min(self.last, date.max - DAY) + DAY
        months = (end.year - self.first.year) * YEAR + end.month - self.first.month
        if _later(self.first, months) > end:
            months -= 1
        return months, (end - _later(self.first, months)).days


def _later(day: date, months: int) -> date:
    """The day so many months later; the month's last day where it has no such day."""
    years, month = divmod(day.month - 1 + months, YEAR)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
