"""What is wrong with a sheet, said at the place in the plan that it comes from."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from generator.build import Opened
from generator.model.kinds import COLLECTIONS
from generator.paper.typesetter import Overflow
from generator.problems import PlanError, Position, Problem
from generator.views.sheets.sheet import Sheet

_ROOM = (
    "Check that the disk isn't full and that you may write there, or name another "
    "folder for what is temporary: `TMPDIR=/somewhere runbook print …`."
)


_NAMES = "the name of the organisation or of the plan"
"""What templates say is to be shorter where a foot has no room (``foot.typ``)."""


@contextmanager
def room_to_set() -> Iterator[None]:
    """PlanError, instead of OSError, where sheets can't be set for want of room."""
    try:
        yield
    except OSError as error:
        said = f"The sheets can't be set ({error.strerror or error})."
        place = Position(tempfile.gettempdir())
        raise PlanError([Problem("sheets-not-set", said, place, _ROOM)]) from error


@contextmanager
def room_to_unpack() -> Iterator[None]:
    """PlanError, instead of OSError, where a plan out of git can't be unpacked for want of room."""
    try:
        yield
    except OSError as error:
        said = f"The plan as it was can't be unpacked ({error.strerror or error})."
        place = Position(tempfile.gettempdir())
        raise PlanError([Problem("earlier-plan-not-unpacked", said, place, _ROOM)]) from error


def place_of(sheet: Sheet, opened: Opened) -> Position:
    """Where the thing that a sheet is about stands in the plan; else the plan's header."""
    if sheet.about is not None:
        kind, id_ = sheet.about
        field = COLLECTIONS[kind]
        for number, thing in enumerate(getattr(opened.plan, field)):
            if thing.id == id_:
                return opened.loaded.places.of((field, number, "id"))
    return opened.loaded.places.of(("plan",))


def _place_to_shorten(overflow: Overflow, sheet: Sheet, opened: Opened) -> Position:
    if overflow.shorten != _NAMES:
        return place_of(sheet, opened)
    header = opened.plan.plan
    longest = max(("organisation", "title"), key=lambda field: len(getattr(header, field).words))
    return opened.loaded.places.of(("plan", longest))


def overflow_problem(overflow: Overflow, sheet: Sheet, opened: Opened) -> Problem:
    """A sheet on which something doesn't fit."""
    lines = f"{overflow.lines} line{'s' if overflow.lines != 1 else ''}"
    return Problem(
        "sheet-overflow",
        f"`{sheet.name}` ({sheet.title}, {sheet.language}): {overflow.side} has {lines} too many.",
        _place_to_shorten(overflow, sheet, opened),
        f"Shorten {overflow.side} by {lines}: {overflow.shorten or 'fewer or shorter texts'}. "
        "Nothing is clipped or made smaller, so that it can be read.",
    )
