"""Scenarios: safety first, how to recognise it, how serious, who does what, how it ends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from generator.editions import Edition
from generator.locales import Locale
from generator.model.duration import Duration
from generator.model.level import Match
from generator.model.scenario import MeasureFor, Scenario, TemporaryMeasure, Variant
from generator.model.text import Name, Text
from generator.views.page import Address, Entry, Heading, Link, Page
from generator.views.parts.assignments import (
    Window,
    Work,
    card_address,
    role_ids,
    window,
    work,
)
from generator.views.parts.index import Index
from generator.views.parts.search import keywords, plain
from generator.views.parts.severity import LevelCard, level_cards
from generator.views.parts.steps import StepGroup, step_entries, step_groups


class Row(Struct, frozen=True):
    """One scenario in the list of scenarios."""

    link: Link
    icon: str
    summary: Text | None


class PhaseView(Struct, frozen=True):
    """A phase with its work."""

    window: Window
    work: tuple[Work, ...]


class MessageRow(Struct, frozen=True):
    """A message with its deadline."""

    link: Link
    to: Text | None
    deadline: Duration | None


class MeasureRow(Struct, frozen=True):
    """A temporary measure."""

    title: Text
    details: Text | None
    owner: Link | None
    ends_when: Text | None


class Occurrence(Struct, frozen=True):
    """A time when the scenario was activated."""

    link: Link
    begins: date
    ends: date | None


class ScenarioView(Struct, frozen=True):
    """Everything about one scenario, in the order in which it is needed."""

    icon: str
    summary: Text | None
    safety: tuple[StepGroup, ...]
    cards: tuple[Link, ...]
    recognise: tuple[Text, ...]
    triggers: tuple[Text, ...]
    all_triggers: bool
    levels: tuple[LevelCard, ...]
    variants: tuple[Variant, ...]
    phases: tuple[PhaseView, ...]
    call_trees: tuple[Link, ...]
    messages: tuple[MessageRow, ...]
    staff_measures: tuple[MeasureRow, ...]
    customer_measures: tuple[MeasureRow, ...]
    end_criteria: tuple[Text, ...]
    end_declared_by: tuple[Link, ...]
    end_steps: tuple[StepGroup, ...]
    causes: tuple[Text, ...]
    sites: tuple[Link, ...]
    suppliers: tuple[Link, ...]
    authorities: tuple[Link, ...]
    occurrences: tuple[Occurrence, ...]


def pages(edition: Edition, words: Locale) -> Iterator[Page]:
    """The list of scenarios, and a page for each."""
    scenarios = edition.plan.scenarios
    if not scenarios:
        return
    index = Index(edition)
    title = words.say("kind.scenarios")
    rows = tuple(
        Row(Link(Address("scenarios", s.id), s.title), s.icon.value, s.summary) for s in scenarios
    )
    yield Page(Address("scenarios"), Name.of(title), "scenarios", rows, entries=(Entry(title),))
    for scenario in scenarios:
        yield _page(scenario, index, words)


def _page(scenario: Scenario, index: Index, words: Locale) -> Page:
    view = _view(scenario, index)
    text = plain(scenario.summary, *scenario.recognise, *scenario.causes)
    # Why signs: what somebody sees or smells leads to the scenario before any page that names it.
    sought = keywords((*scenario.keywords, *scenario.recognise))
    return Page(
        Address("scenarios", scenario.id),
        scenario.title,
        "scenario",
        view,
        headings=tuple(_headings(view, words)),
        entries=(
            Entry(scenario.title.words, text, keywords=sought),
            *step_entries(view.safety, words),
        ),
        aliases=scenario.aliases,
        posted=True,
        summary=plain(scenario.summary),
    )


def _view(scenario: Scenario, index: Index) -> ScenarioView:
    down = scenario.stand_down
    scope = f"scenario/{scenario.id}"
    return ScenarioView(
        icon=scenario.icon.value,
        summary=scenario.summary,
        safety=step_groups(scenario.safety, index, f"{scope}/safety", "safety-"),
        cards=tuple(_cards(scenario, index)),
        recognise=scenario.recognise,
        triggers=scenario.triggers.conditions,
        all_triggers=scenario.triggers.match is Match.ALL,
        levels=_levels(scenario, index),
        variants=scenario.variants,
        phases=_phases(scenario, index),
        call_trees=index.links("call-tree", scenario.call_trees),
        messages=tuple(_messages(scenario, index)),
        staff_measures=tuple(_measures(scenario, MeasureFor.STAFF, index)),
        customer_measures=tuple(_measures(scenario, MeasureFor.CUSTOMERS, index)),
        end_criteria=down.criteria,
        end_declared_by=index.links("role", down.declared_by),
        end_steps=step_groups(down.steps, index, f"{scope}/end", "end-"),
        causes=scenario.causes,
        sites=index.links("site", scenario.sites),
        suppliers=index.links("supplier", scenario.suppliers),
        authorities=index.links("authority", scenario.authorities),
        occurrences=tuple(_occurrences(scenario, index)),
    )


def _cards(scenario: Scenario, index: Index) -> Iterator[Link]:
    for role in role_ids(scenario):
        if role in index.roles:
            yield Link(card_address(scenario, role), index.roles[role].title)


def _levels(scenario: Scenario, index: Index) -> tuple[LevelCard, ...]:
    criteria = [index.find("criterion", id_) for id_ in scenario.criteria]
    cards = level_cards([criterion for criterion in criteria if criterion], index)
    return tuple(card for card in cards if card.criteria)


def _phases(scenario: Scenario, index: Index) -> tuple[PhaseView, ...]:
    """The phases; none at all where this reader has no work in any of them."""
    phases = []
    for phase in scenario.phases:
        found = (work(assignment, scenario, index) for assignment in phase.checklists)
        phases.append(PhaseView(window(phase), tuple(line for line in found if line)))
    return tuple(phases) if any(phase.work for phase in phases) else ()


def _messages(scenario: Scenario, index: Index) -> Iterator[MessageRow]:
    for id_ in scenario.messages:
        message = index.find("message", id_)
        if message is not None:
            link = Link(Address("messages", message.id), message.title)
            yield MessageRow(link, message.to, message.deadline)


def _measures(scenario: Scenario, group: MeasureFor, index: Index) -> Iterator[MeasureRow]:
    for measure in scenario.measures:
        if measure.concerns is group:
            yield _measure(measure, index)


def _measure(measure: TemporaryMeasure, index: Index) -> MeasureRow:
    owner = index.link("role", measure.owner)
    return MeasureRow(measure.title, measure.details, owner, measure.ends_when)


def _occurrences(scenario: Scenario, index: Index) -> Iterator[Occurrence]:
    for activation in index.edition.plan.activations:
        if activation.scenario == scenario.id:
            link = Link(Address("history"), activation.title, activation.id)
            yield Occurrence(link, activation.begins, activation.ends)


def _headings(view: ScenarioView, words: Locale) -> Iterator[Heading]:
    sections = (
        ("safety", view.safety),
        ("roles", view.cards),
        ("recognise", view.recognise or view.triggers or view.variants),
        ("serious", view.levels),
        ("phases", view.phases),
        ("call", view.call_trees or view.suppliers or view.authorities),
        ("say", view.messages),
        ("measures", view.staff_measures or view.customer_measures),
        ("end", view.end_criteria or view.end_steps),
        ("background", view.causes or view.sites or view.occurrences),
    )
    for id_, content in sections:
        if content:
            yield Heading(id_, words.say(f"scenario.{id_}"))
