"""Risks, gaps, and the measures taken against both."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from generator.model.action import OwnerRef
from generator.model.base import About, Noun, Part, Ref, ScenarioRef
from generator.model.text import Text

RiskRef = Annotated[str, Ref("risk")]
GapRef = Annotated[str, Ref("gap")]
AffectedRef = Annotated[
    str, Ref("activity", "system", "site", "supplier", "machine", "customer", "unit", "product")
]


class Treatment(StrEnum):
    """What is done with a risk."""

    AVOID = "avoid"
    REDUCE = "reduce"
    TRANSFER = "transfer"
    ACCEPT = "accept"


class Rating(Part, frozen=True, kw_only=True):
    """A likelihood and an impact, on the programme's scales."""

    likelihood: Annotated[int, About("How likely.", 2, at_least=0, at_most=100)]
    impact: Annotated[int, About("How bad.", 4, at_least=0, at_most=100)]

    @property
    def score(self) -> int:
        """Likelihood times impact."""
        return self.likelihood * self.impact


class Risk(Noun, frozen=True, kw_only=True):
    """A threat, how likely and how bad it is, and what is done about it (ISO 22301, 8.2.3)."""

    title: Annotated[Text, About("The risk in a few words.", "Ransomware")]
    threat: Annotated[Text | None, About("What may happen.", "Files are encrypted.")] = None
    rating: Annotated[
        Rating, About("How likely and how bad, as things are now.", {"likelihood": 2, "impact": 4})
    ]
    target: Annotated[
        Rating | None,
        About("How likely and how bad once the measures are done.", {"likelihood": 1, "impact": 3}),
    ] = None
    treatment: Annotated[Treatment, About("What is done with it.", "reduce")] = Treatment.REDUCE
    reason: Annotated[
        Text | None,
        About("Why it is treated so.", "Insurance covers the damage, not the days lost."),
    ] = None
    scenarios: Annotated[
        tuple[ScenarioRef, ...], About("The scenarios that cover it.", ["cyber-attack"])
    ] = ()
    affects: Annotated[tuple[AffectedRef, ...], About("What it hits.", ["ticketing"])] = ()
    owner: Annotated[OwnerRef | None, About("Who watches it.", "security-lead")] = None
    reviewed: Annotated[date | None, About("When it was last looked at.", "2026-06-01")] = None


class Gap(Noun, frozen=True, kw_only=True):
    """What still keeps an activity from its minimum level."""

    title: Annotated[Text, About("The gap.", "No second path to Mons")]
    affects: Annotated[tuple[AffectedRef, ...], About("What it concerns.", ["backbone"])] = ()
    accepted: Annotated[
        Text | None, About("Why it stays, where that was decided.", "The site closes in 2027.")
    ] = None


class Measure(Noun, frozen=True, kw_only=True):
    """Something done against risks or gaps, by an owner, before a day."""

    title: Annotated[Text, About("The measure.", "Build a ring through Mons")]
    treats: Annotated[tuple[RiskRef, ...], About("The risks it is against.", ["fibre-cut"])] = ()
    closes: Annotated[tuple[GapRef, ...], About("The gaps it closes.", ["no-second-path"])] = ()
    owner: Annotated[OwnerRef | None, About("Who sees to it.", "network-lead")] = None
    due: Annotated[date | None, About("The day by which it is done.", "2027-06-30")] = None
    done: Annotated[date | None, About("The day on which it was done.", "2027-06-01")] = None
    note: Annotated[Text | None, About("How far it is.", "Permits are in.")] = None
