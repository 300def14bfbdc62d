"""Duties to report, and their clocks."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.base import Id, MessageRef, Noun, Part, Ref, RoleRef
from generator.model.duration import Duration
from generator.model.text import Name, Text


class Deadline(Part):
    """One report of a duty."""

    id: Id = Field(description="A short stable name.", examples=["early-warning"])
    title: Text = Field(description="What is sent.", examples=["Early warning"])
    within: Duration = Field(
        description="Within this time from the start of the clock.", examples=["24h"]
    )
    message: MessageRef | None = Field(
        default=None, description="The prepared message.", examples=["nis2-early-warning"]
    )


class ReportingDuty(Noun):
    """A duty to report (NIS2 art. 23, GDPR art. 33, DORA art. 19, a contract)."""

    title: Text = Field(description="The duty.", examples=["NIS2 notification"])
    source: Name = Field(
        description="Where it comes from.", examples=["Directive (EU) 2022/2555, art. 23"]
    )
    trigger: Text = Field(description="What brings it about.", examples=["A significant incident."])
    clock: Text | None = Field(
        default=None,
        description="When the clock starts.",
        examples=["When somebody becomes aware of it."],
    )
    to: Annotated[str, Ref("authority", "customer", "supplier")] | None = Field(
        default=None, description="To whom: an authority, customer or supplier.", examples=["cert"]
    )
    owner: RoleRef | None = Field(
        default=None, description="The role that sees to it.", examples=["legal-lead"]
    )
    deadlines: tuple[Deadline, ...] = Field(
        default=(),
        description="The reports, in order.",
        examples=[[{"id": "early", "title": "Early warning", "within": "24h"}]],
    )
