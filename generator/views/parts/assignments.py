"""Who works which checklist when: a scenario's phases, seen by role."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from generator.model.duration import Duration
from generator.model.phase import Assignment, Phase
from generator.model.scenario import Scenario
from generator.model.text import Text
from generator.views.page import Address, Link
from generator.views.parts.index import Index


class Window(Struct, frozen=True):
    """A phase's title and its time window from the start."""

    id: str
    title: Text
    begins: Duration | None
    ends: Duration | None
    goal: Text | None


class Work(Struct, frozen=True):
    """One checklist in a phase; without a role everyone works it."""

    role: Link | None
    checklist: Link
    variants: tuple[Text, ...]


def window(phase: Phase) -> Window:
    """A phase without its work."""
    return Window(phase.id, phase.title, phase.begins, phase.ends, phase.goal)


def work(assignment: Assignment, scenario: Scenario, index: Index) -> Work | None:
    """One line of a phase; None if this reader may not see the checklist."""
    checklist = index.link("checklist", assignment.checklist)
    if checklist is None:
        return None
    titles = {variant.id: variant.title for variant in scenario.variants}
    return Work(
        index.link("role", assignment.role),
        checklist,
        tuple(titles[id_] for id_ in assignment.variants if id_ in titles),
    )


def role_ids(scenario: Scenario) -> tuple[str, ...]:
    """The roles that have work in a scenario, in the order in which they come."""
    found = (a.role for phase in scenario.phases for a in phase.checklists if a.role)
    return tuple(dict.fromkeys(found))


def card_address(scenario: Scenario, role: str) -> Address:
    """The page of a role's action card in a scenario."""
    return Address("cards", f"{scenario.id}--{role}")


def cards(index: Index) -> Iterator[tuple[Scenario, str]]:
    """Every scenario with every role that has work in it and that this reader may see."""
    for scenario in index.edition.plan.scenarios:
        for role in role_ids(scenario):
            if role in index.roles:
                yield scenario, role


def phases_of_role(scenario: Scenario, role: str) -> Iterator[tuple[Phase, tuple[Assignment, ...]]]:
    """The phases in which a role has work, with that work."""
    for phase in scenario.phases:
        found = tuple(a for a in phase.checklists if a.role == role)
        if found:
            yield phase, found
