"""Somebody has contacts that nobody ever tried.

Reported for people who hold or may take over a crisis role or stand in a call tree.

Why it is bad: most call trees fail on wrong numbers. A number counts once somebody dialled it and
reached the right person; `verified:` holds that day.

Example: a mobile number without `verified: 2026-09-30`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.model.call_tree import CallNode
from generator.problems import Severity

CODE = "contact-not-verified"
SEVERITY = Severity.NOTE


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each person."""
    needed = _needed(subject)
    for index, person in enumerate(subject.plan.people):
        if person.id not in needed:
            continue
        never = [place for place, c in enumerate(person.contacts) if c.verified is None]
        if never:
            number = "a contact" if len(never) == 1 else f"{len(never)} contacts"
            yield Finding(
                ("people", index, "contacts", never[0]),
                f"`{person.id}` has {number} without `verified`.",
                "Try each of them, and write the day as `verified: year-month-day`.",
            )


def _needed(subject: Subject) -> set[str]:
    needed: set[str] = set()
    for role in subject.plan.roles:
        if role.crisis:
            needed.update(filter(None, (role.holder, *role.alternates)))
    for visit in subject.visits:
        if isinstance(visit.value, CallNode):
            needed.update((visit.value.who, *visit.value.alternates))
    return needed
