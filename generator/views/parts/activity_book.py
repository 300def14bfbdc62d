"""What the pages of all activities are made from: gathered once for an edition."""

from __future__ import annotations

from msgspec import Struct

from generator.derive.recovery import recovery_order
from generator.views.page import Link
from generator.views.parts.dependency import Dependencies
from generator.views.parts.index import Index


class Book(Struct, frozen=True):
    """What the pages of all activities are made from.

    ``places`` are numbers in the recovery order; plans and scenarios are those of an activity.
    """

    deps: Dependencies
    places: dict[str, int]
    plans: dict[str, tuple[Link, ...]]
    scenarios: dict[str, tuple[Link, ...]]

    @property
    def index(self) -> Index:
        """The edition's things."""
        return self.deps.index


def book_of(index: Index) -> Book:
    """What the pages of an edition are made from."""
    plans: dict[str, dict[Link, None]] = {}
    scenarios: dict[str, dict[Link, None]] = {}
    for one in index.edition.plan.plans:
        link = index.link("plan", one.id)
        for activity in one.activities:
            if link:
                plans.setdefault(activity, {})[link] = None
            answered = dict.fromkeys(index.links("scenario", one.scenarios))
            scenarios.setdefault(activity, {}).update(answered)
    deps = Dependencies(index)
    order = recovery_order(index.edition.plan, deps.graph, "activity").places
    return Book(
        deps,
        {place.node.id: number for number, place in enumerate(order, 1)},
        {id_: tuple(links) for id_, links in plans.items()},
        {id_: tuple(links) for id_, links in scenarios.items()},
    )
