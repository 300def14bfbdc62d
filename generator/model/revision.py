"""What changed in the plan, revision by revision, in the words of whoever keeps it."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from generator.model.action import OwnerRef
from generator.model.base import About, Id, Restricted
from generator.model.text import Text


class RevisionChange(Restricted, frozen=True, kw_only=True):
    """One change that a revision brought."""

    text: Annotated[
        Text,
        About(
            "What is other now, in people's words.", "The crisis room moved to the second floor."
        ),
    ]
    about: Annotated[
        tuple[Id, ...],
        About(
            "Ids of what changed; the page leads to what of it is still there.",
            ["crisis-lead", "offices-closed"],
        ),
    ] = ()


class Revision(Restricted, frozen=True, kw_only=True):
    """An approved revision of the whole plan.

    Why: what changed, when and by whose decision is part of a document under control
    (ISO 22301:2019, 7.5.3), and must be readable without the tools that keep the files.
    """

    revision: Annotated[
        str, About("The revision, as in the plan's header at the time.", "2026.3", fewest=1)
    ]
    approved: Annotated[date, About("The day it was approved.", "2026-10-01")]
    approved_by: Annotated[
        OwnerRef | None,
        About("Who approved it: best a role, which stays when people leave.", "director"),
    ] = None
    summary: Annotated[
        Text | None,
        About("Why there is a new revision, in a sentence.", "What the autumn exercise taught us."),
    ] = None
    changes: Annotated[
        tuple[RevisionChange, ...],
        About(
            "What changed, the most important first.",
            [{"text": "The crisis room moved.", "about": ["crisis-lead"]}],
        ),
    ] = ()
