"""People and roles as pages show them: who it is, and how to reach them."""

from __future__ import annotations

from msgspec import Struct

from generator.model.person import Person
from generator.model.role import Role
from generator.model.text import Text
from generator.views.page import Address, Link
from generator.views.parts.contact import ContactLine, contact_lines
from generator.views.parts.index import Index, person_link


class PersonCard(Struct, frozen=True):
    """A person with the contacts that this reader may see."""

    link: Link
    title: Text | None
    lines: tuple[ContactLine, ...]

    @property
    def first(self) -> ContactLine | None:
        """The number to tap first, if there is one."""
        return next((line for line in self.lines if line.dialled), None)


class RoleCard(Struct, frozen=True):
    """A role, its own numbers, its holder and its alternates in order.

    ``withheld``: somebody holds it, but this reader may not know who.
    """

    link: Link
    lines: tuple[ContactLine, ...]
    holder: PersonCard | None
    alternates: tuple[PersonCard, ...]
    withheld: bool

    @property
    def vacant(self) -> bool:
        """True if nobody holds it."""
        return self.holder is None and not self.withheld

    @property
    def first(self) -> ContactLine | None:
        """The number to tap first: the role's own, else the holder's, else an alternate's."""
        own = next((line for line in self.lines if line.dialled), None)
        people = [p for p in (self.holder, *self.alternates) if p]
        return own or next((p.first for p in people if p.first), None)

    @property
    def answering(self) -> PersonCard | None:
        """Who answers the first number: while the role is vacant, an alternate."""
        people = (person for person in (self.holder, *self.alternates) if person)
        return next((person for person in people if person.first == self.first), self.holder)


def person_card(person: Person, index: Index) -> PersonCard:
    """How a person is shown."""
    key = ("person", person.id)
    found: PersonCard | None = index.made.get(key)
    if found is None:
        lines = contact_lines(person.contacts, index.edition)
        found = index.made[key] = PersonCard(person_link(person), person.title, lines)
    return found


def role_card(role: Role, index: Index) -> RoleCard:
    """How a role is shown."""
    key = ("role", role.id)
    found: RoleCard | None = index.made.get(key)
    if found is None:
        found = index.made[key] = _role_card(role, index)
    return found


def card_of(role: str | None, index: Index) -> RoleCard | None:
    """How the role with an id is shown, if this reader may know of it."""
    found = index.find("role", role)
    return role_card(found, index) if found else None


def _role_card(role: Role, index: Index) -> RoleCard:
    people = index.people
    return RoleCard(
        Link(Address("roles", role.id), role.title),
        contact_lines(role.contacts, index.edition),
        person_card(people[role.holder], index) if role.holder in people else None,
        tuple(person_card(people[id_], index) for id_ in role.alternates if id_ in people),
        role.id in index.edition.withheld,
    )
