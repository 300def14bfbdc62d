"""The phases of a scenario, from its start to the stand-down."""

from __future__ import annotations

from pydantic import Field

from generator.model.base import ChecklistRef, Id, Part, RoleRef, VariantRef
from generator.model.checklist import Step
from generator.model.duration import Duration
from generator.model.text import Text


class Assignment(Part):
    """One role's checklist in a phase."""

    role: RoleRef | None = Field(
        default=None,
        description="Who works the list; left out, everyone does.",
        examples=["crisis-lead"],
    )
    checklist: ChecklistRef = Field(
        description="The list to work.", examples=["offices-crisis-lead-now"]
    )
    variants: tuple[VariantRef, ...] = Field(
        default=(),
        description="Only in these variants; left out, in all.",
        examples=[["long"]],
    )


class Phase(Part):
    """A stretch of time with its own work (HICS: immediate, intermediate, extended, ...)."""

    id: Id = Field(description="A short stable name.", examples=["immediate"])
    title: Text = Field(description="What it is called.", examples=["Now"])
    begins: Duration | None = Field(
        default=None, description="When it begins, from the start.", examples=["0"]
    )
    ends: Duration | None = Field(
        default=None, description="When it ends; left out, it is open.", examples=["2h"]
    )
    goal: Text | None = Field(
        default=None,
        description="What must be true at its end.",
        examples=["Everyone is safe and accounted for."],
    )
    checklists: tuple[Assignment, ...] = Field(
        default=(),
        description="Who works which list.",
        examples=[[{"role": "crisis-lead", "checklist": "offices-crisis-lead-now"}]],
    )


class StandDown(Part):
    """How the scenario ends: on criteria, not on a feeling (CyFun 2025, RC.RP-06.1)."""

    criteria: tuple[Text, ...] = Field(
        default=(),
        description="What must be true.",
        examples=[["All services have run for 24 hours without intervention."]],
    )
    declared_by: tuple[RoleRef, ...] = Field(
        default=(), description="Who declares the end.", examples=[["crisis-lead"]]
    )
    steps: tuple[Step, ...] = Field(
        default=(),
        description="What is then done.",
        examples=[[{"id": "tell-staff", "do": "Tell staff that it is over."}]],
    )
