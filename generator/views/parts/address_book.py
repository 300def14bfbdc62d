"""People, roles, desks and sites as cards for an address book, and the groups they come in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model.person import Person
from generator.model.role import Role
from generator.model.site import Site
from generator.model.supplier import Authority, Correspondent, Supplier
from generator.model.unit import Unit
from generator.views.page import INDEX
from generator.views.parts.contact import ContactLine, contact_lines
from generator.views.parts.index import EVERYONE, Index
from generator.views.parts.people import role_card
from generator.views.parts.vcard import VCard, revision_note

Group = tuple[str, tuple[VCard, ...]]
"""A group's file, below the language folder and without ending, and its cards."""


def groups(index: Index) -> Iterator[Group]:
    """Every group that has anybody in it, then all together: one file for each."""
    every: list[VCard] = []
    for path, found in _groups(index):
        cards = tuple(found)
        every += cards
        if cards:
            yield path, cards
    if every:
        yield f"contacts/{INDEX}", tuple(every)


def _groups(index: Index) -> Iterator[tuple[str, Iterator[VCard]]]:
    plan = index.edition.plan
    yield f"roles/{INDEX}", (card for role in plan.roles if (card := role_vcard(role, index)))
    members: dict[str | None, list[Person]] = {}
    for person in plan.people:
        members.setdefault(person.unit, []).append(person)
    for unit in plan.units:
        yield f"contacts/{unit.id}", _members(unit, members.get(unit.id, ()), index)
    yield f"contacts/{EVERYONE}", _members(None, members.get(None, ()), index)
    firms: tuple[Supplier | Authority, ...] = (*plan.suppliers, *plan.authorities)
    yield f"suppliers/{INDEX}", (card for f in firms for card in firm_vcards(f, index))
    yield f"sites/{INDEX}", (card for site in plan.sites if (card := site_vcard(site, index)))


def _members(unit: Unit | None, people: Iterable[Person], index: Index) -> Iterator[VCard]:
    """A unit's own card, then its people's."""
    own = unit and unit_vcard(unit, index)
    if own:
        yield own
    for person in people:
        card = person_vcard(person, index)
        if card:
            yield card


def unit_vcard(unit: Unit, index: Index) -> VCard | None:
    """The card of a unit's shared numbers."""
    lines = contact_lines(unit.contacts, index.edition)
    return _card(f"unit-{unit.id}", unit.name.words, lines, index)


def person_vcard(person: Person, index: Index) -> VCard | None:
    """A person's card; None if this reader may see no way to reach them."""
    lines = contact_lines(person.contacts, index.edition)
    title = person.title.words if person.title else ""
    return _card(f"person-{person.id}", person.name, lines, index, title=title, person=True)


def role_vcard(role: Role, index: Index) -> VCard | None:
    """A role's card: its own numbers, then the holder's, found under the role's title."""
    card = role_card(role, index)
    lines = (*card.lines, *(card.holder.lines if card.holder else ()))
    holder = card.holder.link.text.words if card.holder else ""
    return _card(f"role-{role.id}", role.title.words, lines, index, title=holder)


def firm_vcards(firm: Supplier | Authority, index: Index) -> Iterator[VCard]:
    """The cards of the desks of a supplier or authority."""
    for number, desk in enumerate((firm.primary, firm.secondary), 1):
        card = desk and _desk(firm, desk, number, index)
        if card:
            yield card


def _desk(
    firm: Supplier | Authority, desk: Correspondent, number: int, index: Index
) -> VCard | None:
    kind = "supplier" if isinstance(firm, Supplier) else "authority"
    name = f"{firm.name} – {desk.name}"
    lines = contact_lines(desk.contacts, index.edition)
    contract = firm.contract if isinstance(firm, Supplier) else None
    title = contract.words if contract else ""
    return _card(f"{kind}-{firm.id}-{number}", name, lines, index, title=title)


def site_vcard(site: Site, index: Index) -> VCard | None:
    """A site's card."""
    lines = contact_lines(site.contacts, index.edition)
    return _card(f"site-{site.id}", site.name.words, lines, index)


def _card(
    id_: str,
    name: str,
    lines: tuple[ContactLine, ...],
    index: Index,
    *,
    title: str = "",
    person: bool = False,
) -> VCard | None:
    if not lines:
        return None
    header = index.edition.plan.plan
    return VCard(
        f"{header.id}-{id_}",
        name,
        header.organisation.words,
        lines,
        title,
        revision_note(index.edition),
        person,
    )
