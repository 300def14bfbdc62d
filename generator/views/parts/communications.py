"""Who is reached how, in what assignment: the lines of a communications list (ICS 205A)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from generator.editions import Edition
from generator.locales import Locale
from generator.model.contact import Contact
from generator.model.person import Person
from generator.model.role import Role
from generator.model.supplier import Authority, Supplier
from generator.views.parts.contact import contact_lines, emergency_lines


class CommunicationsLine(Struct, frozen=True):
    """An assignment, who has it, and each way to reach them, the best first.

    ``name`` is empty where nobody holds a role, or this reader may not know who.
    """

    assignment: str
    name: str
    ways: tuple[str, ...]


def communications(edition: Edition, words: Locale) -> Iterator[CommunicationsLine]:
    """Emergency numbers, roles with their alternates, then help from outside."""
    return _List(edition, words).lines()


class _List:
    def __init__(self, edition: Edition, words: Locale) -> None:
        self._edition = edition
        self._words = words
        self._people = {person.id: person for person in edition.plan.people}

    def lines(self) -> Iterator[CommunicationsLine]:
        plan = self._edition.plan
        emergency = self._words.say("contacts.emergency")
        for line in emergency_lines(self._edition):
            yield CommunicationsLine(emergency, str(line.label), (line.shown,))
        for role in plan.roles:
            yield from self._role(role)
        firms: tuple[Supplier | Authority, ...] = (*plan.suppliers, *plan.authorities)
        for firm in firms:
            for desk in filter(None, (firm.primary, firm.secondary)):
                purpose = firm.supplies if isinstance(firm, Supplier) else firm.purpose
                name = f"{firm.name} – {desk.name}"
                yield CommunicationsLine(str(purpose), name, self._ways(desk.contacts))

    def _role(self, role: Role) -> Iterator[CommunicationsLine]:
        holder = self._people.get(role.holder or "")
        own = (*role.contacts, *(holder.contacts if holder else ()))
        yield CommunicationsLine(role.title.words, holder.name if holder else "", self._ways(own))
        for number, id_ in enumerate(role.alternates, 1):
            person: Person | None = self._people.get(id_)
            if person:
                place = f"{role.title} – {self._words.say('role.alternate', n=number)}"
                yield CommunicationsLine(place, person.name, self._ways(person.contacts))

    def _ways(self, contacts: Iterable[Contact]) -> tuple[str, ...]:
        return tuple(
            f"{line.label or line.app or self._words.say(f'channel.{line.channel.value}')}"
            f"{self._words.say('sheet.colon')} {line.shown}"
            for line in contact_lines(contacts, self._edition)
        )
