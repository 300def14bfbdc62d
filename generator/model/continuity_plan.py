"""Plans of the four kinds: keep going, manage the crisis, recover IT, resume the rest."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from generator.model.action import OwnerRef
from generator.model.base import (
    About,
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


class Answer(Part, frozen=True, kw_only=True):
    """The answer to one of the questions that a plan must answer."""

    text: Annotated[Text | None, About("The answer.", "Work from the fallback office.")] = None
    checklists: Annotated[
        tuple[ChecklistRef, ...], About("Lists that say how.", ["open-crisis-room"])
    ] = ()
    roles: Annotated[tuple[RoleRef, ...], About("Who takes part.", ["ict-lead"])] = ()

    @property
    def given(self) -> bool:
        """True if anything was answered."""
        return bool(self.text or self.checklists or self.roles)


class ContinuityPlan(Noun, frozen=True, kw_only=True):
    """One plan (ISO 22301:2019, 8.4.4). A unit's plan answers the three questions."""

    kind: Annotated[
        PlanKind,
        About(
            "`bcp`: keep critical activities going. `cm`: manage the crisis. `drp`: "
            "recover IT. `brp`: resume everything else.",
            "bcp",
        ),
    ]
    title: Annotated[Text, About("Its title.", "Continuity plan, Network")]
    unit: Annotated[UnitRef | None, About("Whose plan it is.", "network")] = None
    owner: Annotated[OwnerRef | None, About("Who keeps it.", "network-lead")] = None
    purpose: Annotated[
        Text | None, About("What it is for.", "The backbone is back in 4 hours.")
    ] = None
    scope: Annotated[Text | None, About("What it covers and what not.", "All eight nodes.")] = None
    activities: Annotated[
        tuple[ActivityRef, ...], About("The activities it protects.", ["noc"])
    ] = ()
    systems: Annotated[tuple[SystemRef, ...], About("The systems it recovers.", ["ticketing"])] = ()
    scenarios: Annotated[
        tuple[ScenarioRef, ...], About("The scenarios it answers.", ["node-down"])
    ] = ()
    strategy: Annotated[
        Text | None,
        About(
            "How it works, in a few sentences (ISO 22301:2019, 8.3).",
            "Move the supervision to Mechelen.",
        ),
    ] = None
    react: Annotated[
        Answer,
        About(
            "First question: how do we react and restore the activity?",
            {"text": "Call the duty engineer.", "checklists": ["noc-move"]},
        ),
    ] = Answer()
    keep_working: Annotated[
        Answer,
        About(
            "Second question: how do our people go on working until it is normal again?",
            {"text": "From home, with the alarm list on paper."},
        ),
    ] = Answer()
    manage: Annotated[
        Answer,
        About(
            "Third question: who manages the recovery, and who takes part?",
            {"roles": ["network-lead"]},
        ),
    ] = Answer()
    resources: Annotated[tuple[ResourceRef, ...], About("What must be ready.", ["grab-bag"])] = ()
    return_steps: Annotated[
        tuple[Step, ...],
        About(
            "How temporary measures are withdrawn (NIS2, annex 4.1.2).",
            [{"id": "move-back", "do": "Move the supervision back."}],
        ),
    ] = ()
    approved: Annotated[date | None, About("When it was approved.", "2026-03-01")] = None
    review_by: Annotated[date | None, About("By when it is reviewed.", "2027-03-01")] = None
