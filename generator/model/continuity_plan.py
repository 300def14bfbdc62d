"""Plans of the four kinds: keep going, manage the crisis, recover IT, resume the rest."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from generator.model.action import OwnerRef
from generator.model.base import (
    ChecklistRef,
    Noun,
    Part,
    Ref,
    RoleRef,
    ScenarioRef,
    SystemRef,
    UnitRef,
)
from generator.model.checklist import Step
from generator.model.text import Text

ActivityRef = Annotated[str, Ref("activity")]
ResourceRef = Annotated[str, Ref("resource")]
PlanRef = Annotated[str, Ref("plan")]


class PlanKind(StrEnum):
    """The four kinds of plan."""

    BCP = "bcp"
    CM = "cm"
    DRP = "drp"
    BRP = "brp"


class Answer(Part):
    """The answer to one of the questions that a plan must answer."""

    text: Text | None = Field(
        default=None, description="The answer.", examples=["Work from the fallback office."]
    )
    checklists: tuple[ChecklistRef, ...] = Field(
        default=(), description="Lists that say how.", examples=[["open-crisis-room"]]
    )
    roles: tuple[RoleRef, ...] = Field(
        default=(), description="Who takes part.", examples=[["ict-lead"]]
    )

    @property
    def given(self) -> bool:
        """True if anything was answered."""
        return bool(self.text or self.checklists or self.roles)


class ContinuityPlan(Noun):
    """One plan (ISO 22301:2019, 8.4.4). A unit's plan answers the three questions."""

    kind: PlanKind = Field(
        description="`bcp`: keep critical activities going. `cm`: manage the crisis. `drp`: "
        "recover IT. `brp`: resume everything else.",
        examples=["bcp"],
    )
    title: Text = Field(description="Its title.", examples=["Continuity plan, Network"])
    unit: UnitRef | None = Field(
        default=None, description="Whose plan it is.", examples=["network"]
    )
    owner: OwnerRef | None = Field(
        default=None, description="Who keeps it.", examples=["network-lead"]
    )
    purpose: Text | None = Field(
        default=None, description="What it is for.", examples=["The backbone is back in 4 hours."]
    )
    scope: Text | None = Field(
        default=None, description="What it covers and what not.", examples=["All eight nodes."]
    )
    activities: tuple[ActivityRef, ...] = Field(
        default=(), description="The activities it protects.", examples=[["noc"]]
    )
    systems: tuple[SystemRef, ...] = Field(
        default=(), description="The systems it recovers.", examples=[["ticketing"]]
    )
    scenarios: tuple[ScenarioRef, ...] = Field(
        default=(), description="The scenarios it answers.", examples=[["node-down"]]
    )
    strategy: Text | None = Field(
        default=None,
        description="How it works, in a few sentences (ISO 22301:2019, 8.3).",
        examples=["Move the supervision to Mechelen."],
    )
    react: Answer = Field(
        default=Answer(),
        description="First question: how do we react and restore the activity?",
        examples=[{"text": "Call the duty engineer.", "checklists": ["noc-move"]}],
    )
    keep_working: Answer = Field(
        default=Answer(),
        description="Second question: how do our people go on working until it is normal again?",
        examples=[{"text": "From home, with the alarm list on paper."}],
    )
    manage: Answer = Field(
        default=Answer(),
        description="Third question: who manages the recovery, and who takes part?",
        examples=[{"roles": ["network-lead"]}],
    )
    resources: tuple[ResourceRef, ...] = Field(
        default=(), description="What must be ready.", examples=[["grab-bag"]]
    )
    return_steps: tuple[Step, ...] = Field(
        default=(),
        description="How temporary measures are withdrawn (NIS2, annex 4.1.2).",
        examples=[[{"id": "move-back", "do": "Move the supervision back."}]],
    )
    approved: date | None = Field(
        default=None, description="When it was approved.", examples=["2026-03-01"]
    )
    review_by: date | None = Field(
        default=None, description="By when it is reviewed.", examples=["2027-03-01"]
    )
