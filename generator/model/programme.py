"""The continuity programme: why, what, how much and who; scales, scope and responsibilities."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from generator.model.action import OwnerRef
from generator.model.base import Id, Part, Ref
from generator.model.duration import Duration
from generator.model.text import Name, Text

ActorRef = Annotated[str, Ref("role", "person", "unit", "supplier", "authority")]


class StandardId(StrEnum):
    """A standard or law that a plan can be held against."""

    ISO_22301 = "iso-22301"
    NIS2_ANNEX = "nis2-annex"
    NIS2 = "nis2"
    CYFUN_2025 = "cyfun-2025"
    DORA = "dora"


class ScopeItem(Part):
    """Something that the programme covers, or leaves out, and why (ISO 22301:2019, 4.3)."""

    id: Id = Field(description="A short stable name.", examples=["branch-offices"])
    subject: Text = Field(description="What it is about.", examples=["Branch offices"])
    included: bool = Field(default=True, description="False if it is left out.", examples=[False])
    reason: Text | None = Field(
        default=None,
        description="Why it is in or out.",
        examples=["They can move to the head office within a day."],
    )


class ScaleStep(Part):
    """One value of a scale."""

    value: int = Field(ge=0, le=100, description="The value.", examples=[3])
    title: Text = Field(description="What it is called.", examples=["Serious"])
    meaning: Text | None = Field(
        default=None, description="How to tell.", examples=["Customers leave."]
    )


class Appetite(Part):
    """How much risk the organisation takes (likelihood times impact)."""

    statement: Text | None = Field(
        default=None,
        description="In words.",
        examples=["We accept delays, never danger to people."],
    )
    accept_up_to: int | None = Field(
        default=None,
        ge=0,
        description="The highest product of likelihood and impact that is accepted as it is.",
        examples=[6],
    )


class Stakeholder(Part):
    """Somebody with an interest in the programme (ISO 22301:2019, 4.2)."""

    id: Id = Field(description="A short stable name.", examples=["board"])
    name: Name = Field(description="Who it is.", examples=[{"en": "The board"}])
    interest: Text = Field(
        description="What they expect.", examples=["The service is back within agreed times."]
    )


class Responsibility(Part):
    """Who does, answers for, is asked about and hears of a piece of work (RACI)."""

    id: Id = Field(description="A short stable name.", examples=["impact-analysis"])
    subject: Text = Field(description="The work.", examples=["Impact analysis"])
    responsible: tuple[ActorRef, ...] = Field(
        default=(), description="Who does it.", examples=[["continuity-manager"]]
    )
    accountable: ActorRef | None = Field(
        default=None, description="Who answers for it: one.", examples=["director"]
    )
    consulted: tuple[ActorRef, ...] = Field(
        default=(), description="Who is asked.", examples=[["network"]]
    )
    informed: tuple[ActorRef, ...] = Field(
        default=(), description="Who is told.", examples=[["customer-lead"]]
    )


class Milestone(Part):
    """One step of the roadmap."""

    id: Id = Field(description="A short stable name.", examples=["first-audit"])
    title: Text = Field(description="What is reached.", examples=["First full audit"])
    owner: OwnerRef | None = Field(
        default=None, description="Who sees to it.", examples=["continuity-manager"]
    )
    due: date = Field(description="The day.", examples=["2027-03-31"])
    done: date | None = Field(
        default=None, description="The day it was reached.", examples=["2027-03-30"]
    )


class RecoveryOrder(Part):
    """The order in which things come back, where the plan states it instead of deriving it."""

    activities: tuple[Annotated[str, Ref("activity")], ...] = Field(
        default=(), description="Activities, the first one first.", examples=[["noc", "routing"]]
    )
    products: tuple[Annotated[str, Ref("product")], ...] = Field(
        default=(), description="Products, the first one first.", examples=[["connectivity"]]
    )
    customers: tuple[Annotated[str, Ref("customer")], ...] = Field(
        default=(), description="Customers, the first one first.", examples=[["hospital"]]
    )
    reason: Text | None = Field(
        default=None, description="Why this order.", examples=["Hospitals first."]
    )


class Programme(Part):
    """The continuity programme. Four questions are answered before anything else."""

    why: Text | None = Field(
        default=None,
        description="Why does the organisation do this?",
        examples=["Hospitals depend on our network."],
    )
    what: Text | None = Field(
        default=None,
        description="What must go on, whatever happens?",
        examples=["The backbone and its supervision."],
    )
    how_much: Text | None = Field(
        default=None,
        description="How much may it cost, and how much may be lost?",
        examples=["Two hours without service; 2 % of the budget."],
    )
    who: Text | None = Field(
        default=None,
        description="Who leads it, and who takes part?",
        examples=["The continuity manager, with every unit head."],
    )
    scope: tuple[ScopeItem, ...] = Field(
        default=(),
        description="What is in and what is out.",
        examples=[[{"id": "museum", "subject": "The museum", "included": False}]],
    )
    likelihood: tuple[ScaleStep, ...] = Field(
        default=(),
        description="The plan's own scale of likelihood, from low to high.",
        examples=[[{"value": 1, "title": "Rare"}, {"value": 2, "title": "Yearly"}]],
    )
    impact: tuple[ScaleStep, ...] = Field(
        default=(),
        description="The plan's own scale of impact, from low to high.",
        examples=[[{"value": 1, "title": "Small"}, {"value": 2, "title": "Grave"}]],
    )
    appetite: Appetite = Field(
        default=Appetite(), description="The risk appetite.", examples=[{"accept_up_to": 6}]
    )
    stakeholders: tuple[Stakeholder, ...] = Field(
        default=(),
        description="Who has an interest.",
        examples=[[{"id": "board", "name": "The board", "interest": "Few surprises."}]],
    )
    responsibilities: tuple[Responsibility, ...] = Field(
        default=(),
        description="Who does what.",
        examples=[[{"id": "tests", "subject": "Tests", "accountable": "director"}]],
    )
    roadmap: tuple[Milestone, ...] = Field(
        default=(),
        description="What comes when.",
        examples=[[{"id": "audit", "title": "First audit", "due": "2027-03-31"}]],
    )
    recovery_order: RecoveryOrder = Field(
        default=RecoveryOrder(),
        description="The recovery order, where it is not derived.",
        examples=[{"activities": ["noc", "routing"]}],
    )
    standards: tuple[StandardId, ...] = Field(
        default=(),
        description="The standards and laws that the status page answers to, in this order; all "
        "that are known if this is left out.",
        examples=[["iso-22301", "nis2"]],
    )
    review_every: Duration | None = Field(
        default=None, description="How often plans are reviewed.", examples=["365 days"]
    )
    exercise_every: Duration | None = Field(
        default=None, description="How often each plan is exercised.", examples=["365 days"]
    )
    review_triggers: tuple[Text, ...] = Field(
        default=(),
        description="Events after which plans are reviewed at once.",
        examples=[["Somebody with a crisis role leaves."]],
    )
