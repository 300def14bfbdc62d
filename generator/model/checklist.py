"""Checklists, their steps, and blocks of steps that several checklists share."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from generator.model.base import (
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


class Branch(Part):
    """One answer of a decision, and where it leads."""

    answer: Text = Field(description="The answer.", examples=["Yes"])
    go_to: TargetRef | None = Field(
        default=None,
        description="The step (in this checklist) or the checklist to go on with.",
        examples=["restore-from-backup"],
    )


class Step(Restricted):
    """One line of a checklist: exactly one of do, do_not, ask, option, decide, pause, block."""

    id: Id | None = Field(
        default=None,
        description="A short stable name: ticks on phones follow it. Only `block` needs none.",
        examples=["call-112"],
    )
    aliases: tuple[Id, ...] = Field(
        default=(), description="Former ids; ticks on phones follow.", examples=[["call-100"]]
    )
    do: Text | None = Field(
        default=None,
        description="One action, starting with a verb.",
        examples=["Call 112."],
    )
    do_not: Text | None = Field(
        default=None,
        description="What must not be done; the words DO NOT are put before it.",
        examples=["use the lifts."],
    )
    ask: Text | None = Field(
        default=None, description="A question to answer.", examples=["Is everyone out?"]
    )
    option: Text | None = Field(
        default=None,
        description="One of several things that can be done, in any order.",
        examples=["Borrow laptops from the training room."],
    )
    decide: Text | None = Field(
        default=None, description="A question whose answer branches.", examples=["Backups work?"]
    )
    branches: tuple[Branch, ...] = Field(
        default=(),
        description="Where each answer of `decide` leads.",
        examples=[[{"answer": "Yes", "go_to": "restore"}, {"answer": "No", "go_to": "rebuild"}]],
    )
    pause: Text | None = Field(
        default=None,
        description="A pause point: a heading between groups of fewer than ten steps.",
        examples=["Before you leave the building"],
    )
    block: BlockRef | None = Field(
        default=None,
        description="The id of a block whose steps stand here.",
        examples=["leave-building"],
    )
    note: Text | None = Field(
        default=None,
        description="A detail that helps with the step.",
        examples=["The key hangs behind the door."],
    )
    roles: tuple[RoleRef, ...] = Field(
        default=(),
        description="Who does it, where it is not the reader.",
        examples=[["ict-lead"]],
    )
    within: Duration | None = Field(
        default=None, description="Time limit, from the start.", examples=["15 min"]
    )
    takes: Duration | None = Field(
        default=None, description="How long the step takes.", examples=["10 min"]
    )
    alongside: bool = Field(
        default=False,
        description="True if it can be done while the step before it is being done.",
        examples=[True],
    )
    call: ContactRef | None = Field(
        default=None,
        description="Whom the step calls: a role, person, unit, supplier, customer, authority, "
        "site or emergency number.",
        examples=["ict-lead"],
    )
    start: CallTreeRef | None = Field(
        default=None, description="The call tree that it starts.", examples=["crisis-team"]
    )
    send: MessageRef | None = Field(
        default=None, description="The message that it sends.", examples=["staff-alert"]
    )
    at: SiteRef | None = Field(
        default=None, description="The site where it happens.", examples=["tower"]
    )
    place: Text | None = Field(
        default=None, description="The place within the site.", examples=["Crisis room"]
    )

    @property
    def kind(self) -> StepKind:
        """Which of the seven kinds it is; the first one that is filled in."""
        return next(kind for kind, name in _CONTENTS if self.__dict__[name] is not None)

    @property
    def text(self) -> Text | None:
        """What the line says; None for a block."""
        for _, name in _CONTENTS:
            content = self.__dict__[name]
            if isinstance(content, Text):
                return content
        return None

    @property
    def filled(self) -> tuple[StepKind, ...]:
        """Every kind that is filled in; a sound step has one."""
        return tuple(kind for kind, name in _CONTENTS if self.__dict__[name] is not None)


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


class Block(Noun):
    """Steps that several checklists share."""

    title: Text = Field(description="What the steps are for.", examples=["Leave the building"])
    steps: tuple[Step, ...] = Field(
        default=(),
        description="The steps, in order.",
        examples=[[{"id": "leave", "do": "Leave by the nearest exit."}]],
    )


class Style(StrEnum):
    """How a checklist is worked (Degani and Wiener, NASA CR-177605)."""

    READ_DO = "read-do"
    DO_CONFIRM = "do-confirm"


class Checklist(Noun):
    """Steps for one role at one moment."""

    title: Text = Field(
        description="What the list is for.", examples=["First 30 minutes: crisis lead"]
    )
    style: Style = Field(
        default=Style.READ_DO,
        description="`read-do`: read a step, do it. `do-confirm`: do from memory, then confirm.",
        examples=["do-confirm"],
    )
    roles: tuple[RoleRef, ...] = Field(
        default=(), description="Who works it.", examples=[["crisis-lead"]]
    )
    purpose: Text | None = Field(
        default=None,
        description="What is true when the list is done.",
        examples=["The crisis team is at work and knows the facts."],
    )
    steps: tuple[Step, ...] = Field(
        default=(),
        description="The steps, in order.",
        examples=[[{"id": "call-112", "do": "Call 112."}]],
    )
    keywords: tuple[Text, ...] = Field(
        default=(), description="Other words to search by.", examples=[["evacuation"]]
    )
