"""What was looked up is remembered, and nothing is looked up before it is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from generator.paper.looking import LookedUp


def test_no_more_is_looked_up_than_is_asked_for_and_nothing_twice() -> None:
    asked: list[str] = []

    def plans() -> Iterator[str]:
        for name in ("ledger", "head", "oldest"):
            asked.append(name)
            yield name

    found = LookedUp(plans())
    assert asked == []
    assert list(islice(found, 1)) == list(islice(found, 1)) == ["ledger"]
    assert asked == ["ledger"]
    assert list(zip(found, found, strict=True)) == [(name, name) for name in asked]
    assert list(found) == asked == ["ledger", "head", "oldest"]
