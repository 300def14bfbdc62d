"""Alert levels, and the objective criteria that lead to them."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from generator.model.base import (
    About,
    CallTreeRef,
    ChecklistRef,
    LevelRef,
    MessageRef,
    Noun,
    Part,
    RoleRef,
)
from generator.model.text import Name, Text


class Activates(Part, frozen=True, kw_only=True):
    """What a level sets in motion."""

    roles: Annotated[tuple[RoleRef, ...], About("Roles that start work.", ["crisis-lead"])] = ()
    call_trees: Annotated[
        tuple[CallTreeRef, ...], About("Call trees to start.", ["crisis-team"])
    ] = ()
    checklists: Annotated[
        tuple[ChecklistRef, ...], About("Checklists to open.", ["open-crisis-room"])
    ] = ()
    messages: Annotated[tuple[MessageRef, ...], About("Messages to send.", ["staff-alert"])] = ()


class Level(Noun, frozen=True, kw_only=True):
    """One alert level. Organisations number them up or down; ``severity`` puts them in order."""

    title: Annotated[Text, About("What the level is called.", "Crisis")]
    number: Annotated[
        Name | None, About("How people number it, whichever way the numbers run.", "3")
    ] = None
    severity: Annotated[
        int, About("Its place in the order: 1 is the least serious.", 3, at_least=1, at_most=20)
    ]
    crisis: Annotated[bool, About("True if this level is a crisis.", True)] = False
    meaning: Annotated[
        Text | None,
        About(
            "What it means, in a sentence.",
            "More than one critical service is down and will not be back in time.",
        ),
    ] = None
    activates: Annotated[
        Activates,
        About(
            "What the level sets in motion.",
            {"roles": ["crisis-lead"], "call_trees": ["crisis-team"]},
        ),
    ] = Activates()
    declared_by: Annotated[
        tuple[RoleRef, ...], About("Who may declare it, in this order.", ["crisis-lead"])
    ] = ()
    ended_by: Annotated[tuple[RoleRef, ...], About("Who may end it.", ["crisis-lead"])] = ()


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


class Condition(Part, frozen=True, kw_only=True):
    """One thing that can be checked."""

    text: Annotated[
        Text | None,
        About(
            "The condition in words; or give metric, operator, value and unit.",
            "Somebody is injured.",
        ),
    ] = None
    metric: Annotated[Text | None, About("What is measured.", "Nodes unreachable")] = None
    operator: Annotated[Operator, About("How it is compared.", ">=")] = Operator.AT_LEAST
    value: Annotated[Name | None, About("The value it is compared with.", "2")] = None
    unit: Annotated[Text | None, About("The unit of the value.", "hours")] = None


class Criterion(Noun, frozen=True, kw_only=True):
    """An objective criterion that leads to a level. If unsure, take the higher level."""

    title: Annotated[Text, About("The criterion in a few words.", "Backbone split")]
    kind: Annotated[
        Nature,
        About("Technical or non-technical.", "technical"),
    ] = Nature.NON_TECHNICAL
    leads_to: Annotated[LevelRef, About("The level that it leads to.", "crisis")]
    match: Annotated[
        Match,
        About("Whether all conditions must hold, or any is enough.", "any"),
    ] = Match.ALL
    conditions: Annotated[
        tuple[Condition, ...],
        About(
            "What to check.",
            [{"metric": "Nodes unreachable", "operator": ">=", "value": 2}],
            fewest=1,
        ),
    ]
