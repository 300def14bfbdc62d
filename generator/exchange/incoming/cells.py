"""What a cell says, as a plan writes it, or why it can't be used."""

from __future__ import annotations

from typing import Any

from generator.exchange import same
from generator.exchange.incoming.records import RecordError
from generator.exchange.written import Written
from generator.model import Plan
from generator.model.contact import DIALLED

_DAYS = frozenset({"left", "verified"})
_REFERENCES = frozenset({"unit", "site", "audience"})


def value(key: str, said: Written, plan: Plan) -> Written:
    """The value of a field; RecordError if it is no day or refers to nothing in the plan."""
    if isinstance(said, list):
        return said
    words = same.tidy(str(said))
    if key in _REFERENCES:
        return _reference(key, words, plan)
    if key in _DAYS and not same.is_day(words):
        raise RecordError(f"`{key}` is no day.", "Write year-month-day, such as 2026-11-30.")
    return words


def _reference(key: str, words: str, plan: Plan) -> str:
    """The id of what is meant, by its id or by its name in any language."""
    things: tuple[Any, ...] = {
        "unit": plan.units,
        "site": plan.sites,
        "audience": plan.plan.audiences,
    }[key]
    if any(thing.id == words for thing in things):
        return words
    for thing in things:
        names = thing.title if key == "audience" else thing.name
        if same.spoken(words) in {same.spoken(name) for _, name in names}:
            return str(thing.id)
    raise RecordError(
        f"The plan has no {key} called `{words[:60]}`.",
        f"Add it to the plan, or say in a mapping file which {key} is meant.",
    )


def contact_value(kind: str, said: str, country: str | None) -> tuple[str, bool]:
    """A contact's value, and whether the plus that a spreadsheet took was put back.

    RecordError if a spreadsheet rounded it.
    """
    words = same.tidy(said)
    if same.rounded(words):
        raise RecordError(
            f"`{kind}` was rounded by a spreadsheet; its last digits are lost.",
            "Format the column as text, and fill the numbers in again.",
        )
    mended = same.restored(words, country) if kind in DIALLED else words
    return mended, mended != words
