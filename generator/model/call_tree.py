"""Call trees: who calls whom."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from generator.model.base import About, CalleeRef, Id, Noun, Part, Ref, Restricted, RoleRef
from generator.model.duration import Duration
from generator.model.text import Text

NodeRef = Annotated[str, Ref("node")]


class TreeKind(StrEnum):
    """How a call tree works."""

    CASCADE = "cascade"
    HUNT = "hunt"
    SIMULTANEOUS = "simultaneous"


class CallNode(Restricted, frozen=True, kw_only=True):
    """One place in a call tree."""

    id: Annotated[Id, About("A short stable name within the tree.", "ict")]
    who: Annotated[CalleeRef, About("The role (better) or person that is called.", "ict-lead")]
    alternates: Annotated[
        tuple[CalleeRef, ...],
        About(
            "Whom to call instead, in order; a role's own alternates need not be repeated.",
            ["network-lead"],
        ),
    ] = ()
    calls: Annotated[
        tuple[NodeRef, ...],
        About("The places in this tree that this one calls, in order.", ["network", "systems"]),
    ] = ()
    note: Annotated[Text | None, About("What the caller must know.", "Speaks English only.")] = None


class Target(Part, frozen=True, kw_only=True):
    """What share of the people must be reached within what time."""

    share: Annotated[int, About("The share, in per cent.", 90, at_least=1, at_most=100)] = 100
    within: Annotated[Duration, About("The time.", "30 min")]


class CallTree(Noun, frozen=True, kw_only=True):
    """A cascade (each calls their branch), a hunt order, or a simultaneous alert."""

    title: Annotated[Text, About("What it is called.", "Crisis team")]
    kind: Annotated[
        TreeKind,
        About(
            "`cascade`: each calls their branch. `hunt`: in this order until someone "
            "answers. `simultaneous`: all at once.",
            "hunt",
        ),
    ] = TreeKind.CASCADE
    purpose: Annotated[
        Text | None,
        About(
            "When it is used, and what for.", "Bring the crisis team together within 30 minutes."
        ),
    ] = None
    initiator: Annotated[RoleRef | None, About("The role that starts it.", "duty-officer")] = None
    controller: Annotated[
        RoleRef | None, About("The role that hears who was not reached.", "staff-lead")
    ] = None
    retry_after: Annotated[
        Duration | None, About("How long to wait before the alternate, or the next try.", "5 min")
    ] = None
    call_back: Annotated[
        bool, About("True if the last one called calls the initiator back.", True)
    ] = False
    method: Annotated[
        Text | None, About("How all are reached at once.", "Text message from the alert service")
    ] = None
    target: Annotated[
        Target | None,
        About("What share must be reached within what time.", {"share": 90, "within": "30 min"}),
    ] = None
    call_length: Annotated[
        Duration | None,
        About("How long one call takes; left out, 2 minutes are reckoned with.", "90 s"),
    ] = None
    answer_rate: Annotated[
        int | None,
        About(
            "How many of a hundred calls are answered; left out, 70 are reckoned with.",
            80,
            at_least=1,
            at_most=100,
        ),
    ] = None
    attempts: Annotated[
        int | None,
        About("How often one person is tried; left out, twice.", 3, at_least=1, at_most=20),
    ] = None
    script: Annotated[
        Text | None,
        About(
            "What the caller says; `{...}` is a blank to fill in.",
            "This is {your name}. We have a crisis: {what has happened}.",
        ),
    ] = None
    nodes: Annotated[
        tuple[CallNode, ...],
        About(
            "The places in the tree; for a hunt order, in that order.",
            [{"id": "lead", "who": "crisis-lead", "calls": ["ict"]}],
        ),
    ] = ()
