"""Prepared messages."""

from __future__ import annotations

from typing import Annotated

from generator.model.base import About, Id, Noun, Part, RoleRef
from generator.model.duration import Duration
from generator.model.text import Text


class Slot(Part, frozen=True, kw_only=True):
    """A blank in a message."""

    id: Annotated[Id, About("The word between braces in the text.", "service")]
    label: Annotated[Text, About("What to fill in.", "The service that is down")]
    example: Annotated[Text | None, About("An example.", "Eduroam")] = None


class Message(Noun, frozen=True, kw_only=True):
    """A text that is ready but for its blanks. ``audience`` is who may read it here; ``to`` is
    who receives it."""

    title: Annotated[Text, About("What it is called.", "Alert to all staff")]
    to: Annotated[Text | None, About("Who receives it.", "All staff")] = None
    channel: Annotated[Text | None, About("How it is sent.", "Text message")] = None
    deadline: Annotated[
        Duration | None, About("Sent within this time from the start.", "30 min")
    ] = None
    sender: Annotated[RoleRef | None, About("Who sends it.", "communications-lead")] = None
    approver: Annotated[RoleRef | None, About("Who must approve it first.", "crisis-lead")] = None
    text: Annotated[
        Text,
        About("The text; `{slot}` is a blank.", "{service} is down. We expect it back at {time}."),
    ]
    slots: Annotated[
        tuple[Slot, ...],
        About("The blanks.", [{"id": "service", "label": "The service that is down"}]),
    ] = ()
