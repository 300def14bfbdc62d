"""A crisis role has no holder.

Why it is bad: nobody will do its work, and each step that names it waits for someone who isn't
there.

Example: a role without `holder:`. A role of normal times is marked `crisis: false`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.problems import Severity

CODE = "vacant-role"
SEVERITY = Severity.WARNING


def find(subject: Subject) -> Iterator[Finding]:
    """Crisis roles without a holder, whether they have alternates or not."""
    for index, role in enumerate(subject.plan.roles):
        if role.crisis and role.holder is None:
            yield Finding(
                ("roles", index, "id"),
                f"Nobody holds the crisis role `{role.id}`.",
                "Appoint a `holder:`, or mark it `crisis: false`.",
            )
