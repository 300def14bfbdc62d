"""The things of an edition by kind and id, and the pages they have."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from msgspec import Struct

from generator.editions import Edition
from generator.model.call_tree import CallTree
from generator.model.checklist import Block, Checklist
from generator.model.kinds import by_id
from generator.model.person import Person
from generator.model.role import Role
from generator.model.scenario import Scenario
from generator.views.page import Address, Link
from generator.views.parts.contact import named

FOLDERS = {
    "scenario": "scenarios",
    "role": "roles",
    "call-tree": "calls",
    "site": "sites",
    "supplier": "suppliers",
    "message": "messages",
    "checklist": "checklists",
    "plan": "plans",
    "exercise": "exercises",
    "activity": "activities",
    "system": "systems",
}
"""Kinds with a page of their own, and its folder."""

SECTIONS = {
    "product": "activities",
    "customer": "activities",
    "machine": "systems",
    "risk": "risks",
    "gap": "risks",
    "measure": "risks",
    "duty": "duties",
    "review": "exercises",
    "assessment": "exercises",
    "campaign": "awareness",
    "resource": "resources",
    "attachment": "resources",
}
"""Kinds whose things are sections of a list, with the anchor ``<kind>-<id>``, and its folder."""

EVERYONE = "everyone"
"""The group page of people who belong to no unit; no unit may have this id."""


class Index(Struct, frozen=True, dict=True):
    """Look things of one edition up by id."""

    edition: Edition

    def find(self, kind: str, id_: str | None) -> Any:
        """The thing of a kind with an id, or None."""
        return self._kinds(kind).get(id_) if id_ else None

    def _kinds(self, kind: str) -> dict[str, Any]:
        if kind not in self._known:
            self._known[kind] = by_id(self.edition.plan, kind)
        return self._known[kind]

    @cached_property
    def _known(self) -> dict[str, dict[str, Any]]:
        return {}

    @cached_property
    def roles(self) -> dict[str, Role]:
        """Roles by id."""
        return self._kinds("role")

    @cached_property
    def people(self) -> dict[str, Person]:
        """People by id."""
        return self._kinds("person")

    @cached_property
    def checklists(self) -> dict[str, Checklist]:
        """Checklists by id."""
        return self._kinds("checklist")

    @cached_property
    def blocks(self) -> dict[str, Block]:
        """Blocks by id."""
        return self._kinds("block")

    @cached_property
    def scenarios(self) -> dict[str, Scenario]:
        """Scenarios by id."""
        return self._kinds("scenario")

    @cached_property
    def call_trees(self) -> dict[str, CallTree]:
        """Call trees by id."""
        return self._kinds("call-tree")

    @cached_property
    def made(self) -> dict[tuple[str, ...], Any]:
        """Parts of pages that stand on many of them: each is made once."""
        return {}

    @cached_property
    def calling(self) -> dict[str, list[CallTree]]:
        """The call trees that a role or person starts or stands in, by their id."""
        found: dict[str, list[CallTree]] = {}
        for tree in self.edition.plan.call_trees:
            for who in {tree.initiator, *(node.who for node in tree.nodes)} - {None}:
                found.setdefault(str(who), []).append(tree)
        return found

    def link(self, kind: str, id_: str | None) -> Link | None:
        """The link to a thing's page, named as the thing is; None if there is no such thing."""
        key = (kind, id_)
        if key not in self._links:
            self._links[key] = self._link(kind, id_)
        return self._links[key]

    @cached_property
    def _links(self) -> dict[tuple[str, str | None], Link | None]:
        return {}

    def _link(self, kind: str, id_: str | None) -> Link | None:
        thing = self.find(kind, id_)
        if thing is None:
            return None
        if kind == "person":
            return person_link(thing)
        if kind == "unit":
            return Link(Address("contacts", thing.id), thing.name)
        if kind == "authority":
            return Link(Address("suppliers"), thing.name, f"authority-{thing.id}")
        if kind in ("level", "criterion"):
            return Link(Address("levels"), thing.title, f"{kind}-{thing.id}")
        text = thing.title if hasattr(thing, "title") else thing.name
        if kind in SECTIONS:
            return Link(Address(SECTIONS[kind]), text, f"{kind}-{thing.id}")
        return Link(Address(FOLDERS[kind], thing.id), text)

    def any_link(self, kinds: tuple[str, ...], id_: str | None) -> Link | None:
        """The link to the thing of the first of these kinds that has one with this id."""
        return next((link for kind in kinds if (link := self.link(kind, id_))), None)

    def any_links(self, kinds: tuple[str, ...], ids: tuple[str, ...]) -> tuple[Link, ...]:
        """As ``any_link`` for several ids; those that nothing has are passed over."""
        return tuple(link for id_ in ids if (link := self.any_link(kinds, id_)))

    def owner(self, id_: str | None) -> Link | None:
        """The link to an owner: a role or a person."""
        return self.any_link(("role", "person"), id_)

    def links(self, kind: str, ids: tuple[str, ...]) -> tuple[Link, ...]:
        """Links to several things of a kind; ids that nothing has are passed over."""
        return tuple(link for id_ in ids if (link := self.link(kind, id_)))


def person_address(person: Person) -> Address:
    """The page that shows a person: that of the unit."""
    return Address("contacts", person.unit or EVERYONE)


def person_link(person: Person) -> Link:
    """The link to a person's place on the unit's page."""
    return Link(person_address(person), named(person.name), person.id)
