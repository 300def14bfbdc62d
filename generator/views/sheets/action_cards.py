"""Action cards: what one role does in one scenario, each on one page (HICS job action sheets).

A card has room for ten lines of steps. Where a role has more in a scenario, it gets a card for each
phase; where it has more in a phase, cards that are numbered, cut between checklists and, if one of
those is longer, at its pause points.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from generator.model.call_tree import TreeKind
from generator.model.checklist import Style
from generator.model.duration import Duration
from generator.model.phase import Assignment, Phase
from generator.model.role import Role
from generator.model.scenario import Scenario
from generator.model.text import Text
from generator.views.page import Address
from generator.views.parts.assignments import card_address, cards, phases_of_role
from generator.views.parts.calls import Callee, own_branches
from generator.views.parts.index import Index
from generator.views.parts.people import role_card
from generator.views.parts.short_code import short_code
from generator.views.parts.steps import step_groups
from generator.views.sheets.card_steps import CardGroup, CardStep, Told, card_groups, lines
from generator.views.sheets.sheet import Order, Qr, Sheet

KIND = "action-card"

MOST = 10
"""Lines of steps on one card: what a page holds at 12 pt with the lines to write on."""


class CardList(Struct, frozen=True):
    """A checklist, or the part of it that stands on this card; ``begun`` on an earlier one."""

    title: Text
    style: Style
    variants: tuple[Text, ...]
    groups: tuple[CardGroup, ...]
    begun: bool = False


class CardPhase(Struct, frozen=True):
    """A phase with what is done in it; ``begins`` is None for one that begins at once."""

    id: str
    title: Text
    begins: Duration | None
    ends: Duration | None
    goal: Text | None
    lists: tuple[CardList, ...]


class CardBranch(Struct, frozen=True):
    """Whom this role calls in a call tree, in order."""

    title: Text
    calls: tuple[Told, ...]


class Part(Struct, frozen=True):
    """Which of a role's cards in a scenario it is, from 1."""

    n: int
    all: int


class ActionCard(Struct, frozen=True):
    """Everything that stands on a card. ``safety`` stands on a role's first card in a scenario,
    as does ``branch``: they are needed before all else. ``typed`` finds ``page`` in the app."""

    role: Text
    scenario: Text
    part: Part
    mission: Text | None
    reports_to: Told | None
    place: tuple[Text, ...]
    contact: str
    safety: tuple[CardStep, ...]
    steps: tuple[CardPhase, ...]
    branch: tuple[CardBranch, ...]
    page: Qr | None
    typed: str


def sheets(order: Order) -> Iterator[Sheet]:
    """The cards of every role in every scenario in which it has work."""
    for scenario, role in cards(order.reading.index):
        yield from _sheets(scenario, order.reading.index.roles[role], order)


def _sheets(scenario: Scenario, role: Role, order: Order) -> Iterator[Sheet]:
    reading = order.reading
    address = card_address(scenario, role.id)
    phases = tuple(_phases(scenario, role, reading.index))
    found = tuple(_cut(phases)) if phases else ()
    for n, (suffix, phases) in enumerate(found, 1):
        view = _view(scenario, role, phases, Part(n, len(found)), address, order)
        title = f"{role.title.words} – {scenario.title.words}"
        if len(phases) == 1 and suffix:
            title = f"{title} – {phases[0].title.words}"
        yield Sheet(
            KIND,
            f"{address.id}{suffix}",
            title,
            order.language,
            order.audience.id,
            view,
            about=("role", role.id),
            page=address,
        )


def _view(
    scenario: Scenario,
    role: Role,
    phases: tuple[CardPhase, ...],
    part: Part,
    address: Address,
    order: Order,
) -> ActionCard:
    index = order.reading.index
    first = part.n == 1
    url = order.page_url(address)
    site = index.link("site", role.site)
    own = role_card(role, index).first
    return ActionCard(
        role=role.title,
        scenario=scenario.title,
        part=part,
        mission=role.mission,
        reports_to=_superior(role, index),
        place=tuple(one for one in (role.place, site.text if site else None) if one),
        contact=own.shown if own else "",
        safety=_safety(scenario, index) if first else (),
        steps=phases,
        branch=tuple(_branches(scenario, role, index)) if first else (),
        page=Qr(url, order.reading.words.say("sheet.card.scan")) if url else None,
        typed=short_code(address),
    )


