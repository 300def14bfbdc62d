"""Checklists, their steps, and blocks of steps that several checklists share."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from generator.model.base import (
    About,
    CallTreeRef,
    ContactRef,
    Id,
    MessageRef,
    Noun,
    Part,
    Ref,
    Restricted,
    RoleRef,
    SiteRef,
)
from generator.model.duration import Duration
from generator.model.text import Text

TargetRef = Annotated[str, Ref("step", "checklist")]
BlockRef = Annotated[str, Ref("block")]


class StepKind(StrEnum):
    """What kind of line a step is."""

    DO = "do"
    DO_NOT = "do-not"
    ASK = "ask"
    OPTION = "option"
    DECIDE = "decide"
    PAUSE = "pause"
    BLOCK = "block"


class Branch(Part, frozen=True, kw_only=True):
    """One answer of a decision, and where it leads."""

    answer: Annotated[Text, About("The answer.", "Yes")]
    go_to: Annotated[
        TargetRef | None,
        About(
            "The step (in this checklist) or the checklist to go on with.", "restore-from-backup"
        ),
    ] = None


class Step(Restricted, frozen=True, kw_only=True):
    """One line of a checklist: exactly one of do, do_not, ask, option, decide, pause, block."""

    id: Annotated[
        Id | None,
        About(
            "A short stable name: ticks on phones follow it. Only `block` needs none.", "call-112"
        ),
    ] = None
    aliases: Annotated[
        tuple[Id, ...], About("Former ids; ticks on phones follow.", ["call-100"])
    ] = ()
    do: Annotated[Text | None, About("One action, starting with a verb.", "Call 112.")] = None
    do_not: Annotated[
        Text | None,
        About("What must not be done; the words DO NOT are put before it.", "use the lifts."),
    ] = None
    ask: Annotated[Text | None, About("A question to answer.", "Is everyone out?")] = None
    option: Annotated[
        Text | None,
        About(
            "One of several things that can be done, in any order.",
            "Borrow laptops from the training room.",
        ),
    ] = None
    decide: Annotated[
        Text | None,
        About("A question whose answer branches.", "Backups work?"),
    ] = None
    branches: Annotated[
        tuple[Branch, ...],
        About(
            "Where each answer of `decide` leads.",
            [{"answer": "Yes", "go_to": "restore"}, {"answer": "No", "go_to": "rebuild"}],
        ),
    ] = ()
    pause: Annotated[
        Text | None,
        About(
            "A pause point: a heading between groups of fewer than ten steps.",
            "Before you leave the building",
        ),
    ] = None
    block: Annotated[
        BlockRef | None, About("The id of a block whose steps stand here.", "leave-building")
    ] = None
    note: Annotated[
        Text | None, About("A detail that helps with the step.", "The key hangs behind the door.")
    ] = None
    roles: Annotated[
        tuple[RoleRef, ...], About("Who does it, where it is not the reader.", ["ict-lead"])
    ] = ()
    within: Annotated[Duration | None, About("Time limit, from the start.", "15 min")] = None
    takes: Annotated[Duration | None, About("How long the step takes.", "10 min")] = None
    alongside: Annotated[
        bool, About("True if it can be done while the step before it is being done.", True)
    ] = False
    call: Annotated[
        ContactRef | None,
        About(
            "Whom the step calls: a role, person, unit, supplier, customer, authority, "
            "site or emergency number.",
            "ict-lead",
        ),
    ] = None
    start: Annotated[
        CallTreeRef | None,
        About("The call tree that it starts.", "crisis-team"),
    ] = None
    send: Annotated[MessageRef | None, About("The message that it sends.", "staff-alert")] = None
    at: Annotated[SiteRef | None, About("The site where it happens.", "tower")] = None
    place: Annotated[Text | None, About("The place within the site.", "Crisis room")] = None

    @property
    def kind(self) -> StepKind:
        """Which of the seven kinds it is; the first one that is filled in."""
        return next(kind for kind, name in _CONTENTS if getattr(self, name) is not None)

    @property
    def text(self) -> Text | None:
        """What the line says; None for a block."""
        for _, name in _CONTENTS:
            content = getattr(self, name)
            if isinstance(content, Text):
                return content
        return None

    @property
    def filled(self) -> tuple[StepKind, ...]:
        """Every kind that is filled in; a sound step has one."""
        return tuple(kind for kind, name in _CONTENTS if getattr(self, name) is not None)


_CONTENTS = (
    (StepKind.DO, "do"),
    (StepKind.DO_NOT, "do_not"),
    (StepKind.ASK, "ask"),
    (StepKind.OPTION, "option"),
    (StepKind.DECIDE, "decide"),
    (StepKind.PAUSE, "pause"),
    (StepKind.BLOCK, "block"),
)
"""Each kind with the field that holds its words; steps are asked for them tens of thousands of
times in a build."""


class Block(Noun, frozen=True, kw_only=True):
    """Steps that several checklists share."""

    title: Annotated[Text, About("What the steps are for.", "Leave the building")]
    steps: Annotated[
        tuple[Step, ...],
        About("The steps, in order.", [{"id": "leave", "do": "Leave by the nearest exit."}]),
    ] = ()


class Style(StrEnum):
    """How a checklist is worked (Degani and Wiener, NASA CR-177605)."""

    READ_DO = "read-do"
    DO_CONFIRM = "do-confirm"


class Checklist(Noun, frozen=True, kw_only=True):
    """Steps for one role at one moment."""

    title: Annotated[Text, About("What the list is for.", "First 30 minutes: crisis lead")]
    style: Annotated[
        Style,
        About(
            "`read-do`: read a step, do it. `do-confirm`: do from memory, then confirm.",
            "do-confirm",
        ),
    ] = Style.READ_DO
    roles: Annotated[tuple[RoleRef, ...], About("Who works it.", ["crisis-lead"])] = ()
    purpose: Annotated[
        Text | None,
        About(
            "What is true when the list is done.", "The crisis team is at work and knows the facts."
        ),
    ] = None
    steps: Annotated[
        tuple[Step, ...], About("The steps, in order.", [{"id": "call-112", "do": "Call 112."}])
    ] = ()
    keywords: Annotated[tuple[Text, ...], About("Other words to search by.", ["evacuation"])] = ()
