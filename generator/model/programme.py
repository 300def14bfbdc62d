"""The continuity programme: why, what, how much and who; scales, scope and responsibilities."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from generator.model.action import OwnerRef
from generator.model.base import About, Id, Part, Ref
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


class ScopeItem(Part, frozen=True, kw_only=True):
    """Something that the programme covers, or leaves out, and why (ISO 22301:2019, 4.3)."""

    id: Annotated[Id, About("A short stable name.", "branch-offices")]
    subject: Annotated[Text, About("What it is about.", "Branch offices")]
    included: Annotated[bool, About("False if it is left out.", False)] = True
    reason: Annotated[
        Text | None, About("Why it is in or out.", "They can move to the head office within a day.")
    ] = None


class ScaleStep(Part, frozen=True, kw_only=True):
    """One value of a scale."""

    value: Annotated[int, About("The value.", 3, at_least=0, at_most=100)]
    title: Annotated[Text, About("What it is called.", "Serious")]
    meaning: Annotated[Text | None, About("How to tell.", "Customers leave.")] = None


class Appetite(Part, frozen=True, kw_only=True):
    """How much risk the organisation takes (likelihood times impact)."""

    statement: Annotated[
        Text | None, About("In words.", "We accept delays, never danger to people.")
    ] = None
    accept_up_to: Annotated[
        int | None,
        About(
            "The highest product of likelihood and impact that is accepted as it is.", 6, at_least=0
        ),
    ] = None


class Stakeholder(Part, frozen=True, kw_only=True):
    """Somebody with an interest in the programme (ISO 22301:2019, 4.2)."""

    id: Annotated[Id, About("A short stable name.", "board")]
    name: Annotated[Name, About("Who it is.", {"en": "The board"})]
    interest: Annotated[
        Text, About("What they expect.", "The service is back within agreed times.")
    ]


class Responsibility(Part, frozen=True, kw_only=True):
    """Who does, answers for, is asked about and hears of a piece of work (RACI)."""

    id: Annotated[Id, About("A short stable name.", "impact-analysis")]
    subject: Annotated[Text, About("The work.", "Impact analysis")]
    responsible: Annotated[tuple[ActorRef, ...], About("Who does it.", ["continuity-manager"])] = ()
    accountable: Annotated[ActorRef | None, About("Who answers for it: one.", "director")] = None
    consulted: Annotated[tuple[ActorRef, ...], About("Who is asked.", ["network"])] = ()
    informed: Annotated[tuple[ActorRef, ...], About("Who is told.", ["customer-lead"])] = ()


class Milestone(Part, frozen=True, kw_only=True):
    """One step of the roadmap."""

    id: Annotated[Id, About("A short stable name.", "first-audit")]
    title: Annotated[Text, About("What is reached.", "First full audit")]
    owner: Annotated[OwnerRef | None, About("Who sees to it.", "continuity-manager")] = None
    due: Annotated[date, About("The day.", "2027-03-31")]
    done: Annotated[date | None, About("The day it was reached.", "2027-03-30")] = None


class RecoveryOrder(Part, frozen=True, kw_only=True):
    """The order in which things come back, where the plan states it instead of deriving it."""

    activities: Annotated[
        tuple[Annotated[str, Ref("activity")], ...],
        About("Activities, the first one first.", ["noc", "routing"]),
    ] = ()
    products: Annotated[
        tuple[Annotated[str, Ref("product")], ...],
        About("Products, the first one first.", ["connectivity"]),
    ] = ()
    customers: Annotated[
        tuple[Annotated[str, Ref("customer")], ...],
        About("Customers, the first one first.", ["hospital"]),
    ] = ()
    reason: Annotated[Text | None, About("Why this order.", "Hospitals first.")] = None


class Programme(Part, frozen=True, kw_only=True):
    """The continuity programme. Four questions are answered before anything else."""

    why: Annotated[
        Text | None, About("Why does the organisation do this?", "Hospitals depend on our network.")
    ] = None
    what: Annotated[
        Text | None,
        About("What must go on, whatever happens?", "The backbone and its supervision."),
    ] = None
    how_much: Annotated[
        Text | None,
        About(
            "How much may it cost, and how much may be lost?",
            "Two hours without service; 2 % of the budget.",
        ),
    ] = None
    who: Annotated[
        Text | None,
        About("Who leads it, and who takes part?", "The continuity manager, with every unit head."),
    ] = None
    scope: Annotated[
        tuple[ScopeItem, ...],
        About(
            "What is in and what is out.",
            [{"id": "museum", "subject": "The museum", "included": False}],
        ),
    ] = ()
    likelihood: Annotated[
        tuple[ScaleStep, ...],
        About(
            "The plan's own scale of likelihood, from low to high.",
            [{"value": 1, "title": "Rare"}, {"value": 2, "title": "Yearly"}],
        ),
    ] = ()
    impact: Annotated[
        tuple[ScaleStep, ...],
        About(
            "The plan's own scale of impact, from low to high.",
            [{"value": 1, "title": "Small"}, {"value": 2, "title": "Grave"}],
        ),
    ] = ()
    appetite: Annotated[Appetite, About("The risk appetite.", {"accept_up_to": 6})] = Appetite()
    stakeholders: Annotated[
        tuple[Stakeholder, ...],
        About(
            "Who has an interest.",
            [{"id": "board", "name": "The board", "interest": "Few surprises."}],
        ),
    ] = ()
    responsibilities: Annotated[
        tuple[Responsibility, ...],
        About("Who does what.", [{"id": "tests", "subject": "Tests", "accountable": "director"}]),
    ] = ()
    roadmap: Annotated[
        tuple[Milestone, ...],
        About("What comes when.", [{"id": "audit", "title": "First audit", "due": "2027-03-31"}]),
    ] = ()
    recovery_order: Annotated[
        RecoveryOrder,
        About("The recovery order, where it is not derived.", {"activities": ["noc", "routing"]}),
    ] = RecoveryOrder()
    standards: Annotated[
        tuple[StandardId, ...],
        About(
            "The standards and laws that the status page answers to, in this order; all "
            "that are known if this is left out.",
            ["iso-22301", "nis2"],
        ),
    ] = ()
    review_every: Annotated[
        Duration | None,
        About("How often plans are reviewed.", "365 days"),
    ] = None
    exercise_every: Annotated[
        Duration | None, About("How often each plan is exercised.", "365 days")
    ] = None
    review_triggers: Annotated[
        tuple[Text, ...],
        About(
            "Events after which plans are reviewed at once.",
            ["Somebody with a crisis role leaves."],
        ),
    ] = ()
