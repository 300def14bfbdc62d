"""The recovery order: what comes back first, why, and where the plan contradicts itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from generator.derive.dependencies import Node
from generator.derive.dependencies_times import Back, really_back
from generator.derive.recovery import KINDS, Conflict, Contradiction, Place, recovery_order
from generator.editions import Edition
from generator.locales import Locale
from generator.model.duration import Duration
from generator.model.text import Name, Text
from generator.views.page import Address, Entry, Heading, Link, Page
from generator.views.parts.dependency import Dependencies
from generator.views.parts.index import Index
from generator.views.parts.search import plain


class Step(Struct, frozen=True):
    """One thing in the order.

    ``wanted`` is the time in which it must be back. ``real`` is when it is back by all it depends
    on, set only where that is later; ``through`` is what holds it up.
    """

    link: Link
    stated: bool
    priority: int | None
    wanted: Duration | None
    real: Duration | None
    through: Link | None
    after: tuple[Link, ...]


class Clash(Struct, frozen=True):
    """Two things whose order is contradicted: ``first`` stands first."""

    kind: Contradiction
    first: Link
    second: Link


class Order(Struct, frozen=True):
    """The order of one kind of thing."""

    kind: str
    stated: bool
    steps: tuple[Step, ...]
    clashes: tuple[Clash, ...]


class RecoveryView(Struct, frozen=True):
    """The orders; ``reason`` is why the plan states them so."""

    orders: tuple[Order, ...]
    reason: Text | None


def pages(edition: Edition, words: Locale) -> Iterator[Page]:
    """The one page of the recovery order."""
    plan = edition.plan
    if not plan.activities and not plan.products and not plan.customers:
        return
    deps = Dependencies(Index(edition))
    backs = really_back(deps.graph)
    found = (_order(kind, deps, backs) for kind in KINDS)
    reason = plan.programme.recovery_order.reason if plan.programme else None
    view = RecoveryView(tuple(order for order in found if order.steps), reason)
    title = words.say("kind.recovery")
    yield Page(
        Address("recovery"),
        Name.of(title),
        "recovery",
        view,
        headings=tuple(Heading(o.kind, words.say(f"recovery.{o.kind}")) for o in view.orders),
        entries=(Entry(title, plain(view.reason)), *_entries(view, words)),
        posted=True,
    )


def _entries(view: RecoveryView, words: Locale) -> Iterator[Entry]:
    for order in view.orders:
        names = (step.link.text for step in order.steps[:20])
        yield Entry(words.say(f"recovery.{order.kind}"), plain(*names), order.kind)


def _order(kind: str, deps: Dependencies, backs: Mapping[Node, Back]) -> Order:
    found = recovery_order(deps.index.edition.plan, deps.graph, kind)
    steps = (_step(place, deps, backs[place.node]) for place in found.places)
    clashes = (_clash(conflict, deps) for conflict in found.conflicts)
    return Order(
        kind,
        found.stated,
        tuple(step for step in steps if step),
        tuple(clash for clash in clashes if clash),
    )


def _step(place: Place, deps: Dependencies, back: Back) -> Step | None:
    link = deps.index.link(*place.node)
    if link is None:
        return None
    late = bool(back.time and place.time and back.time > place.time)
    return Step(
        link,
        place.stated,
        place.priority,
        place.time,
        back.time if late else None,
        deps.index.link(*back.through) if late and back.through else None,
        tuple(other.link for other in deps.things(place.after)),
    )


def _clash(conflict: Conflict, deps: Dependencies) -> Clash | None:
    first, second = deps.index.link(*conflict.first), deps.index.link(*conflict.second)
    return Clash(conflict.kind, first, second) if first and second else None
