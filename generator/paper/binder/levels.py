"""Levels of headings without gaps, as readers of tagged PDF need them (PDF/UA-1, 7.4.2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.paper.binder.blocks import Block


def close_gaps(blocks: list[Block], above: int) -> int:
    """Raise headings that skip a level below the one before them, which at first is ``above``;
    the last heading's level."""
    for heading in headings(blocks):
        above = heading["level"] = min(heading["level"], above + 1)
    return above


def headings(value: Any) -> Iterator[Block]:
    """The headings among nodes, however deep, in their order."""
    if isinstance(value, list):
        for one in value:
            yield from headings(one)
    elif isinstance(value, dict):
        if value.get("k") == "h":
            yield value
        else:
            for one in value.values():
                if isinstance(one, list):
                    yield from headings(one)
