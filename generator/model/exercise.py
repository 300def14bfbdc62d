"""Practice and improvement: exercises, reviews, assessments, campaigns."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from generator.model.action import Observation, OwnerRef
from generator.model.base import About, CallTreeRef, Id, Noun, Part, Ref, RoleRef, ScenarioRef
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


class Inject(Part, frozen=True, kw_only=True):
    """One line of an exercise's script: what the players hear, and what they should do."""

    id: Annotated[Id, About("A short stable name.", "smoke")]
    at: Annotated[Duration, About("When, from the start.", "10 min")]
    text: Annotated[Text, About("What the players hear.", "Smoke on floor 4, says the guard.")]
    to: Annotated[RoleRef | None, About("Who hears it.", "crisis-lead")] = None
    expected: Annotated[Text | None, About("What they should do.", "Start the evacuation.")] = None


class Result(Part, frozen=True, kw_only=True):
    """What an exercise reached, against the activity's RTO."""

    activity: Annotated[ActivityRef, About("The activity.", "noc")]
    reached: Annotated[Duration, About("How long it took.", "3h 20 min")]


class Held(Noun, frozen=True, kw_only=True):
    """Something with a day on which it is planned, and one on which it was held."""

    title: Annotated[Text, About("What it is called.", "Autumn tabletop")]
    planned: Annotated[date | None, About("The day it is planned for.", "2026-11-12")] = None
    held: Annotated[
        date | None, About("The day it was held; left out until then.", "2026-11-12")
    ] = None
    owner: Annotated[OwnerRef | None, About("Who sees to it.", "continuity-manager")] = None
    summary: Annotated[
        Text | None,
        About("How it went.", "The team was there in 25 minutes."),
    ] = None


class Exercise(Held, frozen=True, kw_only=True):
    """An exercise or test (ISO 22301:2019, 8.5)."""

    type: Annotated[ExerciseType, About("What type it is.", "tabletop")] = ExerciseType.TABLETOP
    objectives: Annotated[
        tuple[Text, ...], About("What is to be shown.", ["The team meets within 30 minutes."])
    ] = ()
    scenarios: Annotated[
        tuple[ScenarioRef, ...], About("The scenarios that are played.", ["cyber-attack"])
    ] = ()
    plans: Annotated[tuple[PlanRef, ...], About("The plans that are tried.", ["bcp-network"])] = ()
    call_trees: Annotated[
        tuple[CallTreeRef, ...],
        About("The call trees that are tried.", ["crisis-team"]),
    ] = ()
    participants: Annotated[
        tuple[ParticipantRef, ...], About("Who takes part.", ["crisis-lead", "network"])
    ] = ()
    script: Annotated[
        tuple[Inject, ...],
        About("The script.", [{"id": "smoke", "at": "10 min", "text": "Smoke on floor 4."}]),
    ] = ()
    cost: Annotated[Text | None, About("What it cost.", "Two days of ten people")] = None
    customer_impact: Annotated[Text | None, About("What customers noticed.", "Nothing")] = None
    results: Annotated[
        tuple[Result, ...],
        About("What was reached, against the RTOs.", [{"activity": "noc", "reached": "3h"}]),
    ] = ()
    findings: Annotated[
        tuple[Observation, ...],
        About("What was found.", [{"id": "radio-silent", "text": "The radio was not charged."}]),
    ] = ()


class Review(Held, frozen=True, kw_only=True):
    """A review of plans, or of the whole programme (ISO 22301:2019, 8.6 and 9.3)."""

    plans: Annotated[
        tuple[PlanRef, ...],
        About("What is reviewed; left out, the whole programme.", ["bcp-network"]),
    ] = ()
    management: Annotated[bool, About("True for a management review.", True)] = False
    findings: Annotated[
        tuple[Observation, ...],
        About("What was found.", [{"id": "old-names", "text": "Two names had left."}]),
    ] = ()


class Topic(Part, frozen=True, kw_only=True):
    """One topic of an assessment."""

    topic: Annotated[Text, About("The topic.", "Exercises")]
    maturity: Annotated[float, About("Where it stands, 0 to 5.", 2.5, at_least=0, at_most=5)]
    target: Annotated[float | None, About("Where it should be.", 3, at_least=0, at_most=5)] = None
    note: Annotated[Text | None, About("Why.", "No exercise with suppliers yet.")] = None


class Assessment(Held, frozen=True, kw_only=True):
    """An assessment or audit of maturity (ISO 22301:2019, 9.1 and 9.2)."""

    framework: Annotated[Name | None, About("What it follows.", "ISO 22301:2019")] = None
    audit: Annotated[bool, About("True for a full audit.", True)] = False
    topics: Annotated[
        tuple[Topic, ...],
        About("Maturity by topic.", [{"topic": "Exercises", "maturity": 2.5, "target": 3}]),
    ] = ()
    findings: Annotated[
        tuple[Observation, ...],
        About(
            "What was found.", [{"id": "no-supplier-test", "text": "Suppliers were never tested."}]
        ),
    ] = ()


class Campaign(Held, frozen=True, kw_only=True):
    """An awareness campaign in normal times (ISO 22301:2019, 7.3)."""

    to: Annotated[Text | None, About("For whom.", "All staff")] = None
    channel: Annotated[Text | None, About("How they are reached.", "Lunch talk")] = None
    message: Annotated[
        Text | None,
        About("What they should remember.", "The plan is on your phone: open it today."),
    ] = None
