"""A critical activity has no recovery time objective.

Why it is bad: nobody knows by when it must be back, so nothing that it depends on can be judged,
and no exercise can show that the plan works (ISO 22301:2019, 8.2.2).

Example: `critical: true` without `rto:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.problems import Severity

CODE = "critical-activity-without-rto"
SEVERITY = Severity.WARNING


def find(subject: Subject) -> Iterator[Finding]:
    """Activities that are marked as critical."""
    for index, activity in enumerate(subject.plan.activities):
        if activity.critical and activity.rto is None:
            yield Finding(
                ("activities", index, "id"),
                f"The critical activity `{activity.id}` has no RTO.",
                "Say in `rto:` by when it must be back, below its `mtpd:`.",
            )
