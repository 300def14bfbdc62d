"""Suppliers and authorities: help from outside."""

from __future__ import annotations

from pydantic import Field

from generator.model.base import Noun, Part, Restricted
from generator.model.contact import Contact
from generator.model.duration import Duration
from generator.model.text import Name, Text


class Correspondent(Restricted):
    """Whom to ask for at a supplier or authority."""

    name: Name = Field(
        description="A person, desk or team there.", examples=["Service desk, priority line"]
    )
    contacts: tuple[Contact, ...] = Field(
        default=(),
        description="How to reach them, the best way first.",
        examples=[[{"kind": "phone", "value": "+33 1 99 00 20 00"}]],
    )


class Escalation(Part):
    """The next person to ask for when nothing happens."""

    after: Duration = Field(description="How long after the first call.", examples=["1h"])
    to: Text = Field(description="Whom to ask for.", examples=["Duty manager"])
    contacts: tuple[Contact, ...] = Field(
        default=(),
        description="How to reach them.",
        examples=[[{"kind": "phone", "value": "+33 1 99 00 20 01"}]],
    )


class Supplier(Noun):
    """A firm the organisation depends on (CyFun 2025, GV.SC-07.2)."""

    name: Name = Field(description="The firm's name.", examples=["Lumenlijn Fibre"])
    supplies: Text = Field(
        description="What it supplies, in a few words.",
        examples=["Dark fibre between the data centres"],
    )
    contract: Name | None = Field(
        default=None,
        description="Customer or contract number to quote.",
        examples=["SN-2231"],
    )
    agreed: Text | None = Field(
        default=None,
        description="What was agreed: hours, response and repair times.",
        examples=["24/7, on site within 4 hours"],
    )
    recovery: Duration | None = Field(
        default=None,
        description="How long until what it supplies is there again.",
        examples=["8h"],
    )
    primary: Correspondent | None = Field(
        default=None,
        description="Whom to call first.",
        examples=[{"name": "Priority line"}],
    )
    secondary: Correspondent | None = Field(
        default=None,
        description="Whom to call when the first does not answer.",
        examples=[{"name": "Account manager"}],
    )
    escalation: tuple[Escalation, ...] = Field(
        default=(),
        description="Whom to ask for when it takes too long, in order.",
        examples=[[{"after": "1h", "to": "Duty manager"}]],
    )


class Authority(Noun):
    """A public body to warn or to ask for help."""

    name: Name = Field(description="Its name.", examples=[{"en": "Data protection authority"}])
    purpose: Text = Field(
        description="What to contact it for.",
        examples=["Report a personal data breach within 72 hours"],
    )
    primary: Correspondent | None = Field(
        default=None, description="Whom to call first.", examples=[{"name": "Duty desk"}]
    )
    secondary: Correspondent | None = Field(
        default=None, description="Whom to call otherwise.", examples=[{"name": "Web form"}]
    )
