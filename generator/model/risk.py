"""Risks, gaps, and the measures taken against both."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from generator.model.action import OwnerRef
from generator.model.base import Noun, Part, Ref, ScenarioRef
from generator.model.text import Text

RiskRef = Annotated[str, Ref("risk")]
GapRef = Annotated[str, Ref("gap")]
MeasureRef = Annotated[str, Ref("measure")]
AffectedRef = Annotated[
    str, Ref("activity", "system", "site", "supplier", "machine", "customer", "unit", "product")
]


class Treatment(StrEnum):
    """What is done with a risk."""

    AVOID = "avoid"
    REDUCE = "reduce"
    TRANSFER = "transfer"
    ACCEPT = "accept"


class Rating(Part):
    """A likelihood and an impact, on the programme's scales."""

    likelihood: int = Field(ge=0, le=100, description="How likely.", examples=[2])
    impact: int = Field(ge=0, le=100, description="How bad.", examples=[4])

    @property
    def score(self) -> int:
        """Likelihood times impact."""
        return self.likelihood * self.impact


class Risk(Noun):
    """A threat, how likely and how bad it is, and what is done about it (ISO 22301, 8.2.3)."""

    title: Text = Field(description="The risk in a few words.", examples=["Ransomware"])
    threat: Text | None = Field(
        default=None, description="What may happen.", examples=["Files are encrypted."]
    )
    rating: Rating = Field(
        description="How likely and how bad, as things are now.",
        examples=[{"likelihood": 2, "impact": 4}],
    )
    target: Rating | None = Field(
        default=None,
        description="How likely and how bad once the measures are done.",
        examples=[{"likelihood": 1, "impact": 3}],
    )
    treatment: Treatment = Field(
        default=Treatment.REDUCE, description="What is done with it.", examples=["reduce"]
    )
    reason: Text | None = Field(
        default=None,
        description="Why it is treated so.",
        examples=["Insurance covers the damage, not the days lost."],
    )
    scenarios: tuple[ScenarioRef, ...] = Field(
        default=(), description="The scenarios that cover it.", examples=[["cyber-attack"]]
    )
    affects: tuple[AffectedRef, ...] = Field(
        default=(), description="What it hits.", examples=[["ticketing"]]
    )
    owner: OwnerRef | None = Field(
        default=None, description="Who watches it.", examples=["security-lead"]
    )
    reviewed: date | None = Field(
        default=None, description="When it was last looked at.", examples=["2026-06-01"]
    )


class Gap(Noun):
    """What still keeps an activity from its minimum level."""

    title: Text = Field(description="The gap.", examples=["No second path to Mons"])
    affects: tuple[AffectedRef, ...] = Field(
        default=(), description="What it concerns.", examples=[["backbone"]]
    )
    accepted: Text | None = Field(
        default=None,
        description="Why it stays, where that was decided.",
        examples=["The site closes in 2027."],
    )


class Measure(Noun):
    """Something done against risks or gaps, by an owner, before a day."""

    title: Text = Field(description="The measure.", examples=["Build a ring through Mons"])
    treats: tuple[RiskRef, ...] = Field(
        default=(), description="The risks it is against.", examples=[["fibre-cut"]]
    )
    closes: tuple[GapRef, ...] = Field(
        default=(), description="The gaps it closes.", examples=[["no-second-path"]]
    )
    owner: OwnerRef | None = Field(
        default=None, description="Who sees to it.", examples=["network-lead"]
    )
    due: date | None = Field(
        default=None, description="The day by which it is done.", examples=["2027-06-30"]
    )
    done: date | None = Field(
        default=None, description="The day on which it was done.", examples=["2027-06-01"]
    )
    note: Text | None = Field(
        default=None, description="How far it is.", examples=["Permits are in."]
    )
