"""Prepared messages."""

from __future__ import annotations

from pydantic import Field

from generator.model.base import Id, Noun, Part, RoleRef
from generator.model.duration import Duration
from generator.model.text import Text


class Slot(Part):
    """A blank in a message."""

    id: Id = Field(description="The word between braces in the text.", examples=["service"])
    label: Text = Field(description="What to fill in.", examples=["The service that is down"])
    example: Text | None = Field(default=None, description="An example.", examples=["Eduroam"])


class Message(Noun):
    """A text that is ready but for its blanks. ``audience`` is who may read it here; ``to`` is
    who receives it."""

    title: Text = Field(description="What it is called.", examples=["Alert to all staff"])
    to: Text | None = Field(default=None, description="Who receives it.", examples=["All staff"])
    channel: Text | None = Field(
        default=None, description="How it is sent.", examples=["Text message"]
    )
    deadline: Duration | None = Field(
        default=None, description="Sent within this time from the start.", examples=["30 min"]
    )
    sender: RoleRef | None = Field(
        default=None, description="Who sends it.", examples=["communications-lead"]
    )
    approver: RoleRef | None = Field(
        default=None, description="Who must approve it first.", examples=["crisis-lead"]
    )
    text: Text = Field(
        description="The text; `{slot}` is a blank.",
        examples=["{service} is down. We expect it back at {time}."],
    )
    slots: tuple[Slot, ...] = Field(
        default=(),
        description="The blanks.",
        examples=[[{"id": "service", "label": "The service that is down"}]],
    )
