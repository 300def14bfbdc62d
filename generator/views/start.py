"""The start page: what is happening, what is my role, whom do I call."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from generator.editions import Edition
from generator.locales import Locale
from generator.model.text import Name, Text
from generator.views import save
from generator.views.page import START, Address, Entry, Heading, Link, Page
from generator.views.parts.contact import ContactLine, emergency_lines
from generator.views.parts.identity import Identity, identity
from generator.views.parts.index import Index
from generator.views.parts.kinds import PROGRAMME, present


class Tile(Struct, frozen=True):
    """One scenario to tap."""

    link: Link
    icon: str
    summary: Text | None


class StartView(Struct, frozen=True):
    """``more`` are the remaining kinds of page for a crisis, ``programme`` those for normal times:
    folder and address each."""

    title: Text
    identity: Identity
    save: Address
    emergency: tuple[ContactLine, ...]
    tiles: tuple[Tile, ...]
    roles: tuple[Link, ...]
    more: tuple[tuple[str, Address], ...]
    programme: tuple[tuple[str, Address], ...]


def pages(edition: Edition, words: Locale) -> Iterator[Page]:
    """The one start page."""
    plan = edition.plan
    index = Index(edition)
    shown = (kind for kind in present(edition) if kind not in ("scenarios", "roles"))
    rest = [(kind, Address(kind)) for kind in shown]
    view = StartView(
        title=plan.plan.title,
        identity=identity(edition),
        save=save.ADDRESS,
        emergency=emergency_lines(edition),
        tiles=tiles(index),
        roles=tuple(Link(Address("roles", r.id), r.title) for r in plan.roles if r.crisis),
        more=tuple(one for one in rest if one[0] not in PROGRAMME),
        programme=tuple(one for one in rest if one[0] in PROGRAMME),
    )
    yield Page(
        START,
        Name.of(words.say("kind.start")),
        "start",
        view,
        headings=tuple(_headings(view, words)),
        entries=(Entry(words.say("kind.start"), plan.plan.title.words),),
        summary=plan.plan.title.words,
    )


def tiles(index: Index) -> tuple[Tile, ...]:
    """The scenarios, in the plan's order."""
    return tuple(
        Tile(Link(Address("scenarios", s.id), s.title), s.icon.value, s.summary)
        for s in index.edition.plan.scenarios
    )


def _headings(view: StartView, words: Locale) -> Iterator[Heading]:
    if view.tiles:
        yield Heading("happening", words.say("start.happening"))
    if view.roles:
        yield Heading("my-role", words.say("start.my_role"))
    if view.more:
        yield Heading("more", words.say("start.more"))
