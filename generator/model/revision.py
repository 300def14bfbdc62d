"""What changed in the plan, revision by revision, in the words of whoever keeps it."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from generator.model.action import OwnerRef
from generator.model.base import Id, Restricted
from generator.model.text import Text


class RevisionChange(Restricted):
    """One change that a revision brought."""

    text: Text = Field(
        description="What is other now, in people's words.",
        examples=["The crisis room moved to the second floor."],
    )
    about: tuple[Id, ...] = Field(
        default=(),
        description="Ids of what changed; the page leads to what of it is still there.",
        examples=[["crisis-lead", "offices-closed"]],
    )


class Revision(Restricted):
    """An approved revision of the whole plan.

    Why: what changed, when and by whose decision is part of a document under control
    (ISO 22301:2019, 7.5.3), and must be readable without the tools that keep the files.
    """

    revision: str = Field(
        min_length=1,
        description="The revision, as in the plan's header at the time.",
        examples=["2026.3"],
    )
    approved: date = Field(description="The day it was approved.", examples=["2026-10-01"])
    approved_by: OwnerRef | None = Field(
        default=None,
        description="Who approved it: best a role, which stays when people leave.",
        examples=["director"],
    )
    summary: Text | None = Field(
        default=None,
        description="Why there is a new revision, in a sentence.",
        examples=["What the autumn exercise taught us."],
    )
    changes: tuple[RevisionChange, ...] = Field(
        default=(),
        description="What changed, the most important first.",
        examples=[[{"text": "The crisis room moved.", "about": ["crisis-lead"]}]],
    )
