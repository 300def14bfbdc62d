"""A loss as its page shows it: what falls, when that hurts, what answers it, whom to call."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from generator.derive.dependencies import Node
from generator.derive.failure import Fall, Loss
from generator.derive.failure_single_points import SinglePoint, single_points
from generator.model.activity import Decision
from generator.model.duration import Duration
from generator.model.text import Text
from generator.views.page import Link
from generator.views.parts.calls import Callee, callee, same
from generator.views.parts.contact import ContactLine, contact_lines
from generator.views.parts.dependency import Dependencies, Thing
from generator.views.parts.firm import Firm, firm
from generator.views.parts.index import Index

SHOWN = ("activity", "customer", "product", "system", "machine", "role")
"""The kinds of thing that fall, in the order of the page; the others lead to these."""


class Fallen(Struct, frozen=True):
    """Something that falls: after how long that hurts, and through what it falls.

    ``decision`` is the best that was decided on the way; ``workaround`` is how an activity goes on.
    """

    link: Link
    hurts: Duration | None
    critical: bool
    through: Link | None
    decision: Decision
    workaround: Text | None


class FallenKind(Struct, frozen=True):
    """All that falls of one kind, what hurts soonest first."""

    kind: str
    found: tuple[Fallen, ...]


class LossView(Struct, frozen=True):
    """The loss of one thing. ``thing`` is the way to its own page.

    ``softened`` falls only if what mitigates it fails. ``hurts`` is the shortest time of all that
    falls in any case, or else of what is softened.

    ``single`` is the number of critical activities that fall with it alone, 0 if it is no single
    point of failure; ``undecided`` is the number of those on which nothing was decided.
    """

    thing: Thing
    hurts: Duration | None
    recovery: Duration | None
    single: int
    undecided: int
    firm: Firm | None
    people: tuple[Callee, ...]
    lines: tuple[ContactLine, ...]
    alternates: tuple[Link, ...]
    scenarios: tuple[Link, ...]
    plans: tuple[Link, ...]
    checklists: tuple[Link, ...]
    falls: tuple[FallenKind, ...]
    softened: tuple[FallenKind, ...]

    @property
    def called(self) -> bool:
        """True if there is anybody to call."""
        return bool(self.firm or self.people or self.lines)

    @property
    def answered(self) -> bool:
        """True if a scenario, plan or checklist answers it."""
        return bool(self.scenarios or self.plans or self.checklists)

    @property
    def activities(self) -> int:
        """How many activities fall in any case."""
        return _activities(self.falls)

    @property
    def softened_activities(self) -> int:
        """How many activities fall only if what mitigates that fails."""
        return _activities(self.softened)


class LossBook(Struct, frozen=True, dict=True):
    """What the pages of all losses are made from."""

    deps: Dependencies
    losses: tuple[Loss, ...]

    @property
    def index(self) -> Index:
        return self.deps.index

    @cached_property
    def singles(self) -> dict[Node, SinglePoint]:
        found = single_points(self.deps.graph, self.losses)
        return {one.node: one for one in found}

    @cached_property
    def roles_of(self) -> dict[str, list[str]]:
        """The roles that a person holds."""
        found: dict[str, list[str]] = {}
        for role in self.index.edition.plan.roles:
            if role.holder:
                found.setdefault(role.holder, []).append(role.id)
        return found


def loss_view(loss: Loss, book: LossBook) -> LossView | None:
    """The loss of one thing; None if this reader has no page of it."""
    index, node = book.index, loss.node
    thing = book.deps.thing(node)
    if thing is None:
        return None
    single = book.singles.get(node)
    falls = tuple(_falls(loss, book, softened=False))
    softened = tuple(_falls(loss, book, softened=True))
    what = book.deps.graph.things[node]
    is_site = node.kind == "site"
    return LossView(
        thing,
        _soonest_of(falls) or _soonest_of(softened),
        book.deps.graph.own_recovery(node),
        len(single.critical) if single else 0,
        len(single.undecided) if single else 0,
        firm(node.id if node.kind == "supplier" else getattr(what, "supplier", None), index),
        tuple(_called(node, what, book)),
        contact_lines(what.contacts, index.edition) if is_site else (),
        index.links("site", what.alternates) if is_site else (),
        index.links("scenario", loss.scenarios),
        index.links("plan", loss.plans),
        tuple(_checklists(loss.plans, index)),
        falls,
        softened,
    )


def _called(node: Node, what: object, book: LossBook) -> Iterator[Callee]:
    """Its owner; for a person the roles they hold, whose alternates then take over, or else the
    head of their unit."""
    if node.kind == "person":
        ids: Iterable[str | None] = book.roles_of.get(node.id) or _head(node.id, book)
    else:
        ids = (getattr(what, "owner", None),)
    for id_ in ids:
        found = callee(id_, book.index) if id_ else None
        if found and id_ in book.index.roles and node.kind == "person":
            others = tuple(one for one in found.alternates if one.link != book.index.link(*node))
            yield Callee(found.link, None, None, others)
        elif found:
            others = tuple(one for one in found.alternates if not same(one, found))
            yield replace(found, alternates=others)


def _head(person: str, book: LossBook) -> tuple[str, ...]:
    found = book.index.people.get(person)
    unit = book.index.find("unit", found.unit) if found else None
    return (unit.head,) if unit and unit.head and unit.head != person else ()


def _checklists(plans: tuple[str, ...], index: Index) -> Iterator[Link]:
    found: dict[Link, None] = {}
    for id_ in plans:
        plan = index.find("plan", id_)
        for answer in (plan.react, plan.keep_working, plan.manage) if plan else ():
            found.update(dict.fromkeys(index.links("checklist", answer.checklists)))
    yield from found


def _falls(loss: Loss, book: LossBook, *, softened: bool) -> Iterator[FallenKind]:
    """What falls in any case, or only if what mitigates it fails."""
    for kind in SHOWN:
        falls = (fall for fall in loss.falls if fall.node.kind == kind)
        found = [
            _fallen(fall, book)
            for fall in falls
            if (fall.decision is Decision.MITIGATED) is softened
        ]
        known = sorted((one for one in found if one), key=_soonest)
        if known:
            yield FallenKind(kind, tuple(known))


def _soonest_of(kinds: tuple[FallenKind, ...]) -> Duration | None:
    return min((one.hurts for kind in kinds for one in kind.found if one.hurts), default=None)


def _soonest(one: Fallen) -> float:
    return one.hurts.seconds if one.hurts else float("inf")


def _fallen(fall: Fall, book: LossBook) -> Fallen | None:
    link = book.index.link(*fall.node)
    if link is None:
        return None
    thing = book.deps.graph.things[fall.node]
    activity = fall.node.kind == "activity"
    return Fallen(
        link,
        fall.hurts,
        activity and thing.critical,
        book.index.link(*fall.through),
        fall.decision,
        thing.workaround if activity else None,
    )


def _activities(kinds: tuple[FallenKind, ...]) -> int:
    return sum(len(one.found) for one in kinds if one.kind == "activity")
