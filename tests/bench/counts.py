"""How many things of each kind a synthetic plan has."""

from __future__ import annotations

from msgspec import Struct

ROLES_IN_A_SCENARIO = 8


class Counts(Struct, frozen=True):
    """How many things of each kind a plan of about so many pages has."""

    scenarios: int
    roles: int
    trees: int
    units: int
    people: int
    sites: int
    suppliers: int
    messages: int

    @classmethod
    def of(cls, pages: int) -> Counts:
        """Cards and checklists make two thirds of the pages, as in a real plan."""
        rest = max(pages - 13, 12)
        scenarios = max(1, round(rest * 0.037))
        return cls(
            scenarios=scenarios,
            roles=max(ROLES_IN_A_SCENARIO, round(rest * 0.08)),
            trees=max(2, round(rest * 0.035)),
            units=max(1, round(rest * 0.04)),
            people=max(20, round(rest * 0.4)),
            sites=max(2, round(rest * 0.05)),
            suppliers=max(2, round(rest * 0.05)),
            messages=max(2, round(rest * 0.06)),
        )
