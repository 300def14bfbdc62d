"""A crisis role has a holder, but nobody who takes over.

Why it is bad: holders sleep, travel and fall ill; a long crisis needs a second shift.

Example: a role without `alternates:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.problems import Severity

CODE = "role-without-alternate"
SEVERITY = Severity.WARNING


def find(subject: Subject) -> Iterator[Finding]:
    """Crisis roles whose alternates are missing, or only the holder again."""
    for index, role in enumerate(subject.plan.roles):
        if role.crisis and role.holder is not None and not {*role.alternates} - {role.holder}:
            yield Finding(
                ("roles", index, "id"),
                f"Nobody takes over the crisis role `{role.id}`.",
                "Name one or more people in `alternates:`, in the order in which they take over.",
            )
