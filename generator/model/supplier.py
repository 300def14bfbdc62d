"""Suppliers and authorities: help from outside."""

from __future__ import annotations

from typing import Annotated

from generator.model.base import About, Noun, Part, Restricted
from generator.model.contact import Contact
from generator.model.duration import Duration
from generator.model.text import Name, Text


class Correspondent(Restricted, frozen=True, kw_only=True):
    """Whom to ask for at a supplier or authority."""

    name: Annotated[Name, About("A person, desk or team there.", "Service desk, priority line")]
    contacts: Annotated[
        tuple[Contact, ...],
        About(
            "How to reach them, the best way first.",
            [{"kind": "phone", "value": "+33 1 99 00 20 00"}],
        ),
    ] = ()


class Escalation(Part, frozen=True, kw_only=True):
    """The next person to ask for when nothing happens."""

    after: Annotated[Duration, About("How long after the first call.", "1h")]
    to: Annotated[Text, About("Whom to ask for.", "Duty manager")]
    contacts: Annotated[
        tuple[Contact, ...],
        About("How to reach them.", [{"kind": "phone", "value": "+33 1 99 00 20 01"}]),
    ] = ()


class Supplier(Noun, frozen=True, kw_only=True):
    """A firm the organisation depends on (CyFun 2025, GV.SC-07.2)."""

    name: Annotated[Name, About("The firm's name.", "Lumenlijn Fibre")]
    supplies: Annotated[
        Text, About("What it supplies, in a few words.", "Dark fibre between the data centres")
    ]
    contract: Annotated[
        Name | None,
        About("Customer or contract number to quote.", "SN-2231"),
    ] = None
    agreed: Annotated[
        Text | None,
        About("What was agreed: hours, response and repair times.", "24/7, on site within 4 hours"),
    ] = None
    recovery: Annotated[
        Duration | None, About("How long until what it supplies is there again.", "8h")
    ] = None
    primary: Annotated[
        Correspondent | None, About("Whom to call first.", {"name": "Priority line"})
    ] = None
    secondary: Annotated[
        Correspondent | None,
        About("Whom to call when the first does not answer.", {"name": "Account manager"}),
    ] = None
    escalation: Annotated[
        tuple[Escalation, ...],
        About(
            "Whom to ask for when it takes too long, in order.",
            [{"after": "1h", "to": "Duty manager"}],
        ),
    ] = ()


class Authority(Noun, frozen=True, kw_only=True):
    """A public body to warn or to ask for help."""

    name: Annotated[Name, About("Its name.", {"en": "Data protection authority"})]
    purpose: Annotated[
        Text, About("What to contact it for.", "Report a personal data breach within 72 hours")
    ]
    primary: Annotated[
        Correspondent | None, About("Whom to call first.", {"name": "Duty desk"})
    ] = None
    secondary: Annotated[
        Correspondent | None, About("Whom to call otherwise.", {"name": "Web form"})
    ] = None
