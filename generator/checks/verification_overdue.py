"""Contacts were last verified too long ago.

How long a contact counts as verified is the plan's `verify_contacts_every`, a year if it says
nothing.

Why it is bad: people change numbers and leave; most call trees fail on wrong numbers.

Example: `verified: 2024-05-01`, while the plan says `verify_contacts_every: 180 days`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from generator.checks.rule import Finding, Subject
from generator.model.contact import Contact
from generator.model.walk import Path
from generator.problems import Severity

CODE = "verification-overdue"
SEVERITY = Severity.WARNING


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each thing that has contacts."""
    every = timedelta(seconds=min(subject.plan.plan.verify_contacts_every.seconds, 10**9))
    if subject.as_of.toordinal() <= every.days:
        return
    oldest = subject.as_of - every
    overdue: dict[Path, list[Path]] = {}
    for visit in subject.visits:
        contact = visit.value
        if isinstance(contact, Contact) and contact.verified and contact.verified < oldest:
            overdue.setdefault(visit.path[:2], []).append((*visit.path, "verified"))
    for whole, paths in overdue.items():
        thing = getattr(subject.plan, str(whole[0]))[whole[1]]
        number = "a contact" if len(paths) == 1 else f"{len(paths)} contacts"
        yield Finding(
            paths[0],
            f"`{thing.id}` has {number} that must be verified again.",
            "Try each of them, and write the new day.",
            related=tuple(paths[1:]),
        )
