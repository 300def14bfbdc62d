"""Practice and improvement: exercises, reviews, assessments, campaigns."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from generator.model.action import Observation, OwnerRef
from generator.model.base import Id, Noun, Part, Ref, RoleRef, ScenarioRef
from generator.model.continuity_plan import ActivityRef, PlanRef
from generator.model.duration import Duration
from generator.model.text import Name, Text

ParticipantRef = Annotated[str, Ref("role", "person", "unit", "supplier", "customer")]


class ExerciseType(StrEnum):
    """The types of exercise (ISO 22398)."""

    DISCUSSION = "discussion"
    TABLETOP = "tabletop"
    CALL_TREE = "call-tree"
    DRILL = "drill"
    TECHNICAL = "technical"
    SIMULATION = "simulation"
    FULL_SCALE = "full-scale"


class Inject(Part):
    """One line of an exercise's script: what the players hear, and what they should do."""

    id: Id = Field(description="A short stable name.", examples=["smoke"])
    at: Duration = Field(description="When, from the start.", examples=["10 min"])
    text: Text = Field(
        description="What the players hear.", examples=["Smoke on floor 4, says the guard."]
    )
    to: RoleRef | None = Field(default=None, description="Who hears it.", examples=["crisis-lead"])
    expected: Text | None = Field(
        default=None, description="What they should do.", examples=["Start the evacuation."]
    )


class Result(Part):
    """What an exercise reached, against the activity's RTO."""

    activity: ActivityRef = Field(description="The activity.", examples=["noc"])
    reached: Duration = Field(description="How long it took.", examples=["3h 20 min"])


class Held(Noun):
    """Something with a day on which it is planned, and one on which it was held."""

    title: Text = Field(description="What it is called.", examples=["Autumn tabletop"])
    planned: date | None = Field(
        default=None, description="The day it is planned for.", examples=["2026-11-12"]
    )
    held: date | None = Field(
        default=None,
        description="The day it was held; left out until then.",
        examples=["2026-11-12"],
    )
    owner: OwnerRef | None = Field(
        default=None, description="Who sees to it.", examples=["continuity-manager"]
    )
    summary: Text | None = Field(
        default=None, description="How it went.", examples=["The team was there in 25 minutes."]
    )


class Exercise(Held):
    """An exercise or test (ISO 22301:2019, 8.5)."""

    type: ExerciseType = Field(
        default=ExerciseType.TABLETOP, description="What type it is.", examples=["tabletop"]
    )
    objectives: tuple[Text, ...] = Field(
        default=(),
        description="What is to be shown.",
        examples=[["The team meets within 30 minutes."]],
    )
    scenarios: tuple[ScenarioRef, ...] = Field(
        default=(), description="The scenarios that are played.", examples=[["cyber-attack"]]
    )
    plans: tuple[PlanRef, ...] = Field(
        default=(), description="The plans that are tried.", examples=[["bcp-network"]]
    )
    call_trees: tuple[Annotated[str, Ref("call-tree")], ...] = Field(
        default=(), description="The call trees that are tried.", examples=[["crisis-team"]]
    )
    participants: tuple[ParticipantRef, ...] = Field(
        default=(), description="Who takes part.", examples=[["crisis-lead", "network"]]
    )
    script: tuple[Inject, ...] = Field(
        default=(),
        description="The script.",
        examples=[[{"id": "smoke", "at": "10 min", "text": "Smoke on floor 4."}]],
    )
    cost: Text | None = Field(
        default=None, description="What it cost.", examples=["Two days of ten people"]
    )
    customer_impact: Text | None = Field(
        default=None, description="What customers noticed.", examples=["Nothing"]
    )
    results: tuple[Result, ...] = Field(
        default=(),
        description="What was reached, against the RTOs.",
        examples=[[{"activity": "noc", "reached": "3h"}]],
    )
    findings: tuple[Observation, ...] = Field(
        default=(),
        description="What was found.",
        examples=[[{"id": "radio-silent", "text": "The radio was not charged."}]],
    )


class Review(Held):
    """A review of plans, or of the whole programme (ISO 22301:2019, 8.6 and 9.3)."""

    plans: tuple[PlanRef, ...] = Field(
        default=(),
        description="What is reviewed; left out, the whole programme.",
        examples=[["bcp-network"]],
    )
    management: bool = Field(
        default=False, description="True for a management review.", examples=[True]
    )
    findings: tuple[Observation, ...] = Field(
        default=(),
        description="What was found.",
        examples=[[{"id": "old-names", "text": "Two names had left."}]],
    )


class Topic(Part):
    """One topic of an assessment."""

    topic: Text = Field(description="The topic.", examples=["Exercises"])
    maturity: float = Field(ge=0, le=5, description="Where it stands, 0 to 5.", examples=[2.5])
    target: float | None = Field(
        default=None, ge=0, le=5, description="Where it should be.", examples=[3]
    )
    note: Text | None = Field(
        default=None, description="Why.", examples=["No exercise with suppliers yet."]
    )


class Assessment(Held):
    """An assessment or audit of maturity (ISO 22301:2019, 9.1 and 9.2)."""

    framework: Name | None = Field(
        default=None, description="What it follows.", examples=["ISO 22301:2019"]
    )
    audit: bool = Field(default=False, description="True for a full audit.", examples=[True])
    topics: tuple[Topic, ...] = Field(
        default=(),
        description="Maturity by topic.",
        examples=[[{"topic": "Exercises", "maturity": 2.5, "target": 3}]],
    )
    findings: tuple[Observation, ...] = Field(
        default=(),
        description="What was found.",
        examples=[[{"id": "no-supplier-test", "text": "Suppliers were never tested."}]],
    )


class Campaign(Held):
    """An awareness campaign in normal times (ISO 22301:2019, 7.3)."""

    to: Text | None = Field(default=None, description="For whom.", examples=["All staff"])
    channel: Text | None = Field(
        default=None, description="How they are reached.", examples=["Lunch talk"]
    )
    message: Text | None = Field(
        default=None,
        description="What they should remember.",
        examples=["The plan is on your phone: open it today."],
    )
