"""What if it is lost: for systems, sites, suppliers, machines and key people, what falls with it,
when that hurts, what answers it, and whom to call."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from generator.derive.failure import LOSABLE, Loss, losses
from generator.editions import Edition
from generator.locales import Locale
from generator.model.duration import Duration
from generator.model.text import Name
from generator.views.page import Address, Entry, Heading, Link, Page
from generator.views.parts.dependency import Dependencies, loss_address
from generator.views.parts.index import Index
from generator.views.parts.kinds import present
from generator.views.parts.loss import LossBook, LossView, loss_view
from generator.views.parts.search import plain


class Row(Struct, frozen=True):
    """One loss in the list."""

    link: Link
    kind: str
    activities: int
    softened: int
    hurts: Duration | None
    single: bool
    undecided: int


class WhatIfView(Struct, frozen=True):
    """The single points of failure, and all losses by kind."""

    singles: tuple[Row, ...]
    kinds: tuple[tuple[str, tuple[Row, ...]], ...]


def pages(edition: Edition, words: Locale) -> Iterator[Page]:
    """The list of losses, and a page for each."""
    if "what-if" not in present(edition):
        return
    deps = Dependencies(Index(edition))
    book = LossBook(deps, losses(edition.plan, deps.graph))
    found = [(loss, view) for loss in book.losses if (view := loss_view(loss, book))]
    yield _index(found, words)
    for loss, view in found:
        yield _page(loss, view, book, words)


def _index(found: list[tuple[Loss, LossView]], words: Locale) -> Page:
    rows = [_row(loss, view) for loss, view in found]
    kinds = ((kind, tuple(row for row in rows if row.kind == kind)) for kind in LOSABLE)
    view = WhatIfView(
        tuple(sorted((row for row in rows if row.single), key=_decided)),
        tuple((kind, each) for kind, each in kinds if each),
    )
    title = words.say("kind.what-if")
    headings = [Heading(kind, words.say(f"whatif.kinds.{kind}")) for kind, _ in view.kinds]
    if view.singles:
        headings.insert(0, Heading("single", words.say("whatif.singles")))
    names = plain(*(row.link.text for row in view.singles))
    entries = [Entry(title)]
    if view.singles:
        entries.append(Entry(words.say("whatif.singles"), names, "single"))
    return Page(
        Address("what-if"),
        Name.of(title),
        "what_if",
        view,
        headings=tuple(headings),
        entries=tuple(entries),
    )


def _row(loss: Loss, view: LossView) -> Row:
    link = Link(loss_address(loss.node), view.thing.link.text)
    single = bool(view.single)
    counts = view.activities, view.softened_activities
    return Row(link, loss.node.kind, *counts, view.hurts, single, view.undecided)


def _decided(row: Row) -> bool:
    return not row.undecided


def _page(loss: Loss, view: LossView, book: LossBook, words: Locale) -> Page:
    thing = book.deps.graph.things[loss.node]
    title = words.say("whatif.title", thing=view.thing.link.text.words)
    falls = (*view.falls, *view.softened)
    activities = (f.link.text for one in falls if one.kind == "activity" for f in one.found)
    return Page(
        loss_address(loss.node),
        Name.of(title),
        "loss",
        view,
        headings=tuple(_headings(view, words)),
        entries=(Entry(title, plain(*activities)),),
        aliases=tuple(f"{loss.node.kind}-{alias}" for alias in thing.aliases),
    )


def _headings(view: LossView, words: Locale) -> Iterator[Heading]:
    if view.called:
        yield Heading("call", words.say("whatif.call"))
    if view.alternates:
        yield Heading("alternates", words.say("sites.alternates"))
    if view.answered:
        yield Heading("answers", words.say("whatif.answers"))
    for one in view.falls:
        yield Heading(f"falls-{one.kind}", words.say(f"whatif.falls.{one.kind}"))
    if view.softened:
        yield Heading("softened", words.say("whatif.softened"))
