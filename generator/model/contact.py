"""A contact: one channel to reach someone, with its own audience."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import Field

from generator.model.base import Restricted
from generator.model.text import Name, Text


class Channel(StrEnum):
    """The kinds of contact."""

    PHONE = "phone"
    MOBILE = "mobile"
    HOME = "home"
    MAIL = "mail"
    RADIO = "radio"
    SATELLITE = "satellite"
    MESSAGING = "messaging"
    WEB = "web"


DIALLED = frozenset(
    {Channel.PHONE, Channel.MOBILE, Channel.HOME, Channel.SATELLITE, Channel.MESSAGING}
)
"""Channels whose value is a phone number."""


class Contact(Restricted):
    """A channel to reach a person, role, site or supplier.

    Privacy belongs to each number, not to the person: one audience may see the office phone,
    another also the mobile.
    """

    kind: Channel = Field(
        description="Which channel it is.",
        examples=["mobile"],
    )
    value: str = Field(
        min_length=1,
        description="The number or address. Phone numbers best with country code.",
        examples=["+33 1 99 00 12 34"],
    )
    label: Text | None = Field(
        default=None,
        description="What to call it, where the kind does not say enough.",
        examples=["Duty phone"],
    )
    app: Name | None = Field(
        default=None,
        description="The messaging service, for `kind: messaging`.",
        examples=["Signal"],
    )
    hours: Text | None = Field(
        default=None,
        description="When someone answers.",
        examples=["24/7"],
    )
    verified: date | None = Field(
        default=None,
        description="The day on which somebody last tried it and reached the right person.",
        examples=["2026-09-30"],
    )
    note: Text | None = Field(
        default=None,
        description="What a caller must know.",
        examples=["Channel 3 on the red handset"],
    )
