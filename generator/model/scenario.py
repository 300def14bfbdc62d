"""Scenarios: what may happen, and what is then done, by phase and role."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from generator.model.action import Observation
from generator.model.base import (
    About,
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


class Variant(Part, frozen=True, kw_only=True):
    """A form that the scenario takes, such as short and long."""

    id: Annotated[Id, About("A short stable name.", "long")]
    title: Annotated[Text, About("What it is called.", "Longer than a day")]
    when: Annotated[
        Text | None,
        About("How to tell that it is this one.", "The building will not open again today."),
    ] = None


class Triggers(Part, frozen=True, kw_only=True):
    """What starts the scenario."""

    match: Annotated[Match, About("Whether all must be so, or any is enough.", "any")] = Match.ANY
    conditions: Annotated[
        tuple[Text, ...],
        About(
            "Signs that can be checked.",
            ["The fire alarm sounds.", "The fire brigade closes the street."],
        ),
    ] = ()


class MeasureFor(StrEnum):
    """For whom a temporary measure is."""

    STAFF = "staff"
    CUSTOMERS = "customers"


class TemporaryMeasure(Restricted, frozen=True, kw_only=True):
    """A measure for a long crisis, to be withdrawn afterwards."""

    id: Annotated[Id, About("A short stable name.", "telework")]
    title: Annotated[Text, About("The measure.", "Everyone works from home.")]
    concerns: Annotated[MeasureFor, About("Staff or customers.", "customers")] = MeasureFor.STAFF
    details: Annotated[
        Text | None, About("How it works.", "Laptops are handed out at the depot.")
    ] = None
    owner: Annotated[RoleRef | None, About("Who sees to it.", "staff-lead")] = None
    ends_when: Annotated[
        Text | None, About("When it is withdrawn.", "The building has been released.")
    ] = None


class Scenario(Noun, frozen=True, kw_only=True):
    """Something that may happen. It is not its cause: fire and flood both close the offices."""

    title: Annotated[Text, About("What people would say is happening.", "We can't use the offices")]
    summary: Annotated[
        Text | None, About("One sentence more.", "The tower is closed, for hours or for weeks.")
    ] = None
    icon: Annotated[Icon, About("The picture on its tile.", "building")] = Icon.WARNING
    causes: Annotated[tuple[Text, ...], About("What may cause it.", ["Fire", "Flood"])] = ()
    recognise: Annotated[
        tuple[Text, ...],
        About(
            "How someone who knows nothing sees that it is this.", ["Badges do not open the doors."]
        ),
    ] = ()
    variants: Annotated[
        tuple[Variant, ...], About("Forms it takes.", [{"id": "short", "title": "Less than a day"}])
    ] = ()
    triggers: Annotated[
        Triggers,
        About("What starts it.", {"match": "any", "conditions": ["The fire alarm sounds."]}),
    ] = Triggers()
    criteria: Annotated[
        tuple[CriterionRef, ...],
        About("The criteria that tell how serious it is.", ["backbone-split"]),
    ] = ()
    safety: Annotated[
        tuple[Step, ...],
        About(
            "What everyone does first, for their own safety.",
            [{"id": "leave", "do": "Leave by the nearest exit."}],
        ),
    ] = ()
    phases: Annotated[
        tuple[Phase, ...],
        About(
            "The phases, in order.",
            [{"id": "immediate", "title": "Now", "begins": "0", "ends": "2h"}],
        ),
    ] = ()
    call_trees: Annotated[
        tuple[CallTreeRef, ...], About("Call trees it uses.", ["crisis-team"])
    ] = ()
    messages: Annotated[tuple[MessageRef, ...], About("Messages it uses.", ["staff-alert"])] = ()
    measures: Annotated[
        tuple[TemporaryMeasure, ...],
        About(
            "Temporary measures for a long crisis.",
            [{"id": "telework", "title": "Everyone works from home."}],
        ),
    ] = ()
    stand_down: Annotated[
        StandDown, About("How it ends.", {"criteria": ["The building has been released."]})
    ] = StandDown()
    sites: Annotated[tuple[SiteRef, ...], About("Sites it may hit.", ["tower"])] = ()
    suppliers: Annotated[tuple[SupplierRef, ...], About("Suppliers who help.", ["lumenlijn"])] = ()
    authorities: Annotated[
        tuple[AuthorityRef, ...], About("Authorities to warn.", ["data-protection"])
    ] = ()
    keywords: Annotated[
        tuple[Text, ...],
        About("Other words by which people search for it.", ["fire", "evacuation", "smoke"]),
    ] = ()


class Activation(Noun, frozen=True, kw_only=True):
    """A time when a scenario was activated: with its cause, its course and what was learned."""

    scenario: Annotated[ScenarioRef, About("The scenario that was activated.", "offices-closed")]
    title: Annotated[Text, About("What it was.", "Pandemic")]
    cause: Annotated[Text | None, About("What caused it.", "Government measures")] = None
    begins: Annotated[date, About("The first day.", "2020-03-13")]
    ends: Annotated[
        date | None,
        About("The last day; left out while it lasts.", "2022-05-23"),
    ] = None
    level: Annotated[LevelRef | None, About("The highest level reached.", "crisis")] = None
    variant: Annotated[VariantRef | None, About("The variant that it was.", "long")] = None
    summary: Annotated[
        Text | None,
        About("What happened, in a few sentences.", "All staff worked from home within two days."),
    ] = None
    learned: Annotated[
        tuple[Text, ...], About("What was learned.", ["Sign contracts electronically."])
    ] = ()
    findings: Annotated[
        tuple[Observation, ...],
        About(
            "What was found, and what is done about it.",
            [{"id": "no-tokens", "text": "Too few tokens to sign with."}],
        ),
    ] = ()
