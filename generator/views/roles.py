"""Roles: mission, holder and alternates, checklists by scenario and phase, own branch of calls."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from generator.editions import Edition
from generator.locales import Locale
from generator.model.role import Role
from generator.model.text import Name, Text
from generator.views.page import Address, Entry, Heading, Link, Page
from generator.views.parts.assignments import (
    Window,
    Work,
    card_address,
    phases_of_role,
    window,
    work,
)
from generator.views.parts.calls import OwnBranch, own_branches
from generator.views.parts.index import Index
from generator.views.parts.people import RoleCard, card_of, role_card
from generator.views.parts.search import keywords, plain


class Row(Struct, frozen=True):
    """One role in the list, with the number to tap first."""

    card: RoleCard
    mission: Text | None


class RolesView(Struct, frozen=True):
    """Crisis roles, then those of normal times."""

    crisis: tuple[Row, ...]
    normal: tuple[Row, ...]


class ScenarioWork(Struct, frozen=True):
    """What a role does in one scenario; ``card`` is its action card."""

    card: Link
    phases: tuple[tuple[Window, tuple[Work, ...]], ...]


class RoleView(Struct, frozen=True):
    """Everything about one role. ``branches`` are the call trees in which it calls somebody;
    ``called_in`` those in which it is called and calls nobody.
    """

    card: RoleCard
    mission: Text | None
    reports_to: RoleCard | None
    reported_by: tuple[Link, ...]
    site: Link | None
    place: Text | None
    duties: tuple[Text, ...]
    scenarios: tuple[ScenarioWork, ...]
    lists: tuple[Link, ...]
    branches: tuple[OwnBranch, ...]
    called_in: tuple[OwnBranch, ...]


def pages(edition: Edition, words: Locale) -> Iterator[Page]:
    """The list of roles, and a page for each."""
    if not edition.plan.roles:
        return
    index = Index(edition)
    title = words.say("kind.roles")
    rows = [(role, Row(role_card(role, index), role.mission)) for role in edition.plan.roles]
    view = RolesView(
        tuple(row for role, row in rows if role.crisis),
        tuple(row for role, row in rows if not role.crisis),
    )
    yield Page(Address("roles"), Name.of(title), "roles", view, entries=(Entry(title),))
    for role in edition.plan.roles:
        yield _page(role, index, words)


def _page(role: Role, index: Index, words: Locale) -> Page:
    view = _view(role, index)
    people = [p.link.text for p in (view.card.holder, *view.card.alternates) if p]
    return Page(
        Address("roles", role.id),
        role.title,
        "role",
        view,
        headings=tuple(_headings(view, words)),
        entries=(
            Entry(
                role.title.words,
                plain(role.mission, *role.duties, *people),
                keywords=keywords(role.keywords),
            ),
        ),
        aliases=role.aliases,
        posted=True,
        summary=plain(role.mission),
    )


def _view(role: Role, index: Index) -> RoleView:
    scenarios = tuple(_scenarios(role, index))
    branches = tuple(own_branches(role.id, index))
    in_scenarios = {w.checklist.address for s in scenarios for _, ws in s.phases for w in ws}
    own = (c for c in index.edition.plan.checklists if role.id in c.roles)
    lists = (Link(Address("checklists", c.id), c.title) for c in own)
    return RoleView(
        card=role_card(role, index),
        mission=role.mission,
        reports_to=card_of(role.reports_to, index),
        reported_by=tuple(
            Link(Address("roles", r.id), r.title)
            for r in index.edition.plan.roles
            if r.reports_to == role.id
        ),
        site=index.link("site", role.site),
        place=role.place,
        duties=role.duties,
        scenarios=scenarios,
        lists=tuple(link for link in lists if link.address not in in_scenarios),
        branches=tuple(branch for branch in branches if branch.calls),
        called_in=tuple(branch for branch in branches if not branch.calls),
    )


def _scenarios(role: Role, index: Index) -> Iterator[ScenarioWork]:
    for scenario in index.edition.plan.scenarios:
        phases = []
        for phase, assignments in phases_of_role(scenario, role.id):
            found = (work(assignment, scenario, index) for assignment in assignments)
            phases.append((window(phase), tuple(line for line in found if line)))
        if phases:
            card = Link(card_address(scenario, role.id), scenario.title)
            yield ScenarioWork(card, tuple(phases))


def _headings(view: RoleView, words: Locale) -> Iterator[Heading]:
    sections = (
        ("do", view.scenarios),
        ("lists", view.lists),
        ("people", True),
        ("branch", view.branches or view.called_in),
        ("duties", view.duties),
    )
    for id_, content in sections:
        if content:
            yield Heading(id_, words.say(f"role.{id_}"))
