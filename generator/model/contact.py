"""A contact: one channel to reach someone, with its own audience."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from generator.model.base import About, Restricted
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


class Contact(Restricted, frozen=True, kw_only=True):
    """A channel to reach a person, role, site or supplier.

    Privacy belongs to each number, not to the person: one audience may see the office phone,
    another also the mobile.
    """

    kind: Annotated[Channel, About("Which channel it is.", "mobile")]
    value: Annotated[
        str,
        About(
            "The number or address. Phone numbers best with country code.",
            "+33 1 99 00 12 34",
            fewest=1,
        ),
    ]
    label: Annotated[
        Text | None, About("What to call it, where the kind does not say enough.", "Duty phone")
    ] = None
    app: Annotated[
        Name | None, About("The messaging service, for `kind: messaging`.", "Signal")
    ] = None
    hours: Annotated[Text | None, About("When someone answers.", "24/7")] = None
    verified: Annotated[
        date | None,
        About(
            "The day on which somebody last tried it and reached the right person.", "2026-09-30"
        ),
    ] = None
    note: Annotated[
        Text | None, About("What a caller must know.", "Channel 3 on the red handset")
    ] = None
