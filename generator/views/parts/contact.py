"""Contacts as a page shows them: what to tap, what to read, what to search."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from generator.derive.phone import phone_number
from generator.editions import Edition
from generator.model.contact import DIALLED, Channel, Contact
from generator.model.text import Name, Text


class ContactLine(Struct, frozen=True):
    """One way to reach somebody.

    ``uri`` is what a tap opens (``tel:``, ``mailto:``, ``https:``), empty where nothing can be
    opened, as for a radio channel. ``digits`` are for search.
    """

    channel: Channel
    shown: str
    uri: str
    digits: str = ""
    label: Text | None = None
    app: Text | None = None
    hours: Text | None = None
    note: Text | None = None

    @property
    def dialled(self) -> bool:
        """True if a tap calls."""
        return self.uri.startswith("tel:")


def contact_line(contact: Contact, country: str | None) -> ContactLine:
    """How a contact is shown; a number that can't be read is shown as it was written."""
    shown, uri, digits = contact.value, "", ""
    if contact.kind in DIALLED:
        number = phone_number(contact.value, country)
        if number:
            shown, uri, digits = number.shown, number.uri, number.digits
            if contact.kind is Channel.MESSAGING:
                uri = message_uri(contact.app.words if contact.app else "", digits)
    elif contact.kind is Channel.MAIL:
        uri = f"mailto:{contact.value}"
    elif contact.kind is Channel.WEB:
        uri = contact.value if contact.value.startswith(("https://", "http://")) else ""
    return ContactLine(
        contact.kind,
        shown,
        uri,
        digits,
        contact.label,
        contact.app,
        contact.hours,
        contact.note,
    )


_APPS = {"signal": "https://signal.me/#p/+{}", "whatsapp": "https://wa.me/{}"}
"""Addresses that the service's own app opens, also without a network."""


def message_uri(app: str, digits: str) -> str:
    """What a tap on a messaging contact opens: the service's app, else a text message."""
    return _APPS.get(app.casefold(), "sms:+{}").format(digits)


def contact_lines(contacts: Iterable[Contact], edition: Edition) -> tuple[ContactLine, ...]:
    """How contacts are shown, in the plan's order."""
    country = edition.plan.plan.country
    return tuple(contact_line(contact, country) for contact in contacts)


def emergency_lines(edition: Edition) -> tuple[ContactLine, ...]:
    """The plan's emergency numbers, the most urgent first."""
    country = edition.plan.plan.country
    lines = []
    for entry in edition.plan.plan.emergency_numbers:
        number = phone_number(entry.number, country)
        shown, uri, digits = (
            (number.shown, number.uri, number.digits) if number else (entry.number, "", "")
        )
        lines.append(ContactLine(Channel.PHONE, shown, uri, digits, entry.label))
    return tuple(lines)


def searchable(lines: Iterable[ContactLine]) -> str:
    """The lines as text to search in."""
    return " ".join(f"{line.shown} {line.digits}".strip() for line in lines)


def named(words: str) -> Text:
    """A name as a text that is the same in every language."""
    return Name.of(words)
