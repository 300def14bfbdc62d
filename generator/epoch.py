"""The moment that `SOURCE_DATE_EPOCH` tells to take for now, so that a run can be repeated
(reproducible-builds.org/specs/source-date-epoch)."""

from __future__ import annotations

from collections.abc import Mapping

_LONGEST = 11
"""So many digits last until the year 5138; no calendar goes beyond 9999."""


def epoch(environment: Mapping[str, str]) -> int | None:
    """Seconds since 1970; None if it isn't set, or is no such number."""
    said = environment.get("SOURCE_DATE_EPOCH", "")
    usable = said.isascii() and said.isdecimal() and len(said) <= _LONGEST
    return int(said) if usable else None
