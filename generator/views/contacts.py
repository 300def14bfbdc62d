"""Contacts: everybody whom this reader may reach, by group, each ready to tap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.editions import Edition
from generator.locales import Locale
from generator.model.person import Person
from generator.model.supplier import Authority, Supplier
from generator.model.text import Name, Text
from generator.model.unit import Unit
from generator.views.page import INDEX, Address, Entry, Heading, Link, Page
from generator.views.parts.address_book import groups
from generator.views.parts.contact import ContactLine, contact_lines, emergency_lines, searchable
from generator.views.parts.entrants import Entrant, entrant, entrant_entry, roles_of
from generator.views.parts.index import EVERYONE, Index, person_address
from generator.views.parts.kinds import present
from generator.views.parts.people import RoleCard, role_card
from generator.views.parts.search import plain


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the index: where it leads, a few words more, and the number to tap first.

    ``people`` counts those on the page that it leads to; None where there are none to count.
    """

    link: Link
    more: Text | None = None
    number: ContactLine | None = None
    people: int | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Rows of one kind; the kind is also the section's anchor and the key of its heading.

    ``vcf`` is the file with all of this kind, empty where there is none.
    """

    kind: str
    rows: tuple[Row, ...]
    vcf: str = ""


@dataclass(frozen=True, slots=True)
class ContactsView:
    """All groups, the most urgent first; ``vcf`` is the file with all of them, if anybody is."""

    emergency: tuple[ContactLine, ...]
    sections: tuple[Section, ...]
    vcf: str


@dataclass(frozen=True, slots=True)
class GroupView:
    """A unit with its own contacts and its people; or those who belong to no unit."""

    purpose: Text | None
    parent: Link | None
    parts: tuple[Link, ...]
    site: Link | None
    lines: tuple[ContactLine, ...]
    people: tuple[Entrant, ...]
    vcf: str


def pages(edition: Edition, words: Locale) -> Iterator[Page]:
    """The index, and a page for each unit and for those without one."""
    if "contacts" not in present(edition):
        return
    index = Index(edition)
    files = {path: f"{path}.vcf" for path, _ in groups(index)}
    members = _members(index)
    yield _index(index, words, files, members)
    for unit in edition.plan.units:
        yield _group(unit, members.get(unit.id, ()), index, words, files)
    if EVERYONE in members:
        yield _group(None, members[EVERYONE], index, words, files)


def _members(index: Index) -> Mapping[str, list[Person]]:
    found: dict[str, list[Person]] = {}
    for person in index.edition.plan.people:
        found.setdefault(person_address(person).id, []).append(person)
    return found


def _index(
    index: Index, words: Locale, files: Mapping[str, str], members: Mapping[str, list[Person]]
) -> Page:
    plan = index.edition.plan
    sections = (
        Section("roles", tuple(_roles(index)), files.get(f"roles/{INDEX}", "")),
        Section("units", tuple(_units(index, words, members))),
        Section("suppliers", tuple(_firms("supplier", plan.suppliers, index))),
        Section("authorities", tuple(_firms("authority", plan.authorities, index))),
        Section("sites", tuple(_sites(index)), files.get(f"sites/{INDEX}", "")),
    )
    view = ContactsView(
        emergency_lines(index.edition),
        tuple(section for section in sections if section.rows),
        files.get(f"contacts/{INDEX}", ""),
    )
    title = words.say("kind.contacts")
    return Page(
        Address("contacts"),
        Name.of(title),
        "contacts",
        view,
        headings=tuple(_headings(view, words)),
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
            yield Row(card.link, _answers(card), card.first)


def _answers(card: RoleCard) -> Text | None:
    """Who answers the role's first number; while the role is vacant that is an alternate."""
    people = [person for person in (card.holder, *card.alternates) if person]
    found = [person for person in people if person.first == card.first]
    return next((person.link.text for person in (*found, card.holder) if person), None)


def _units(index: Index, words: Locale, members: Mapping[str, list[Person]]) -> Iterator[Row]:
    for unit in index.edition.plan.units:
        link = Link(Address("contacts", unit.id), unit.name)
        lines = contact_lines(unit.contacts, index.edition)
        yield Row(link, None, _first(lines), len(members.get(unit.id, ())))
    if EVERYONE in members:
        title = Name.of(words.say("contacts.everyone"))
        yield Row(Link(Address("contacts", EVERYONE), title), None, None, len(members[EVERYONE]))


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


def _group(
    unit: Unit | None,
    people: Iterable[Person],
    index: Index,
    words: Locale,
    files: Mapping[str, str],
) -> Page:
    address = Address("contacts", unit.id if unit else EVERYONE)
    title = unit.name if unit else Name.of(words.say("contacts.everyone"))
    head = unit.head if unit else None
    roles = roles_of(index)
    view = GroupView(
        unit.purpose if unit else None,
        _unit_link(unit.parent if unit else None, index),
        tuple(_parts(unit, index)) if unit else (),
        index.link("site", unit.site) if unit else None,
        contact_lines(unit.contacts, index.edition) if unit else (),
        tuple(entrant(p, p.id == head, roles.get(p.id, ()), index, words) for p in people),
        files.get(f"contacts/{address.id}", ""),
    )
    about = Entry(title.words, plain(view.purpose, searchable(view.lines)))
    return Page(
        address,
        title,
        "contact_group",
        view,
        headings=tuple(Heading(one.id, one.card.link.text.words) for one in view.people),
        entries=(about, *(entrant_entry(one, title) for one in view.people)),
        aliases=unit.aliases if unit else (),
        summary=plain(view.purpose),
    )


def _unit_link(id_: str | None, index: Index) -> Link | None:
    unit = index.find("unit", id_)
    return Link(Address("contacts", unit.id), unit.name) if unit else None


def _parts(unit: Unit, index: Index) -> Iterator[Link]:
    for other in index.edition.plan.units:
        if other.parent == unit.id:
            yield Link(Address("contacts", other.id), other.name)
