"""Duties to report, and their clocks."""

from __future__ import annotations

from typing import Annotated

from generator.model.base import About, Id, MessageRef, Noun, Part, Ref, RoleRef
from generator.model.duration import Duration
from generator.model.text import Name, Text

RecipientRef = Annotated[str, Ref("authority", "customer", "supplier")]


class Deadline(Part, frozen=True, kw_only=True):
    """One report of a duty."""

    id: Annotated[Id, About("A short stable name.", "early-warning")]
    title: Annotated[Text, About("What is sent.", "Early warning")]
    within: Annotated[Duration, About("Within this time from the start of the clock.", "24h")]
    message: Annotated[
        MessageRef | None,
        About("The prepared message.", "nis2-early-warning"),
    ] = None


class ReportingDuty(Noun, frozen=True, kw_only=True):
    """A duty to report (NIS2 art. 23, GDPR art. 33, DORA art. 19, a contract)."""

    title: Annotated[Text, About("The duty.", "NIS2 notification")]
    source: Annotated[Name, About("Where it comes from.", "Directive (EU) 2022/2555, art. 23")]
    trigger: Annotated[Text, About("What brings it about.", "A significant incident.")]
    clock: Annotated[
        Text | None, About("When the clock starts.", "When somebody becomes aware of it.")
    ] = None
    to: Annotated[
        RecipientRef | None,
        About("To whom: an authority, customer or supplier.", "cert"),
    ] = None
    owner: Annotated[RoleRef | None, About("The role that sees to it.", "legal-lead")] = None
    deadlines: Annotated[
        tuple[Deadline, ...],
        About(
            "The reports, in order.", [{"id": "early", "title": "Early warning", "within": "24h"}]
        ),
    ] = ()
