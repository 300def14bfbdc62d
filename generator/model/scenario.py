"""Scenarios: what may happen, and what is then done, by phase and role."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import Field

from generator.model.action import Observation
from generator.model.base import (
    AuthorityRef,
    CallTreeRef,
    CriterionRef,
    Id,
    LevelRef,
    MessageRef,
    Noun,
    Part,
    Restricted,
    RoleRef,
    ScenarioRef,
    SiteRef,
    SupplierRef,
    VariantRef,
)
from generator.model.checklist import Step
from generator.model.level import Match
from generator.model.phase import Phase, StandDown
from generator.model.text import Text


class Icon(StrEnum):
    """The pictures that a scenario can carry."""

    BUILDING = "building"
    COMPUTER = "computer"
    SERVER = "server"
    NETWORK = "network"
    CYBER = "cyber"
    FIRE = "fire"
    WATER = "water"
    POWER = "power"
    PEOPLE = "people"
    HEALTH = "health"
    SUPPLY = "supply"
    WEATHER = "weather"
    VIOLENCE = "violence"
    WARNING = "warning"


class Variant(Part):
    """A form that the scenario takes, such as short and long."""

    id: Id = Field(description="A short stable name.", examples=["long"])
    title: Text = Field(description="What it is called.", examples=["Longer than a day"])
    when: Text | None = Field(
        default=None,
        description="How to tell that it is this one.",
        examples=["The building will not open again today."],
    )


class Triggers(Part):
    """What starts the scenario."""

    match: Match = Field(
        default=Match.ANY,
        description="Whether all must be so, or any is enough.",
        examples=["any"],
    )
    conditions: tuple[Text, ...] = Field(
        default=(),
        description="Signs that can be checked.",
        examples=[["The fire alarm sounds.", "The fire brigade closes the street."]],
    )


class MeasureFor(StrEnum):
    """For whom a temporary measure is."""

    STAFF = "staff"
    CUSTOMERS = "customers"


class TemporaryMeasure(Restricted):
    """A measure for a long crisis, to be withdrawn afterwards."""

    id: Id = Field(description="A short stable name.", examples=["telework"])
    title: Text = Field(description="The measure.", examples=["Everyone works from home."])
    concerns: MeasureFor = Field(
        default=MeasureFor.STAFF, description="Staff or customers.", examples=["customers"]
    )
    details: Text | None = Field(
        default=None,
        description="How it works.",
        examples=["Laptops are handed out at the depot."],
    )
    owner: RoleRef | None = Field(
        default=None, description="Who sees to it.", examples=["staff-lead"]
    )
    ends_when: Text | None = Field(
        default=None,
        description="When it is withdrawn.",
        examples=["The building has been released."],
    )


class Scenario(Noun):
    """Something that may happen. It is not its cause: fire and flood both close the offices."""

    title: Text = Field(
        description="What people would say is happening.", examples=["We can't use the offices"]
    )
    summary: Text | None = Field(
        default=None,
        description="One sentence more.",
        examples=["The tower is closed, for hours or for weeks."],
    )
    icon: Icon = Field(
        default=Icon.WARNING, description="The picture on its tile.", examples=["building"]
    )
    causes: tuple[Text, ...] = Field(
        default=(), description="What may cause it.", examples=[["Fire", "Flood"]]
    )
    recognise: tuple[Text, ...] = Field(
        default=(),
        description="How someone who knows nothing sees that it is this.",
        examples=[["Badges do not open the doors."]],
    )
    variants: tuple[Variant, ...] = Field(
        default=(),
        description="Forms it takes.",
        examples=[[{"id": "short", "title": "Less than a day"}]],
    )
    triggers: Triggers = Field(
        default=Triggers(),
        description="What starts it.",
        examples=[{"match": "any", "conditions": ["The fire alarm sounds."]}],
    )
    criteria: tuple[CriterionRef, ...] = Field(
        default=(),
        description="The criteria that tell how serious it is.",
        examples=[["backbone-split"]],
    )
    safety: tuple[Step, ...] = Field(
        default=(),
        description="What everyone does first, for their own safety.",
        examples=[[{"id": "leave", "do": "Leave by the nearest exit."}]],
    )
    phases: tuple[Phase, ...] = Field(
        default=(),
        description="The phases, in order.",
        examples=[[{"id": "immediate", "title": "Now", "begins": "0", "ends": "2h"}]],
    )
    call_trees: tuple[CallTreeRef, ...] = Field(
        default=(), description="Call trees it uses.", examples=[["crisis-team"]]
    )
    messages: tuple[MessageRef, ...] = Field(
        default=(), description="Messages it uses.", examples=[["staff-alert"]]
    )
    measures: tuple[TemporaryMeasure, ...] = Field(
        default=(),
        description="Temporary measures for a long crisis.",
        examples=[[{"id": "telework", "title": "Everyone works from home."}]],
    )
    stand_down: StandDown = Field(
        default=StandDown(),
        description="How it ends.",
        examples=[{"criteria": ["The building has been released."]}],
    )
    sites: tuple[SiteRef, ...] = Field(
        default=(), description="Sites it may hit.", examples=[["tower"]]
    )
    suppliers: tuple[SupplierRef, ...] = Field(
        default=(), description="Suppliers who help.", examples=[["lumenlijn"]]
    )
    authorities: tuple[AuthorityRef, ...] = Field(
        default=(), description="Authorities to warn.", examples=[["data-protection"]]
    )
    keywords: tuple[Text, ...] = Field(
        default=(),
        description="Other words by which people search for it.",
        examples=[["fire", "evacuation", "smoke"]],
    )


class Activation(Noun):
    """A time when a scenario was activated: with its cause, its course and what was learned."""

    scenario: ScenarioRef = Field(
        description="The scenario that was activated.", examples=["offices-closed"]
    )
    title: Text = Field(description="What it was.", examples=["Pandemic"])
    cause: Text | None = Field(
        default=None, description="What caused it.", examples=["Government measures"]
    )
    begins: date = Field(description="The first day.", examples=["2020-03-13"])
    ends: date | None = Field(
        default=None, description="The last day; left out while it lasts.", examples=["2022-05-23"]
    )
    level: LevelRef | None = Field(
        default=None, description="The highest level reached.", examples=["crisis"]
    )
    variant: VariantRef | None = Field(
        default=None, description="The variant that it was.", examples=["long"]
    )
    summary: Text | None = Field(
        default=None,
        description="What happened, in a few sentences.",
        examples=["All staff worked from home within two days."],
    )
    learned: tuple[Text, ...] = Field(
        default=(), description="What was learned.", examples=[["Sign contracts electronically."]]
    )
    findings: tuple[Observation, ...] = Field(
        default=(),
        description="What was found, and what is done about it.",
        examples=[[{"id": "no-tokens", "text": "Too few tokens to sign with."}]],
    )
