"""Actions: what somebody will do by a day."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from generator.model.base import Id, Ref, Restricted
from generator.model.text import Text

OwnerRef = Annotated[str, Ref("role", "person")]


class Action(Restricted):
    """Something that an owner will have done by a day (ISO 22301:2019, 10.1)."""

    id: Id = Field(description="A short stable name.", examples=["buy-radio"])
    title: Text = Field(description="What will be done.", examples=["Buy a second radio."])
    owner: OwnerRef | None = Field(
        default=None, description="Who does it: a role or a person.", examples=["ict-lead"]
    )
    due: date | None = Field(
        default=None, description="The day by which it is done.", examples=["2026-12-15"]
    )
    done: date | None = Field(
        default=None,
        description="The day on which it was done; left out while it is open.",
        examples=["2026-12-01"],
    )
    note: Text | None = Field(
        default=None, description="How far it is.", examples=["Ordered, arrives in week 48."]
    )


class Observation(Restricted):
    """What an exercise, review or activation showed, and what is done about it."""

    id: Id = Field(description="A short stable name.", examples=["radio-silent"])
    text: Text = Field(
        description="What was found.", examples=["The radio in hall B was not charged."]
    )
    accepted: Text | None = Field(
        default=None,
        description="Why nothing will be done, where that was decided.",
        examples=["The hall closes next month."],
    )
    actions: tuple[Action, ...] = Field(
        default=(),
        description="What is done about it.",
        examples=[[{"id": "buy-radio", "title": "Buy a second radio.", "owner": "ict-lead"}]],
    )
