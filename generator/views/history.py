"""History: when a scenario was activated, by what, how long it lasted, what was learned."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from generator.editions import Edition
from generator.locales import Locale
from generator.model.scenario import Activation
from generator.model.span import Span
from generator.model.text import Name, Text
from generator.views.page import Address, Entry, Heading, Link, Page
from generator.views.parts.index import Index
from generator.views.parts.search import plain


class Occurrence(Struct, frozen=True):
    """One activation. ``lasted`` is None as long as it lasts."""

    id: str
    aliases: tuple[str, ...]
    title: Text
    scenario: Link | None
    variant: Text | None
    cause: Text | None
    level: Link | None
    begins: date
    ends: date | None
    lasted: Span | None
    summary: Text | None
    learned: tuple[Text, ...]


def pages(edition: Edition, words: Locale) -> Iterator[Page]:
    """One page, the latest activation first."""
    if not edition.plan.activations:
        return
    index = Index(edition)
    latest = sorted(edition.plan.activations, key=lambda one: one.begins, reverse=True)
    view = tuple(_occurrence(one, index) for one in latest)
    title = words.say("kind.history")
    yield Page(
        Address("history"),
        Name.of(title),
        "history",
        view,
        headings=tuple(Heading(one.id, one.title.words) for one in view),
        entries=(Entry(title), *map(_entry, view)),
    )


def _occurrence(one: Activation, index: Index) -> Occurrence:
    scenario = index.scenarios.get(one.scenario)
    variants = {variant.id: variant.title for variant in scenario.variants} if scenario else {}
    return Occurrence(
        one.id,
        one.aliases,
        one.title,
        index.link("scenario", one.scenario),
        variants.get(one.variant or ""),
        one.cause,
        index.link("level", one.level),
        one.begins,
        one.ends,
        Span(one.begins, one.ends) if one.ends else None,
        one.summary,
        one.learned,
    )


def _entry(one: Occurrence) -> Entry:
    text = plain(one.scenario.text if one.scenario else None, one.cause, one.summary, *one.learned)
    return Entry(one.title.words, f"{one.begins.year} {text}", one.id)
