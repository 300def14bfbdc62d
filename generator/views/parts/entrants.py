"""People on the page of their group: what they do, how to reach them, what a phone can scan."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from generator.locales import Locale
from generator.model.person import Person
from generator.model.text import Text
from generator.views.page import Address, Entry, Link
from generator.views.parts.address_book import person_vcard
from generator.views.parts.contact import ContactLine, searchable
from generator.views.parts.index import Index
from generator.views.parts.people import PersonCard, person_card
from generator.views.parts.search import plain
from generator.views.parts.vcard import small


class Entrant(Struct, frozen=True):
    """One person on a group's page.

    ``code`` is what a QR code carries to another phone's address book, empty if there is nothing
    to carry; ``verified`` the day since which all the numbers shown are known to be right.
    """

    id: str
    aliases: tuple[str, ...]
    card: PersonCard
    head: bool
    roles: tuple[Link, ...]
    languages: tuple[str, ...]
    site: Link | None
    code: str
    verified: date | None

    @property
    def dialled(self) -> tuple[ContactLine, ...]:
        """The numbers that have a QR code each."""
        return tuple(line for line in self.card.lines if line.dialled)


def roles_of(index: Index) -> Mapping[str, tuple[Link, ...]]:
    """For each person the roles that they hold, then those where they are an alternate."""
    held: dict[str, list[Link]] = {}
    for role in index.edition.plan.roles:
        if role.holder:
            held.setdefault(role.holder, []).append(Link(Address("roles", role.id), role.title))
    for role in index.edition.plan.roles:
        for person in role.alternates:
            held.setdefault(person, []).append(Link(Address("roles", role.id), role.title))
    return {person: tuple(dict.fromkeys(links)) for person, links in held.items()}


def entrant(
    person: Person, head: bool, roles: tuple[Link, ...], index: Index, words: Locale
) -> Entrant:
    """A person as a group's page shows them; ``head`` leads the group."""
    vcard = person_vcard(person, index)
    days = [contact.verified for contact in person.contacts]
    return Entrant(
        person.id,
        person.aliases,
        person_card(person, index),
        head,
        roles,
        tuple(words.babel.languages.get(tag.partition("-")[0], tag) for tag in person.languages),
        index.link("site", person.site),
        small(vcard) if vcard else "",
        min((day for day in days if day), default=None) if all(days) else None,
    )


def entrant_entry(one: Entrant, unit: Text) -> Entry:
    """What search finds of a person, by name, position, unit, roles and numbers."""
    roles = (link.text for link in one.roles)
    text = plain(one.card.title, unit, *roles, searchable(one.card.lines))
    return Entry(one.card.link.text.words, text, one.id)
