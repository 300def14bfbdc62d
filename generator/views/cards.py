"""Action cards: one role in one scenario, on one page; what a code on a door or card opens."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from generator.editions import Edition
from generator.locales import Locale
from generator.model.checklist import Checklist, Style
from generator.model.phase import Assignment, Phase
from generator.model.role import Role
from generator.model.scenario import Scenario
from generator.model.text import Name, Text
from generator.views.page import Address, Entry, Heading, Link, Page
from generator.views.parts.assignments import (
    Window,
    card_address,
    cards,
    phases_of_role,
    window,
)
from generator.views.parts.calls import OwnBranch, own_branches
from generator.views.parts.index import Index
from generator.views.parts.people import RoleCard, card_of, role_card
from generator.views.parts.search import keywords, plain
from generator.views.parts.steps import StepGroup, step_count, step_groups


class CardList(Struct, frozen=True):
    """One checklist on a card, with all its steps."""

    link: Link
    style: Style
    purpose: Text | None
    variants: tuple[Text, ...]
    groups: tuple[StepGroup, ...]
    count: int


class CardPhase(Struct, frozen=True):
    """A phase on a card."""

    window: Window
    lists: tuple[CardList, ...]


class CardView(Struct, frozen=True):
    """An action card after HICS job action sheets."""

    scenario: Link
    icon: str
    role: RoleCard
    mission: Text | None
    reports_to: RoleCard | None
    site: Link | None
    place: Text | None
    safety: tuple[StepGroup, ...]
    phases: tuple[CardPhase, ...]
    branches: tuple[OwnBranch, ...]


class CardGroup(Struct, frozen=True):
    """One scenario's cards, in the list of cards."""

    scenario: Link
    icon: str
    cards: tuple[Link, ...]


def pages(edition: Edition, words: Locale) -> Iterator[Page]:
    """The list of action cards, and a page for each."""
    index = Index(edition)
    found = list(cards(index))
    if not found:
        return
    title = words.say("kind.cards")
    view = tuple(_groups(found, index))
    yield Page(Address("cards"), Name.of(title), "cards", view, entries=(Entry(title),))
    for scenario, role in found:
        yield _page(scenario, index.roles[role], index, words)


def _groups(found: list[tuple[Scenario, str]], index: Index) -> Iterator[CardGroup]:
    for scenario in dict.fromkeys(scenario.id for scenario, _ in found):
        thing = index.scenarios[scenario]
        yield CardGroup(
            Link(Address("scenarios", scenario), thing.title),
            thing.icon.value,
            tuple(
                Link(card_address(s, role), index.roles[role].title)
                for s, role in found
                if s.id == scenario
            ),
        )


def _page(scenario: Scenario, role: Role, index: Index, words: Locale) -> Page:
    view = _view(scenario, role, index)
    title = f"{role.title.words} – {scenario.title.words}"
    return Page(
        card_address(scenario, role.id),
        Name.of(title),
        "card",
        view,
        headings=tuple(_headings(view, words)),
        entries=(
            Entry(
                title,
                plain(*(phase.window.title for phase in view.phases)),
                keywords=keywords((*role.keywords, *scenario.keywords)),
            ),
        ),
        aliases=_aliases(scenario, role),
        posted=True,
        summary=plain(role.mission),
    )


def _aliases(scenario: Scenario, role: Role) -> tuple[str, ...]:
    """Former addresses: either part may have had another id."""
    pairs = (
        f"{one}--{other}"
        for one in (scenario.id, *scenario.aliases)
        for other in (role.id, *role.aliases)
    )
    return tuple(pairs)[1:]


def _view(scenario: Scenario, role: Role, index: Index) -> CardView:
    return CardView(
        scenario=Link(Address("scenarios", scenario.id), scenario.title),
        icon=scenario.icon.value,
        role=role_card(role, index),
        mission=role.mission,
        reports_to=card_of(role.reports_to, index),
        site=index.link("site", role.site),
        place=role.place,
        safety=step_groups(scenario.safety, index, f"scenario/{scenario.id}/safety", "safety-"),
        phases=tuple(
            _phase(phase, assignments, scenario, index)
            for phase, assignments in phases_of_role(scenario, role.id)
        ),
        branches=tuple(_branches(scenario, role, index)),
    )


def _branches(scenario: Scenario, role: Role, index: Index) -> Iterator[OwnBranch]:
    for branch in own_branches(role.id, index):
        if branch.tree.address.id in scenario.call_trees and branch.calls:
            yield branch


def _phase(
    phase: Phase, assignments: tuple[Assignment, ...], scenario: Scenario, index: Index
) -> CardPhase:
    titles = {variant.id: variant.title for variant in scenario.variants}
    lists = []
    for assignment in assignments:
        checklist = index.checklists.get(assignment.checklist)
        if checklist is not None:
            variants = tuple(titles[id_] for id_ in assignment.variants if id_ in titles)
            lists.append(_list(checklist, variants, index))
    return CardPhase(window(phase), tuple(lists))


def _list(checklist: Checklist, variants: tuple[Text, ...], index: Index) -> CardList:
    groups = step_groups(checklist.steps, index, f"checklist/{checklist.id}", f"{checklist.id}--")
    return CardList(
        Link(Address("checklists", checklist.id), checklist.title),
        checklist.style,
        checklist.purpose,
        variants,
        groups,
        step_count(groups),
    )


def _headings(view: CardView, words: Locale) -> Iterator[Heading]:
    if view.safety:
        yield Heading("safety", words.say("scenario.safety"))
    for phase in view.phases:
        yield Heading(f"phase-{phase.window.id}", phase.window.title.words)
    if view.branches:
        yield Heading("branch", words.say("role.branch"))
    yield Heading("role", words.say("card.role"))
