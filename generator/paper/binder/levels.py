"""Levels of headings without gaps, as readers of tagged PDF need them (PDF/UA-1, 7.4.2)."""

from __future__ import annotations

from collections.abc import Iterable

from generator.paper.binder.blocks import Block


def close_gaps(headings: Iterable[Block], above: int) -> int:
    """Raise headings that skip a level below the one before them, which at first is ``above``;
    the last heading's level."""
    for heading in headings:
        above = heading["level"] = min(heading["level"], above + 1)
    return above
