"""Actions: what somebody will do by a day."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from generator.model.base import About, Id, Ref, Restricted
from generator.model.text import Text

OwnerRef = Annotated[str, Ref("role", "person")]


class Action(Restricted, frozen=True, kw_only=True):
    """Something that an owner will have done by a day (ISO 22301:2019, 10.1)."""

    id: Annotated[Id, About("A short stable name.", "buy-radio")]
    title: Annotated[Text, About("What will be done.", "Buy a second radio.")]
    owner: Annotated[OwnerRef | None, About("Who does it: a role or a person.", "ict-lead")] = None
    due: Annotated[date | None, About("The day by which it is done.", "2026-12-15")] = None
    done: Annotated[
        date | None, About("The day on which it was done; left out while it is open.", "2026-12-01")
    ] = None
    note: Annotated[Text | None, About("How far it is.", "Ordered, arrives in week 48.")] = None


class Observation(Restricted, frozen=True, kw_only=True):
    """What an exercise, review or activation showed, and what is done about it."""

    id: Annotated[Id, About("A short stable name.", "radio-silent")]
    text: Annotated[Text, About("What was found.", "The radio in hall B was not charged.")]
    accepted: Annotated[
        Text | None,
        About("Why nothing will be done, where that was decided.", "The hall closes next month."),
    ] = None
    actions: Annotated[
        tuple[Action, ...],
        About(
            "What is done about it.",
            [{"id": "buy-radio", "title": "Buy a second radio.", "owner": "ict-lead"}],
        ),
    ] = ()
