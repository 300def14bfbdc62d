"""Who carries a wallet card, what that reader may see on it, and in which language.

A person's card is projected at the most closed audience that one of their roles ``reads:``,
whichever edition prints it. Whoever has no such role reads what everybody may: the plan's default
audience, but never the most closed of several, and never more than the edition that is printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from generator.editions import audiences
from generator.model.person import Person
from generator.model.role import Role
from generator.views.sheets.sheet import Order


class Bearer(Struct, frozen=True):
    """Whom a card is for: a person, a role, or, with neither, all staff.

    ``held`` and ``stands_in`` are the roles of the person (of a role's card the role itself), in
    the plan's order. All are things of the whole plan: what is printed of them is looked up in the
    plan as the reader sees it. ``audience`` is what its reader may see; ``language`` the card's.
    """

    id: str
    person: Person | None
    held: tuple[Role, ...]
    stands_in: tuple[Role, ...]
    audience: str
    language: str

    @property
    def names(self) -> tuple[tuple[str, bool], ...]:
        """By which ids a call tree knows the bearer, and whether as a stand-in; own ones first."""
        own = [self.person.id] if self.person else []
        own += [role.id for role in self.held]
        return (*((id_, False) for id_ in own), *((role.id, True) for role in self.stands_in))


def bearers(order: Order) -> Iterator[Bearer]:
    """One for all staff, one for each role, one for each person who is still there.

    With two languages on the two sides everybody has them; else a person is in the run of their
    own language only, so that nobody gets two cards.
    """
    if order.two_languages and order.language != order.two_languages[0]:
        return
    known = order.reading.index
    yield Bearer("general", None, (), (), reading_audience(order, ()), order.language)
    for role in order.plan.roles:
        if role.id in known.roles:
            audience = reading_audience(order, (role,))
            yield Bearer(f"role-{role.id}", None, (role,), (), audience, order.language)
    held, stands_in = _roles_by_person(order.plan.roles)
    for person in order.plan.people:
        if person.id in known.people and not _gone(person, order) and _in_this_run(person, order):
            roles = tuple(held.get(person.id, ())), tuple(stands_in.get(person.id, ()))
            audience = reading_audience(order, (*roles[0], *roles[1]))
            yield Bearer(f"person-{person.id}", person, *roles, audience, order.language)


def _in_this_run(person: Person, order: Order) -> bool:
    language = card_language(person, order.plan.plan.languages)
    return order.two_languages is not None or language == order.language


def reading_audience(order: Order, roles: Iterable[Role]) -> str:
    """The audience at which the card of somebody with these roles is projected."""
    ranks = {one.id: rank for rank, one in enumerate(audiences(order.plan))}
    named = [role.reads for role in roles if role.reads in ranks]
    if named:
        return max((one for one in named if one), key=ranks.__getitem__)
    default = order.plan.plan.default_audience
    common = ranks.get(default, 0) if default else 0
    if common == len(ranks) - 1:
        common = 0
    return min((order.audience.id, tuple(ranks)[common]), key=ranks.__getitem__)


def card_language(person: Person, known: tuple[str, ...]) -> str:
    """The first language of the person's that the plan is written in, else the plan's first."""
    for tag in person.languages:
        for candidate in (tag, tag.partition("-")[0]):
            if candidate in known:
                return candidate
    return known[0]


def _gone(person: Person, order: Order) -> bool:
    return person.left is not None and person.left <= order.as_of


def _roles_by_person(
    roles: Iterable[Role],
) -> tuple[dict[str, list[Role]], dict[str, list[Role]]]:
    held: dict[str, list[Role]] = {}
    stands_in: dict[str, list[Role]] = {}
    for role in roles:
        if role.holder:
            held.setdefault(role.holder, []).append(role)
        for alternate in role.alternates:
            if alternate != role.holder:
                stands_in.setdefault(alternate, []).append(role)
    return held, stands_in