def _superior(role: Role, index: Index) -> Told | None:
    if role.reports_to not in index.roles:
        return None
    card = role_card(index.roles[role.reports_to], index)
    return Told(card.link.text, card.first.shown if card.first else "")


def _safety(scenario: Scenario, index: Index) -> tuple[CardStep, ...]:
    groups = step_groups(scenario.safety, index, f"scenario/{scenario.id}/safety", "safety-")
    return tuple(step for group in card_groups(groups) for step in group.steps)


def _branches(scenario: Scenario, role: Role, index: Index) -> Iterator[CardBranch]:
    """Only trees in which this role calls one after the other: an alert needs no numbers."""
    for branch in own_branches(role.id, index):
        used = branch.tree.address.id in scenario.call_trees
        if used and branch.calls and branch.kind is not TreeKind.SIMULTANEOUS:
            yield CardBranch(branch.tree.text, tuple(map(_called, branch.calls)))


def _called(one: Callee) -> Told:
    return Told(one.link.text, one.number.shown if one.number else "")


def _phases(scenario: Scenario, role: Role, index: Index) -> Iterator[CardPhase]:
    for phase, assignments in phases_of_role(scenario, role.id):
        found = _phase(phase, assignments, scenario, index)
        if found.lists:
            yield found


def _phase(
    phase: Phase, assignments: Iterable[Assignment], scenario: Scenario, index: Index
) -> CardPhase:
    titles = {variant.id: variant.title for variant in scenario.variants}
    lists = []
    for one in assignments:
        checklist = index.checklists.get(one.checklist)
        if checklist is not None:
            scope = f"checklist/{checklist.id}"
            groups = step_groups(checklist.steps, index, scope, f"{checklist.id}--")
            only = tuple(titles[id_] for id_ in one.variants if id_ in titles)
            own = card_groups(groups, index.link("role", one.role))
            lists.append(CardList(checklist.title, checklist.style, only, own))
    begins = phase.begins if phase.begins and phase.begins.seconds else None
    return CardPhase(phase.id, phase.title, begins, phase.ends, phase.goal, tuple(lists))


def _cut(phases: tuple[CardPhase, ...]) -> Iterator[tuple[str, tuple[CardPhase, ...]]]:
    """The cards that the phases need, each with the end of its id."""
    if sum(map(_lines, phases)) <= MOST:
        yield "", phases
        return
    for phase in phases:
        for n, lists in enumerate(_packed(phase.lists), 1):
            suffix = f"--{phase.id}" + (f"--{n}" if n > 1 else "")
            yield suffix, (replace(phase, lists=lists),)


def _lines(phase: CardPhase) -> int:
    return sum(lines(one.groups) for one in phase.lists)


def _packed(lists: Iterable[CardList]) -> Iterator[tuple[CardList, ...]]:
    """Lists, or their parts, as many to a card as it has room for."""
    card: tuple[CardList, ...] = ()
    for one in (part for whole in lists for part in _parts(whole)):
        if card and sum(lines(other.groups) for other in (*card, one)) > MOST:
            yield card
            card = ()
        card = (*card, one)
    yield card


def _parts(whole: CardList) -> Iterator[CardList]:
    """A list that is too long for a card is cut at its pause points."""
    if lines(whole.groups) <= MOST:
        yield whole
        return
    part: tuple[CardGroup, ...] = ()
    begun = False
    for group in whole.groups:
        if part and lines((*part, group)) > MOST:
            yield replace(whole, groups=part, begun=begun)
            part, begun = (), True
        part = (*part, group)
    yield replace(whole, groups=part, begun=begun)
