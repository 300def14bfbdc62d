"""What lies ready, with what is in it, and papers that belong to the plan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

from msgspec import Struct

from generator.editions import Edition
from generator.locales import Locale
from generator.model.resource import Attachment, Resource
from generator.model.text import Name, Text
from generator.views.page import Address, Entry, Heading, Link, Page
from generator.views.parts.due import Due, due
from generator.views.parts.index import Index
from generator.views.parts.pictures import picture_src
from generator.views.parts.search import plain


class ItemLine(Struct, frozen=True):
    """One thing; ``expires`` is None for what never does."""

    title: Text
    quantity: int
    expires: Due | None


class Ready(Struct, frozen=True):
    """One resource: where it is, who keeps it, what is in it."""

    id: str
    aliases: tuple[str, ...]
    title: Text
    site: Link | None
    place: Text | None
    supplier: Link | None
    owner: Link | None
    checked: date | None
    items: tuple[ItemLine, ...]
    plans: tuple[Link, ...]


class Paper(Struct, frozen=True):
    """One attachment: ``src`` is its address below the language folder, ``form`` its file's kind
    in capitals, such as PDF."""

    id: str
    aliases: tuple[str, ...]
    title: Text
    summary: Text | None
    src: str
    form: str


class ResourcesView(Struct, frozen=True):
    """All of it."""

    resources: tuple[Ready, ...]
    attachments: tuple[Paper, ...]


def pages(edition: Edition, words: Locale) -> Iterator[Page]:
    """One page."""
    plan = edition.plan
    if not (plan.resources or plan.attachments):
        return
    index = Index(edition)
    view = ResourcesView(
        tuple(_ready(one, index) for one in plan.resources),
        tuple(_paper(one) for one in plan.attachments),
    )
    title = words.say("kind.resources")
    yield Page(
        Address("resources"),
        Name.of(title),
        "resources",
        view,
        headings=tuple(_headings(view, words)),
        entries=(Entry(title), *_entries(view)),
    )


def _ready(one: Resource, index: Index) -> Ready:
    as_of = index.edition.as_of
    return Ready(
        one.id,
        one.aliases,
        one.title,
        index.link("site", one.site),
        one.place,
        index.link("supplier", one.supplier),
        index.owner(one.owner),
        one.checked,
        tuple(
            ItemLine(
                item.title, item.quantity, due(item.expires, None, as_of) if item.expires else None
            )
            for item in one.items
        ),
        index.links("plan", tuple(p.id for p in index.edition.plan.plans if one.id in p.resources)),
    )


def _paper(one: Attachment) -> Paper:
    form = PurePosixPath(one.file).suffix.lstrip(".").upper()
    return Paper(one.id, one.aliases, one.title, one.summary, picture_src(one.file), form)


def _headings(view: ResourcesView, words: Locale) -> Iterator[Heading]:
    for one in view.resources:
        yield Heading(f"resource-{one.id}", one.title.words)
    if view.attachments:
        yield Heading("attachments", words.say("resources.attachments"))


def _entries(view: ResourcesView) -> Iterator[Entry]:
    for one in view.resources:
        site = one.site.text if one.site else None
        text = plain(site, one.place, *(item.title for item in one.items))
        yield Entry(one.title.words, text, f"resource-{one.id}")
    for paper in view.attachments:
        yield Entry(paper.title.words, plain(paper.summary, paper.form), f"attachment-{paper.id}")
