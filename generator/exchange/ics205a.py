"""The communications list of the incident command system (ICS 205A): who, in what assignment, and
how they are reached."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.editions import Edition
from generator.exchange.sheet import Sheet
from generator.locales import Locale
from generator.model.contact import Contact
from generator.model.person import Person
from generator.model.role import Role
from generator.model.supplier import Authority, Supplier
from generator.views.parts.contact import contact_lines, emergency_lines

COLUMNS = ("Assignment", "Name", "Method(s) of contact")


def communications_list(edition: Edition, words: Locale) -> Sheet:
    """The list as a table: emergency numbers, roles with their alternates, then help from outside.

    A role that nobody holds, or whose holder this reader may not see, stands there without a name.
    """
    return Sheet("ICS 205A", COLUMNS, tuple(_List(edition, words).rows()))


class _List:
    def __init__(self, edition: Edition, words: Locale) -> None:
        self._edition = edition
        self._words = words
        self._people = {person.id: person for person in edition.plan.people}

    def rows(self) -> Iterator[tuple[str, str, str]]:
        plan = self._edition.plan
        emergency = self._words.say("contacts.emergency")
        for line in emergency_lines(self._edition):
            yield emergency, str(line.label), line.shown
        for role in plan.roles:
            yield from self._role(role)
        firms: tuple[Supplier | Authority, ...] = (*plan.suppliers, *plan.authorities)
        for firm in firms:
            for desk in filter(None, (firm.primary, firm.secondary)):
                purpose = firm.supplies if isinstance(firm, Supplier) else firm.purpose
                yield str(purpose), f"{firm.name} – {desk.name}", self._methods(desk.contacts)

    def _role(self, role: Role) -> Iterator[tuple[str, str, str]]:
        holder = self._people.get(role.holder or "")
        ways = (*role.contacts, *(holder.contacts if holder else ()))
        yield role.title.words, holder.name if holder else "", self._methods(ways)
        for number, id_ in enumerate(role.alternates, 1):
            person: Person | None = self._people.get(id_)
            if person:
                place = self._words.say("role.alternate", n=number)
                yield f"{role.title} – {place}", person.name, self._methods(person.contacts)

    def _methods(self, contacts: Iterable[Contact]) -> str:
        lines = contact_lines(contacts, self._edition)
        return "; ".join(
            f"{line.label or line.app or self._words.say(f'channel.{line.channel.value}')}: "
            f"{line.shown}"
            for line in lines
        )
