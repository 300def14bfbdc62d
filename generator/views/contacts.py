"""Contacts: everybody whom this reader may reach, by group, each ready to tap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from msgspec import Struct

from generator.editions import Edition
from generator.locales import Locale
from generator.model.person import Person
from generator.model.supplier import Authority, Supplier
from generator.model.text import Name, Text
from generator.model.unit import Unit
from generator.views.page import INDEX, Address, Entry, Heading, Link, Page
from generator.views.parts.address_book import groups
from generator.views.parts.backlinks import Backlinks
from generator.views.parts.contact import ContactLine, contact_lines, emergency_lines, searchable
from generator.views.parts.entrants import Entrant, entrant, entrant_entry, roles_of
from generator.views.parts.index import EVERYONE, Index, person_address
from generator.views.parts.kinds import present
from generator.views.parts.people import role_card
from generator.views.parts.search import plain


class Row(Struct, frozen=True):
    """One line of the index: where it leads, a few words more, and the number to tap first.

    ``people`` counts those on the page that it leads to; None where there are none to count.
    """

    link: Link
    more: Text | None = None
    number: ContactLine | None = None
    people: int | None = None


class Section(Struct, frozen=True):
    """Rows of one kind; the kind is also the section's anchor and the key of its heading.

    ``vcf`` is the file with all of this kind, empty where there is none.
    """

    kind: str
    rows: tuple[Row, ...]
    vcf: str = ""


class ContactsView(Struct, frozen=True):
    """All groups, the most urgent first; ``vcf`` is the file with all of them, if anybody is."""

    emergency: tuple[ContactLine, ...]
    sections: tuple[Section, ...]
    vcf: str


class GroupView(Struct, frozen=True):
    """A unit with its own contacts and its people; or those who belong to no unit."""

    purpose: Text | None
    parent: Link | None
    parts: tuple[Link, ...]
    site: Link | None
    lines: tuple[ContactLine, ...]
    people: tuple[Entrant, ...]
    vcf: str


class _Book(Struct, frozen=True, dict=True):
    """What all pages of contacts are made from, worked out once."""

    index: Index
    words: Locale

    @cached_property
    def back(self) -> Backlinks:
        return Backlinks(self.index)

    @cached_property
    def files(self) -> Mapping[str, str]:
        return {path: f"{path}.vcf" for path, _ in groups(self.index)}

    @cached_property
    def members(self) -> Mapping[str, list[Person]]:
        found: dict[str, list[Person]] = {}
        for person in self.index.edition.plan.people:
            found.setdefault(person_address(person).id, []).append(person)
        return found

    @cached_property
    def roles(self) -> Mapping[str, tuple[Link, ...]]:
        return roles_of(self.index)

    def unit(self, id_: str | None) -> Link | None:
        unit = self.index.find("unit", id_)
        return Link(Address("contacts", unit.id), unit.name) if unit else None


def pages(edition: Edition, words: Locale) -> Iterator[Page]:
    """The index, and a page for each unit and for those without one."""
    if "contacts" not in present(edition):
        return
    book = _Book(Index(edition), words)
    yield _index(book)
    for unit in edition.plan.units:
        yield _unit(unit, book)
    if EVERYONE in book.members:
        title = Name.of(words.say("contacts.everyone"))
        view = GroupView(None, None, (), None, (), *_people(EVERYONE, None, book))
        yield _group(Address("contacts", EVERYONE), title, view)


def _index(book: _Book) -> Page:
    index, files, plan = book.index, book.files, book.index.edition.plan
    sections = (
        Section("roles", tuple(_roles(index)), files.get(f"roles/{INDEX}", "")),
        Section("units", tuple(_units(book))),
        Section("suppliers", tuple(_firms("supplier", plan.suppliers, index))),
        Section("authorities", tuple(_firms("authority", plan.authorities, index))),
        Section("sites", tuple(_sites(index)), files.get(f"sites/{INDEX}", "")),
    )
    view = ContactsView(
        emergency_lines(index.edition),
        tuple(section for section in sections if section.rows),
        files.get(f"contacts/{INDEX}", ""),
    )
    title = book.words.say("kind.contacts")
    return Page(
        Address("contacts"),
        Name.of(title),
        "contacts",
        view,
        headings=tuple(_headings(view, book.words)),
        entries=(Entry(title, plain(*(line.label for line in view.emergency))),),
    )


def _headings(view: ContactsView, words: Locale) -> Iterator[Heading]:
    if view.emergency:
        yield Heading("emergency", words.say("contacts.emergency"))
    for section in view.sections:
        yield Heading(section.kind, words.say(f"contacts.{section.kind}"))


def _roles(index: Index) -> Iterator[Row]:
    for role in index.edition.plan.roles:
        card = role_card(role, index)
        if role.crisis or card.first:
            answering = card.answering
            yield Row(card.link, answering.link.text if answering else None, card.first)


def _units(book: _Book) -> Iterator[Row]:
    for unit in book.index.edition.plan.units:
        link = Link(Address("contacts", unit.id), unit.name)
        lines = contact_lines(unit.contacts, book.index.edition)
        people = len(book.members.get(unit.id, ())) if book.members else None
        yield Row(link, None, _first(lines), people)
    if EVERYONE in book.members:
        title = Name.of(book.words.say("contacts.everyone"))
        link = Link(Address("contacts", EVERYONE), title)
        yield Row(link, None, None, len(book.members[EVERYONE]))


def _firms(kind: str, firms: Iterable[Supplier | Authority], index: Index) -> Iterator[Row]:
    for firm in firms:
        link = index.link(kind, firm.id)
        desks = (desk for desk in (firm.primary, firm.secondary) if desk)
        lines = [line for d in desks for line in contact_lines(d.contacts, index.edition)]
        more = firm.supplies if isinstance(firm, Supplier) else firm.purpose
        if link:
            yield Row(link, more, _first(lines))


def _sites(index: Index) -> Iterator[Row]:
    for site in index.edition.plan.sites:
        link = index.link("site", site.id)
        number = _first(contact_lines(site.contacts, index.edition))
        if link and number:
            yield Row(link, site.kind, number)


def _first(lines: Iterable[ContactLine]) -> ContactLine | None:
    return next((line for line in lines if line.dialled), None)


def _unit(unit: Unit, book: _Book) -> Page:
    view = GroupView(
        unit.purpose,
        book.unit(unit.parent),
        book.back.units_of_units.get(unit.id, ()),
        book.index.link("site", unit.site),
        contact_lines(unit.contacts, book.index.edition),
        *_people(unit.id, unit.head, book),
    )
    return _group(Address("contacts", unit.id), unit.name, view, unit.aliases)


def _people(group: str, head: str | None, book: _Book) -> tuple[tuple[Entrant, ...], str]:
    """The people of a group, and its file for address books."""
    people = tuple(
        entrant(one, one.id == head, book.roles.get(one.id, ()), book.index, book.words)
        for one in book.members.get(group, ())
    )
    return people, book.files.get(f"contacts/{group}", "")


def _group(address: Address, title: Text, view: GroupView, aliases: tuple[str, ...] = ()) -> Page:
    about = Entry(title.words, plain(view.purpose, searchable(view.lines)))
    return Page(
        address,
        title,
        "contact_group",
        view,
        headings=tuple(Heading(one.id, one.card.link.text.words) for one in view.people),
        entries=(about, *(entrant_entry(one, title) for one in view.people)),
        aliases=aliases,
        summary=plain(view.purpose),
    )
