"""Call trees: who calls whom."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from generator.model.base import CalleeRef, Id, Noun, Part, Ref, Restricted, RoleRef
from generator.model.duration import Duration
from generator.model.text import Text

NodeRef = Annotated[str, Ref("node")]


class TreeKind(StrEnum):
    """How a call tree works."""

    CASCADE = "cascade"
    HUNT = "hunt"
    SIMULTANEOUS = "simultaneous"


class CallNode(Restricted):
    """One place in a call tree."""

    id: Id = Field(description="A short stable name within the tree.", examples=["ict"])
    who: CalleeRef = Field(
        description="The role (better) or person that is called.", examples=["ict-lead"]
    )
    alternates: tuple[CalleeRef, ...] = Field(
        default=(),
        description="Whom to call instead, in order; a role's own alternates need not be repeated.",
        examples=[["network-lead"]],
    )
    calls: tuple[NodeRef, ...] = Field(
        default=(),
        description="The places in this tree that this one calls, in order.",
        examples=[["network", "systems"]],
    )
    note: Text | None = Field(
        default=None, description="What the caller must know.", examples=["Speaks English only."]
    )


class Target(Part):
    """What share of the people must be reached within what time."""

    share: int = Field(
        default=100, ge=1, le=100, description="The share, in per cent.", examples=[90]
    )
    within: Duration = Field(description="The time.", examples=["30 min"])


class CallTree(Noun):
    """A cascade (each calls their branch), a hunt order, or a simultaneous alert."""

    title: Text = Field(description="What it is called.", examples=["Crisis team"])
    kind: TreeKind = Field(
        default=TreeKind.CASCADE,
        description="`cascade`: each calls their branch. `hunt`: in this order until someone "
        "answers. `simultaneous`: all at once.",
        examples=["hunt"],
    )
    purpose: Text | None = Field(
        default=None,
        description="When it is used, and what for.",
        examples=["Bring the crisis team together within 30 minutes."],
    )
    initiator: RoleRef | None = Field(
        default=None, description="The role that starts it.", examples=["duty-officer"]
    )
    controller: RoleRef | None = Field(
        default=None,
        description="The role that hears who was not reached.",
        examples=["staff-lead"],
    )
    retry_after: Duration | None = Field(
        default=None,
        description="How long to wait before the alternate, or the next try.",
        examples=["5 min"],
    )
    call_back: bool = Field(
        default=False,
        description="True if the last one called calls the initiator back.",
        examples=[True],
    )
    method: Text | None = Field(
        default=None,
        description="How all are reached at once.",
        examples=["Text message from the alert service"],
    )
    target: Target | None = Field(
        default=None,
        description="What share must be reached within what time.",
        examples=[{"share": 90, "within": "30 min"}],
    )
    call_length: Duration | None = Field(
        default=None,
        description="How long one call takes; left out, 2 minutes are reckoned with.",
        examples=["90 s"],
    )
    answer_rate: int | None = Field(
        default=None,
        ge=1,
        le=100,
        description="How many of a hundred calls are answered; left out, 70 are reckoned with.",
        examples=[80],
    )
    attempts: int | None = Field(
        default=None,
        ge=1,
        le=20,
        description="How often one person is tried; left out, twice.",
        examples=[3],
    )
    script: Text | None = Field(
        default=None,
        description="What the caller says; `{...}` is a blank to fill in.",
        examples=["This is {your name}. We have a crisis: {what has happened}."],
    )
    nodes: tuple[CallNode, ...] = Field(
        default=(),
        description="The places in the tree; for a hunt order, in that order.",
        examples=[[{"id": "lead", "who": "crisis-lead", "calls": ["ict"]}]],
    )
