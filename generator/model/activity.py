"""What the organisation does to deliver, and what that depends on."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from generator.model.action import OwnerRef
from generator.model.base import Noun, Part, ProductRef, Ref, SystemRef, UnitRef
from generator.model.duration import Duration
from generator.model.text import Name, Text

DependencyRef = Annotated[
    str,
    Ref("system", "supplier", "site", "person", "role", "machine", "activity", "customer"),
]


class Decision(StrEnum):
    """What was decided about a dependency."""

    OPEN = "open"
    ACCEPTED = "accepted"
    MITIGATED = "mitigated"


class Dependency(Part):
    """Something that is needed. It is acted on or accepted for a reason, never out of habit."""

    on: DependencyRef = Field(
        description="What is needed: a system, supplier, site, person, role, machine, activity "
        "or customer.",
        examples=["ticketing"],
    )
    recovery: Duration | None = Field(
        default=None,
        description="How long until it is there again; left out, what the thing itself says.",
        examples=["4h"],
    )
    decision: Decision = Field(
        default=Decision.OPEN,
        description="`accepted`, `mitigated`, or still `open`.",
        examples=["mitigated"],
    )
    why: Text | None = Field(
        default=None,
        description="Why it is accepted, or how it is mitigated.",
        examples=["A second line runs through another street."],
    )


class Impact(Part):
    """How bad it gets (ISO 22301:2019, 8.2.2)."""

    after: Duration = Field(description="After this time without it.", examples=["4h"])
    impact: int = Field(
        ge=0, le=100, description="A value of the programme's scale of impact.", examples=[3]
    )
    why: Text | None = Field(
        default=None, description="What happens then.", examples=["Hospitals lose images."]
    )


class Need(Part):
    """What the activity needs to run at its minimum level, from some time on."""

    after: Duration = Field(description="From this time on.", examples=["4h"])
    people: int | None = Field(default=None, ge=0, description="People.", examples=[3])
    desks: int | None = Field(default=None, ge=0, description="Desks.", examples=[2])
    systems: tuple[SystemRef, ...] = Field(
        default=(), description="Systems.", examples=[["ticketing"]]
    )
    other: Text | None = Field(
        default=None, description="Anything else.", examples=["A van with fuel"]
    )


class NoPlan(Part):
    """The recorded decision that something needs no plan."""

    reason: Text = Field(
        description="Why it needs none.", examples=["It can wait for three months."]
    )
    decided: date | None = Field(
        default=None, description="When that was decided.", examples=["2026-05-12"]
    )
    by: OwnerRef | None = Field(default=None, description="Who decided.", examples=["director"])


class Activity(Noun):
    """Something that is done to deliver (ISO 22301:2019, 8.2.2)."""

    name: Name = Field(description="Its name.", examples=[{"en": "Supervise the network"}])
    summary: Text | None = Field(
        default=None, description="What it is.", examples=["Watch alarms, day and night."]
    )
    unit: UnitRef | None = Field(default=None, description="Who does it.", examples=["network"])
    owner: OwnerRef | None = Field(
        default=None, description="Who answers for it.", examples=["network-lead"]
    )
    products: tuple[ProductRef, ...] = Field(
        default=(), description="The products it is needed for.", examples=[["connectivity"]]
    )
    critical: bool = Field(
        default=False,
        description="True if it must be back before its MTPD, by a plan.",
        examples=[True],
    )
    priority: int | None = Field(
        default=None, ge=1, description="Its place in recovery; 1 comes first.", examples=[1]
    )
    mtpd: Duration | None = Field(
        default=None,
        description="Maximum tolerable period of disruption.",
        examples=["1 day"],
    )
    rto: Duration | None = Field(
        default=None, description="Recovery time objective.", examples=["4h"]
    )
    rpo: Duration | None = Field(
        default=None,
        description="Recovery point objective: how much recent data may be lost.",
        examples=["1h"],
    )
    mbco: Text | None = Field(
        default=None,
        description="Minimum business continuity objective: the least that must go on.",
        examples=["One engineer on duty, calls answered within 15 minutes."],
    )
    impacts: tuple[Impact, ...] = Field(
        default=(),
        description="How bad it gets over time.",
        examples=[[{"after": "4h", "impact": 3}]],
    )
    busy: tuple[Text, ...] = Field(
        default=(), description="When it is needed most.", examples=[["Enrolment in September"]]
    )
    workaround: Text | None = Field(
        default=None,
        description="How it goes on without what is lost.",
        examples=["Pen, paper and the printed alarm list."],
    )
    needs: tuple[Need, ...] = Field(
        default=(),
        description="What it needs over time.",
        examples=[[{"after": "4h", "people": 3, "desks": 2}]],
    )
    dependencies: tuple[Dependency, ...] = Field(
        default=(), description="What it depends on.", examples=[[{"on": "ticketing"}]]
    )
    needs_no_plan: NoPlan | None = Field(
        default=None,
        description="The recorded decision that it needs no plan.",
        examples=[{"reason": "It can wait."}],
    )
    keywords: tuple[Text, ...] = Field(
        default=(), description="Other words to search by.", examples=[["monitoring"]]
    )
