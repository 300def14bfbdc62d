"""What the organisation does to deliver, and what that depends on."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from generator.model.action import OwnerRef
from generator.model.base import About, Noun, Part, ProductRef, Ref, SystemRef, UnitRef
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


class Dependency(Part, frozen=True, kw_only=True):
    """Something that is needed. It is acted on or accepted for a reason, never out of habit."""

    on: Annotated[
        DependencyRef,
        About(
            "What is needed: a system, supplier, site, person, role, machine, activity "
            "or customer.",
            "ticketing",
        ),
    ]
    recovery: Annotated[
        Duration | None,
        About("How long until it is there again; left out, what the thing itself says.", "4h"),
    ] = None
    decision: Annotated[
        Decision, About("`accepted`, `mitigated`, or still `open`.", "mitigated")
    ] = Decision.OPEN
    why: Annotated[
        Text | None,
        About(
            "Why it is accepted, or how it is mitigated.",
            "A second line runs through another street.",
        ),
    ] = None


class Impact(Part, frozen=True, kw_only=True):
    """How bad it gets (ISO 22301:2019, 8.2.2)."""

    after: Annotated[Duration, About("After this time without it.", "4h")]
    impact: Annotated[
        int, About("A value of the programme's scale of impact.", 3, at_least=0, at_most=100)
    ]
    why: Annotated[Text | None, About("What happens then.", "Hospitals lose images.")] = None


class Need(Part, frozen=True, kw_only=True):
    """What the activity needs to run at its minimum level, from some time on."""

    after: Annotated[Duration, About("From this time on.", "4h")]
    people: Annotated[int | None, About("People.", 3, at_least=0)] = None
    desks: Annotated[int | None, About("Desks.", 2, at_least=0)] = None
    systems: Annotated[tuple[SystemRef, ...], About("Systems.", ["ticketing"])] = ()
    other: Annotated[Text | None, About("Anything else.", "A van with fuel")] = None


class NoPlan(Part, frozen=True, kw_only=True):
    """The recorded decision that something needs no plan."""

    reason: Annotated[Text, About("Why it needs none.", "It can wait for three months.")]
    decided: Annotated[date | None, About("When that was decided.", "2026-05-12")] = None
    by: Annotated[OwnerRef | None, About("Who decided.", "director")] = None


class Activity(Noun, frozen=True, kw_only=True):
    """Something that is done to deliver (ISO 22301:2019, 8.2.2)."""

    name: Annotated[Name, About("Its name.", {"en": "Supervise the network"})]
    summary: Annotated[Text | None, About("What it is.", "Watch alarms, day and night.")] = None
    unit: Annotated[UnitRef | None, About("Who does it.", "network")] = None
    owner: Annotated[OwnerRef | None, About("Who answers for it.", "network-lead")] = None
    products: Annotated[
        tuple[ProductRef, ...], About("The products it is needed for.", ["connectivity"])
    ] = ()
    critical: Annotated[
        bool, About("True if it must be back before its MTPD, by a plan.", True)
    ] = False
    priority: Annotated[
        int | None, About("Its place in recovery; 1 comes first.", 1, at_least=1)
    ] = None
    mtpd: Annotated[
        Duration | None,
        About("Maximum tolerable period of disruption.", "1 day"),
    ] = None
    rto: Annotated[Duration | None, About("Recovery time objective.", "4h")] = None
    rpo: Annotated[
        Duration | None, About("Recovery point objective: how much recent data may be lost.", "1h")
    ] = None
    mbco: Annotated[
        Text | None,
        About(
            "Minimum business continuity objective: the least that must go on.",
            "One engineer on duty, calls answered within 15 minutes.",
        ),
    ] = None
    impacts: Annotated[
        tuple[Impact, ...], About("How bad it gets over time.", [{"after": "4h", "impact": 3}])
    ] = ()
    busy: Annotated[
        tuple[Text, ...], About("When it is needed most.", ["Enrolment in September"])
    ] = ()
    workaround: Annotated[
        Text | None,
        About("How it goes on without what is lost.", "Pen, paper and the printed alarm list."),
    ] = None
    needs: Annotated[
        tuple[Need, ...],
        About("What it needs over time.", [{"after": "4h", "people": 3, "desks": 2}]),
    ] = ()
    dependencies: Annotated[
        tuple[Dependency, ...], About("What it depends on.", [{"on": "ticketing"}])
    ] = ()
    needs_no_plan: Annotated[
        NoPlan | None,
        About("The recorded decision that it needs no plan.", {"reason": "It can wait."}),
    ] = None
    keywords: Annotated[tuple[Text, ...], About("Other words to search by.", ["monitoring"])] = ()
