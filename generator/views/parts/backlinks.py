"""What points at a thing: the other way round than the plan writes it.

Each list is worked out once for an edition, so that a page costs the same in a large plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from msgspec import Struct

from generator.views.page import Address, Link
from generator.views.parts.index import Index, person_link

Links = Mapping[str, tuple[Link, ...]]
"""For each id the things that point at it, in the plan's order; without any, no key."""


class Backlinks(Struct, frozen=True, dict=True):
    """The backlinks of one edition."""

    index: Index

    @cached_property
    def scenarios_of_sites(self) -> Links:
        """The scenarios that may hit a site."""
        scenarios = self.index.edition.plan.scenarios
        return self._links("scenario", ((id_, s.id) for s in scenarios for id_ in s.sites))

    @cached_property
    def scenarios_of_suppliers(self) -> Links:
        """The scenarios in which a supplier helps."""
        scenarios = self.index.edition.plan.scenarios
        return self._links("scenario", ((id_, s.id) for s in scenarios for id_ in s.suppliers))

    @cached_property
    def scenarios_of_messages(self) -> Links:
        """The scenarios that use a message."""
        scenarios = self.index.edition.plan.scenarios
        return self._links("scenario", ((id_, s.id) for s in scenarios for id_ in s.messages))

    @cached_property
    def roles_of_sites(self) -> Links:
        """The roles that work from a site."""
        roles = self.index.edition.plan.roles
        return self._links("role", ((role.site, role.id) for role in roles))

    @cached_property
    def sites_of_alternates(self) -> Links:
        """The sites that a site stands in for."""
        sites = self.index.edition.plan.sites
        return self._links("site", ((id_, site.id) for site in sites for id_ in site.alternates))

    @cached_property
    def units_of_sites(self) -> Links:
        """The units that usually work at a site."""
        units = self.index.edition.plan.units
        return _grouped((u.site, Link(Address("contacts", u.id), u.name)) for u in units)

    @cached_property
    def units_of_units(self) -> Links:
        """The units that a unit consists of."""
        units = self.index.edition.plan.units
        return _grouped((u.parent, Link(Address("contacts", u.id), u.name)) for u in units)

    @cached_property
    def people_of_sites(self) -> Links:
        """The people who usually work at a site."""
        people = self.index.edition.plan.people
        return _grouped((person.site, person_link(person)) for person in people)

    def _links(self, kind: str, pairs: Iterable[tuple[str | None, str]]) -> Links:
        return _grouped((target, self.index.link(kind, id_)) for target, id_ in pairs)


def _grouped(pairs: Iterable[tuple[str | None, Link | None]]) -> Links:
    found: dict[str, dict[Link, None]] = {}
    for target, link in pairs:
        if target and link:
            found.setdefault(target, {})[link] = None
    return {target: tuple(links) for target, links in found.items()}
