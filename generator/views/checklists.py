"""Checklists: steps for one role at one moment."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from generator.editions import Edition
from generator.locales import Locale
from generator.model.checklist import Checklist, Style
from generator.model.text import Name, Text
from generator.views.page import Address, Entry, Link, Page
from generator.views.parts.index import Index
from generator.views.parts.search import keywords, plain
from generator.views.parts.steps import StepGroup, step_count, step_entries, step_groups


class ListGroup(Struct, frozen=True):
    """The checklists of one scenario; those that no scenario uses come without one."""

    scenario: Link | None
    lists: tuple[Link, ...]


class ChecklistView(Struct, frozen=True):
    """One checklist; ``used_in`` are the scenarios that it belongs to."""

    style: Style
    purpose: Text | None
    roles: tuple[Link, ...]
    used_in: tuple[Link, ...]
    groups: tuple[StepGroup, ...]
    count: int


def pages(edition: Edition, words: Locale) -> Iterator[Page]:
    """The list of checklists, and a page for each."""
    if not edition.plan.checklists:
        return
    index = Index(edition)
    uses = _uses(index)
    title = words.say("kind.checklists")
    view = tuple(_groups(index, uses))
    yield Page(Address("checklists"), Name.of(title), "checklists", view, entries=(Entry(title),))
    for checklist in edition.plan.checklists:
        yield _page(checklist, uses.get(checklist.id, {}), index, words)


def _uses(index: Index) -> dict[str, dict[str, set[str]]]:
    """Checklist → scenario → roles that work it there."""
    uses: dict[str, dict[str, set[str]]] = {}
    for scenario in index.edition.plan.scenarios:
        for phase in scenario.phases:
            for a in phase.checklists:
                roles = uses.setdefault(a.checklist, {}).setdefault(scenario.id, set())
                roles.update([a.role] if a.role else [])
    return uses


def _groups(index: Index, uses: dict[str, dict[str, set[str]]]) -> Iterator[ListGroup]:
    plan = index.edition.plan
    for scenario in plan.scenarios:
        own = tuple(_link(c) for c in plan.checklists if scenario.id in uses.get(c.id, {}))
        if own:
            yield ListGroup(Link(Address("scenarios", scenario.id), scenario.title), own)
    rest = tuple(_link(c) for c in plan.checklists if c.id not in uses)
    if rest:
        yield ListGroup(None, rest)


def _link(checklist: Checklist) -> Link:
    return Link(Address("checklists", checklist.id), checklist.title)


def _page(checklist: Checklist, uses: dict[str, set[str]], index: Index, words: Locale) -> Page:
    groups = step_groups(checklist.steps, index, f"checklist/{checklist.id}")
    roles = (*checklist.roles, *(r for found in uses.values() for r in sorted(found)))
    view = ChecklistView(
        checklist.style,
        checklist.purpose,
        index.links("role", tuple(dict.fromkeys(roles))),
        index.links("scenario", tuple(uses)),
        groups,
        step_count(groups),
    )
    return Page(
        Address("checklists", checklist.id),
        checklist.title,
        "checklist",
        view,
        entries=(
            Entry(
                checklist.title.words,
                plain(checklist.purpose, *(role.text for role in view.roles)),
                keywords=keywords(checklist.keywords),
            ),
            *step_entries(groups, words),
        ),
        aliases=checklist.aliases,
        posted=True,
        summary=plain(checklist.purpose),
    )
