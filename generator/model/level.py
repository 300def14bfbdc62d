"""Alert levels, and the objective criteria that lead to them."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from generator.model.base import (
    CallTreeRef,
    ChecklistRef,
    LevelRef,
    MessageRef,
    Noun,
    Part,
    RoleRef,
)
from generator.model.text import Name, Text


class Activates(Part):
    """What a level sets in motion."""

    roles: tuple[RoleRef, ...] = Field(
        default=(), description="Roles that start work.", examples=[["crisis-lead"]]
    )
    call_trees: tuple[CallTreeRef, ...] = Field(
        default=(), description="Call trees to start.", examples=[["crisis-team"]]
    )
    checklists: tuple[ChecklistRef, ...] = Field(
        default=(), description="Checklists to open.", examples=[["open-crisis-room"]]
    )
    messages: tuple[MessageRef, ...] = Field(
        default=(), description="Messages to send.", examples=[["staff-alert"]]
    )


class Level(Noun):
    """One alert level. Organisations number them up or down; ``severity`` puts them in order."""

    title: Text = Field(description="What the level is called.", examples=["Crisis"])
    number: Name | None = Field(
        default=None,
        description="How people number it, whichever way the numbers run.",
        examples=["3"],
    )
    severity: int = Field(
        ge=1,
        le=20,
        description="Its place in the order: 1 is the least serious.",
        examples=[3],
    )
    crisis: bool = Field(
        default=False, description="True if this level is a crisis.", examples=[True]
    )
    meaning: Text | None = Field(
        default=None,
        description="What it means, in a sentence.",
        examples=["More than one critical service is down and will not be back in time."],
    )
    activates: Activates = Field(
        default=Activates(),
        description="What the level sets in motion.",
        examples=[{"roles": ["crisis-lead"], "call_trees": ["crisis-team"]}],
    )
    declared_by: tuple[RoleRef, ...] = Field(
        default=(), description="Who may declare it, in this order.", examples=[["crisis-lead"]]
    )
    ended_by: tuple[RoleRef, ...] = Field(
        default=(), description="Who may end it.", examples=[["crisis-lead"]]
    )


class Nature(StrEnum):
    """Whether a criterion is about technology or not."""

    TECHNICAL = "technical"
    NON_TECHNICAL = "non-technical"


class Match(StrEnum):
    """Whether all conditions must hold or any one is enough."""

    ALL = "all"
    ANY = "any"


class Operator(StrEnum):
    """How a measured value is compared."""

    MORE = ">"
    AT_LEAST = ">="
    LESS = "<"
    AT_MOST = "<="
    EQUAL = "="


class Condition(Part):
    """One thing that can be checked."""

    text: Text | None = Field(
        default=None,
        description="The condition in words; or give metric, operator, value and unit.",
        examples=["Somebody is injured."],
    )
    metric: Text | None = Field(
        default=None, description="What is measured.", examples=["Nodes unreachable"]
    )
    operator: Operator = Field(
        default=Operator.AT_LEAST, description="How it is compared.", examples=[">="]
    )
    value: Name | None = Field(
        default=None, description="The value it is compared with.", examples=["2"]
    )
    unit: Text | None = Field(
        default=None, description="The unit of the value.", examples=["hours"]
    )


class Criterion(Noun):
    """An objective criterion that leads to a level. If unsure, take the higher level."""

    title: Text = Field(description="The criterion in a few words.", examples=["Backbone split"])
    kind: Nature = Field(
        default=Nature.NON_TECHNICAL,
        description="Technical or non-technical.",
        examples=["technical"],
    )
    leads_to: LevelRef = Field(description="The level that it leads to.", examples=["crisis"])
    match: Match = Field(
        default=Match.ALL,
        description="Whether all conditions must hold, or any is enough.",
        examples=["any"],
    )
    conditions: tuple[Condition, ...] = Field(
        min_length=1,
        description="What to check.",
        examples=[[{"metric": "Nodes unreachable", "operator": ">=", "value": 2}]],
    )
