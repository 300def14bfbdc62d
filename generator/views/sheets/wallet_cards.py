"""Wallet cards: for all staff, for each role and for each person, in the size of a bank card.

The front is a directory, the back says what its bearer does first. A person's card is in the first
language of theirs that the plan has, else in the plan's first; it is made in that language's run.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from generator.model.site import Site
from generator.model.text import Name, Text
from generator.views.page import START, Address
from generator.views.parts.assembly import main_point
from generator.views.parts.contact import ContactLine, emergency_lines
from generator.views.parts.index import Index, person_address
from generator.views.sheets.sheet import Order, Qr, Reading, Sheet
from generator.views.sheets.wallet_actions import FirstActions, first_actions
from generator.views.sheets.wallet_bearers import Bearer, bearers
from generator.views.sheets.wallet_directory import Directory, directory
from generator.views.sheets.wallet_room import FOOT_ROWS, POSITION, UNDER, more_in_head, width

KIND = "wallet-card"


class CardNumber(Struct, frozen=True):
    """An emergency number."""

    number: str
    label: Text | None


class CardRole(Struct, frozen=True):
    """A role of the bearer's; ``stands_in``: as an alternate."""

    title: Text
    stands_in: bool


class CardRoles(Struct, frozen=True):
    """The bearer's roles as far as there is room on their line, and how many more there are."""

    shown: tuple[CardRole, ...]
    more: int


class WalletCard(Struct, frozen=True):
    """Both sides of a card. ``person`` is None on the cards of roles and of all staff.

    ``position`` stands there only without a role.
    ``line`` is a code that dials, ``page`` one that opens the role's page, else the start page.
    """

    person: Text | None
    roles: CardRoles
    position: Text | None
    branch: Directory
    numbers: tuple[CardNumber, ...]
    assembly_point: Text | None
    steps: FirstActions
    line: Qr | None
    page: Qr | None


def sheets(order: Order) -> Iterator[Sheet]:
    """A card for everybody whom the edition knows, each as its own reader may see it."""
    for bearer in bearers(order):
        yield _sheet(bearer, order)


def _sheet(bearer: Bearer, order: Order) -> Sheet:
    front = order.reading_of(bearer.audience, bearer.language)
    other = order.two_languages[1] if order.two_languages else bearer.language
    back = order.reading_of(bearer.audience, other)
    name = _name(bearer, order.reading)
    turned = _name(bearer, order.reading_of(order.audience.id, other))
    about, page = _about(bearer, order.reading.index)
    return Sheet(
        KIND,
        bearer.id,
        name,
        order.language,
        bearer.audience,
        _view(bearer, (name, turned), front, back, order),
        about,
        page,
        turned if turned != name else None,
    )


def _view(
    bearer: Bearer, names: tuple[str, str], front: Reading, back: Reading, order: Order
) -> WalletCard:
    person, roles = bearer.person, _roles(bearer, front.index)
    known = front.index.people.get(person.id) if person else None
    shown = _shown_roles(roles if person else (), front)
    position = known.title if known and not roles else None
    numbers, point = tuple(_numbers(front)), _assembly_point(bearer, front.index)
    under = _under(shown, front) or (position.words if position else "")
    organisation = front.edition.plan.plan.organisation.words
    foot = len(numbers) + (point is not None)
    less = max(0, foot - FOOT_ROWS) + more_in_head(names[0], organisation, under)
    return WalletCard(
        Name.of(person.name) if person else None,
        shown,
        position,
        directory(bearer, front, less, 0 if under else UNDER),
        numbers,
        point,
        first_actions(bearer, back, names[1]),
        _line(front),
        _page(bearer, front, order),
    )


def _name(bearer: Bearer, reading: Reading) -> str:
    if bearer.person:
        return bearer.person.name
    if bearer.held:
        return reading.index.roles[bearer.held[0].id].title.words
    return reading.words.say("sheet.wallet.all")


def _about(bearer: Bearer, index: Index) -> tuple[tuple[str, str] | None, Address]:
    if bearer.person:
        id_ = bearer.person.id
        return ("person", id_), person_address(index.people[id_])
    if bearer.held:
        return ("role", bearer.held[0].id), Address("roles", bearer.held[0].id)
    return None, START


def _roles(bearer: Bearer, index: Index) -> tuple[CardRole, ...]:
    every = (*((one, False) for one in bearer.held), *((one, True) for one in bearer.stands_in))
    return tuple(
        CardRole(index.roles[role.id].title, stands_in)
        for role, stands_in in every
        if role.id in index.roles
    )


def _shown_roles(roles: tuple[CardRole, ...], reading: Reading) -> CardRoles:
    """The first one, and the next ones while all fit on the line with how many more there are."""
    for count in range(len(roles), 1, -1):
        found = CardRoles(roles[:count], len(roles) - count)
        if width(_under(found, reading)) <= POSITION:
            return found
    return CardRoles(roles[:1], max(0, len(roles) - 1))


def _under(roles: CardRoles, reading: Reading) -> str:
    """The line under the bearer's name."""
    words = reading.words
    said = [
        words.say("sheet.wallet.stands_in", role=one.title.words)
        if one.stands_in
        else one.title.words
        for one in roles.shown
    ]
    if roles.more:
        said.append(words.count("sheet.wallet.more_roles", roles.more))
    return "  ·  ".join(said)


def _numbers(reading: Reading) -> Iterator[CardNumber]:
    for line in emergency_lines(reading.edition):
        yield CardNumber(line.shown, line.label)


def _assembly_point(bearer: Bearer, index: Index) -> Text | None:
    """That of the bearer's site: the person's own, the role's, the unit's, else the first one."""
    unit = index.find("unit", bearer.person.unit) if bearer.person else None
    known = (bearer.person, *bearer.held, *bearer.stands_in, unit)
    sites = [index.find("site", one.site) for one in known if one is not None]
    every: tuple[Site | None, ...] = (*sites, *index.edition.plan.sites)
    points = (main_point(site) for site in every if site is not None)
    point = next((one for one in points if one is not None), None)
    return point.name if point else None


def _line(reading: Reading) -> Qr | None:
    """The first emergency number that is not a short one, which nobody needs a code for."""
    found = (line for line in emergency_lines(reading.edition) if line.uri.startswith("tel:+"))
    line: ContactLine | None = next(found, None)
    return Qr(line.uri, line.label.words if line.label else line.shown) if line else None


def _page(bearer: Bearer, reading: Reading, order: Order) -> Qr | None:
    roles = (role.id for role in (*bearer.held, *bearer.stands_in))
    role = next((id_ for id_ in roles if id_ in reading.index.roles), None)
    address = Address("roles", role) if role else START
    if order.site_url is None:
        return None
    title = reading.index.roles[role].title if role else reading.edition.plan.plan.title
    return Qr(f"{order.site_url}{reading.edition.path}/{address.path}", title.words)
