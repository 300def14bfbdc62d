"""The phases of a scenario, from its start to the stand-down."""

from __future__ import annotations

from typing import Annotated

from generator.model.base import About, ChecklistRef, Id, Part, RoleRef, VariantRef
from generator.model.checklist import Step
from generator.model.duration import Duration
from generator.model.text import Text


class Assignment(Part, frozen=True, kw_only=True):
    """One role's checklist in a phase."""

    role: Annotated[
        RoleRef | None, About("Who works the list; left out, everyone does.", "crisis-lead")
    ] = None
    checklist: Annotated[ChecklistRef, About("The list to work.", "offices-crisis-lead-now")]
    variants: Annotated[
        tuple[VariantRef, ...], About("Only in these variants; left out, in all.", ["long"])
    ] = ()


class Phase(Part, frozen=True, kw_only=True):
    """A stretch of time with its own work (HICS: immediate, intermediate, extended, ...)."""

    id: Annotated[Id, About("A short stable name.", "immediate")]
    title: Annotated[Text, About("What it is called.", "Now")]
    begins: Annotated[Duration | None, About("When it begins, from the start.", "0")] = None
    ends: Annotated[Duration | None, About("When it ends; left out, it is open.", "2h")] = None
    goal: Annotated[
        Text | None, About("What must be true at its end.", "Everyone is safe and accounted for.")
    ] = None
    checklists: Annotated[
        tuple[Assignment, ...],
        About(
            "Who works which list.",
            [{"role": "crisis-lead", "checklist": "offices-crisis-lead-now"}],
        ),
    ] = ()


class StandDown(Part, frozen=True, kw_only=True):
    """How the scenario ends: on criteria, not on a feeling (CyFun 2025, RC.RP-06.1)."""

    criteria: Annotated[
        tuple[Text, ...],
        About("What must be true.", ["All services have run for 24 hours without intervention."]),
    ] = ()
    declared_by: Annotated[
        tuple[RoleRef, ...], About("Who declares the end.", ["crisis-lead"])
    ] = ()
    steps: Annotated[
        tuple[Step, ...],
        About("What is then done.", [{"id": "tell-staff", "do": "Tell staff that it is over."}]),
    ] = ()
