"""Nobody sees to a reporting duty.

Why it is bad: the clock runs from the first hour, when everybody thinks that somebody else reports
(NIS2, art. 23; GDPR, art. 33).

Example: a duty `gdpr-breach` without `owner:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.problems import Severity

CODE = "duty-without-owner"
SEVERITY = Severity.WARNING


def find(subject: Subject) -> Iterator[Finding]:
    """Duties without a role that owns them."""
    for index, duty in enumerate(subject.plan.duties):
        if duty.owner is None:
            yield Finding(
                ("duties", index, "id"),
                f"Nobody owns the reporting duty `{duty.id}`.",
                "Write the role that reports as its `owner:`.",
            )
