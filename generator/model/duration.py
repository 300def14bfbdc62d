"""Lengths of time, as people write them."""

from __future__ import annotations

import re
from typing import Self

from msgspec import Struct

SECOND = 1
MINUTE = 60
HOUR = 60 * MINUTE
DAY = 24 * HOUR
WEEK = 7 * DAY
MONTH = 30 * DAY
YEAR = 365 * DAY

_WORDS = {
    SECOND: "s sec secs second seconds seconde seconden secondes sekunde sekunden",
    MINUTE: "m min mins minute minutes minuut minuten",
    HOUR: "h hr hrs hour hours u uur uren heure heures std stunde stunden",
    DAY: "d day days dag dagen jour jours j tag tage tagen",
    WEEK: "w week weeks weken semaine semaines woche wochen",
    MONTH: "month months maand maanden mois monat monate monaten",
}
_SECONDS = {word: seconds for seconds, words in _WORDS.items() for word in words.split()}
_WRITTEN = ((DAY, " days"), (HOUR, "h"), (MINUTE, " min"), (SECOND, " s"))
_LONGEST = 100 * 366 * DAY
# "1h30", "1u30": minutes without their unit, as a clock has them.
_CLOCK = re.compile(r"(?<=\d)\s?([hu])\s?([0-5]\d)$")
_PART = re.compile(r"(\d+(?:[.,]\d+)?)\s*([^\W\d_]+)", re.UNICODE)


class Duration(Struct, frozen=True, order=True, gc=False):
    """A length of time in whole seconds; a month counts as 30 days."""

    seconds: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``4h``, ``30 min``, ``1 h 30 min``, ``1h30``, ``2 days`` or ``0``; else ValueError.

        More than a hundred years is no length of time that a plan can mean.
        """
        rest = _CLOCK.sub(r"\1 \2 min", text.strip().lower())
        if rest == "0":
            return cls(0)
        total, end = 0.0, 0
        for part in _PART.finditer(rest):
            if rest[end : part.start()].strip() or part[2] not in _SECONDS:
                raise ValueError(text)
            total += float(part[1].replace(",", ".")) * _SECONDS[part[2]]
            end = part.end()
        if not end or rest[end:].strip() or total > _LONGEST:
            raise ValueError(text)
        return cls(round(total))

    def parts(self) -> tuple[tuple[int, str], ...]:
        """Split into at most two units, largest first: ``((1, 'hour'), (30, 'minute'))``."""
        rest, found = self.seconds, []
        for size, unit in ((DAY, "day"), (HOUR, "hour"), (MINUTE, "minute"), (SECOND, "second")):
            # "48 hours" is how duties and plans put it; days only where they come out even.
            if unit == "day" and (rest % DAY or rest <= 3 * DAY):
                continue
            whole, rest = divmod(rest, size)
            if whole:
                found.append((whole, unit))
        return tuple(found[:2]) or ((0, "minute"),)

    def written(self) -> str:
        """As a plan would write it, in its largest whole unit: ``90 min``, ``8h``, ``2 days``."""
        for size, unit in _WRITTEN:
            if self.seconds and self.seconds % size == 0:
                return f"{self.seconds // size}{unit}"
        return "0"

    def cycle(self) -> tuple[int, str]:
        """How often what comes back after this time does so: every ``(2, 'year')``."""
        days = max(1, self.seconds // DAY)
        for size, unit in ((YEAR, "year"), (MONTH, "month")):
            if not days * DAY % size:
                return days * DAY // size, unit
        return days, "day"
