"""Which contact of a row is which of the plan's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.exchange import same
from generator.exchange.sheet import Tree
from generator.model.contact import Contact


class ContactPairs(Struct, frozen=True):
    """Pairs contacts; ``loose`` if the value alone tells, whatever the kind."""

    country: str | None
    loose: bool

    def of(
        self, values: Sequence[Tree], mine: Sequence[Contact]
    ) -> Iterator[tuple[Tree, int | None]]:
        """Each contact with the plan's one that it is: first by value, then by kind and order."""
        free = list(range(len(mine)))
        found: dict[int, int] = {}

        def pair(place: int, numbers: Iterator[int]) -> None:
            number = next(numbers, None)
            if number is not None:
                found[place] = number
                free.remove(number)

        for place, value in enumerate(values):
            pair(place, (n for n in free if self.equal(value, mine[n])))
        for place, value in enumerate(values):
            if place not in found:
                pair(place, (n for n in free if mine[n].kind.value == value["kind"]))
        return ((value, found.get(place)) for place, value in enumerate(values))

    def equal(self, value: Tree, contact: Contact) -> bool:
        """True if both reach the same, however it is written."""
        kind = contact.kind.value
        if "value" not in value or not (self.loose or kind == value["kind"]):
            return False
        words = same.key(kind, str(value["value"]), self.country)
        return words == same.key(kind, contact.value, self.country)
