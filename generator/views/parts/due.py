"""Whether something that has a day is done, still to come, or late; said in words."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct


class State(StrEnum):
    """How something with a day stands. The values are keys in the locale."""

    OVERDUE = "overdue"
    OPEN = "open"
    UNDATED = "undated"
    DONE = "done"


class Due(Struct, frozen=True):
    """How it stands, and the day that this is about; none if it is without a date."""

    state: State
    day: date | None

    @property
    def order(self) -> tuple[int, date]:
        """Sorts what is late first, then by day; what has no day before what is done."""
        return tuple(State).index(self.state), self.day or date.max

    @property
    def late(self) -> bool:
        """True if its day has passed."""
        return self.state is State.OVERDUE


def due(day: date | None, done: date | None, as_of: date) -> Due:
    """How something stands on ``as_of`` that is due on a day, which is no delay yet, and may be
    done; what was done after ``as_of`` was not yet so then."""
    if done is not None and done <= as_of:
        return Due(State.DONE, done)
    if day is None and done is None:
        return Due(State.UNDATED, None)
    until = day or done or as_of
    return Due(State.OVERDUE if until < as_of else State.OPEN, until)
