"""Suppliers and authorities: whom to call, what to quote, whom to ask for when it takes long."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from generator.editions import Edition
from generator.locales import Locale
from generator.model.duration import Duration
from generator.model.supplier import Authority, Correspondent, Supplier
from generator.model.text import Name, Text
from generator.views.page import INDEX, Address, Entry, Heading, Link, Page
from generator.views.parts.address_book import firm_vcards
from generator.views.parts.backlinks import Backlinks
from generator.views.parts.contact import ContactLine, contact_lines, searchable
from generator.views.parts.index import Index
from generator.views.parts.search import plain
from generator.views.parts.sections import sections
from generator.views.parts.vcard import small

SECTIONS = ("primary", "secondary", "escalation", "scenarios")


class Desk(Struct, frozen=True):
    """Whom to ask for; ``code`` is what a QR code carries to another phone."""

    name: Text
    lines: tuple[ContactLine, ...]
    code: str

    @property
    def dialled(self) -> tuple[ContactLine, ...]:
        """The numbers that have a QR code each."""
        return tuple(line for line in self.lines if line.dialled)


class Row(Struct, frozen=True):
    """One supplier in the list."""

    link: Link
    supplies: Text
    number: ContactLine | None


class AuthorityView(Struct, frozen=True):
    """One authority; it has no page of its own."""

    id: str
    aliases: tuple[str, ...]
    name: Text
    purpose: Text
    desks: tuple[Desk, ...]


class SuppliersView(Struct, frozen=True):
    """The list; ``vcf`` is the file with all their desks, empty if there are none."""

    suppliers: tuple[Row, ...]
    authorities: tuple[AuthorityView, ...]
    vcf: str


class Escalated(Struct, frozen=True):
    """A step of the escalation path."""

    after: Duration
    to: Text
    lines: tuple[ContactLine, ...]


class SupplierView(Struct, frozen=True):
    """Everything about one supplier, in the order in which it is needed."""

    supplies: Text
    contract: Text | None
    agreed: Text | None
    primary: Desk | None
    secondary: Desk | None
    escalation: tuple[Escalated, ...]
    scenarios: tuple[Link, ...]


def pages(edition: Edition, words: Locale) -> Iterator[Page]:
    """The list of suppliers and authorities, and a page for each supplier."""
    plan = edition.plan
    if not plan.suppliers and not plan.authorities:
        return
    index = Index(edition)
    yield _index(index, words)
    back = Backlinks(index)
    for supplier in plan.suppliers:
        yield _page(supplier, back, words)


def _index(index: Index, words: Locale) -> Page:
    plan = index.edition.plan
    firms: tuple[Supplier | Authority, ...] = (*plan.suppliers, *plan.authorities)
    reached = any(card for firm in firms for card in firm_vcards(firm, index))
    view = SuppliersView(
        tuple(_row(supplier, index) for supplier in plan.suppliers),
        tuple(_authority(authority, index) for authority in plan.authorities),
        f"suppliers/{INDEX}.vcf" if reached else "",
    )
    title = words.say("kind.suppliers")
    return Page(
        Address("suppliers"),
        Name.of(title),
        "suppliers",
        view,
        headings=tuple(_index_headings(view, words)),
        entries=(Entry(title), *(_authority_entry(one) for one in view.authorities)),
    )


def _index_headings(view: SuppliersView, words: Locale) -> Iterator[Heading]:
    if view.suppliers:
        yield Heading("suppliers", words.say("suppliers.suppliers"))
    if view.authorities:
        yield Heading("authorities", words.say("suppliers.authorities"))
    for one in view.authorities:
        yield Heading(f"authority-{one.id}", one.name.words)


def _row(supplier: Supplier, index: Index) -> Row:
    desks = (supplier.primary, supplier.secondary)
    found = (contact_lines(desk.contacts, index.edition) for desk in desks if desk)
    number = next((line for lines in found for line in lines if line.dialled), None)
    link = Link(Address("suppliers", supplier.id), supplier.name)
    return Row(link, supplier.supplies, number)


def _authority(authority: Authority, index: Index) -> AuthorityView:
    desks = _desks(authority, index)
    return AuthorityView(
        authority.id,
        authority.aliases,
        authority.name,
        authority.purpose,
        tuple(desk for desk in desks if desk),
    )


def _authority_entry(one: AuthorityView) -> Entry:
    names = plain(one.purpose, *(desk.name for desk in one.desks))
    numbers = " ".join(searchable(desk.lines) for desk in one.desks)
    return Entry(one.name.words, f"{names} {numbers}".strip(), f"authority-{one.id}")


def _desks(firm: Supplier | Authority, index: Index) -> tuple[Desk | None, Desk | None]:
    codes = {card.name: small(card) for card in firm_vcards(firm, index)}

    def desk(one: Correspondent | None) -> Desk | None:
        if one is None:
            return None
        lines = contact_lines(one.contacts, index.edition)
        return Desk(one.name, lines, codes.get(f"{firm.name} – {one.name}", ""))

    return desk(firm.primary), desk(firm.secondary)


def _page(supplier: Supplier, back: Backlinks, words: Locale) -> Page:
    index = back.index
    primary, secondary = _desks(supplier, index)
    view = SupplierView(
        supplier.supplies,
        supplier.contract,
        supplier.agreed,
        primary,
        secondary,
        tuple(
            Escalated(step.after, step.to, contact_lines(step.contacts, index.edition))
            for step in supplier.escalation
        ),
        back.scenarios_of_suppliers.get(supplier.id, ()),
    )
    return Page(
        Address("suppliers", supplier.id),
        supplier.name,
        "supplier",
        view,
        headings=tuple(sections(view, SECTIONS, "suppliers", words)),
        entries=(Entry(supplier.name.words, _searched(view)),),
        aliases=supplier.aliases,
        summary=plain(supplier.supplies),
    )


def _searched(view: SupplierView) -> str:
    desks = [desk for desk in (view.primary, view.secondary, *view.escalation) if desk]
    names = (desk.to if isinstance(desk, Escalated) else desk.name for desk in desks)
    numbers = " ".join(searchable(desk.lines) for desk in desks)
    return f"{plain(view.supplies, view.agreed, view.contract, *names)} {numbers}".strip()
