"""A finding leads to nothing: neither to an action, nor to the decision to accept it.

Findings stand in exercises, reviews, assessments and activations.

Why it is bad: it will be found again, the next time perhaps in a crisis (ISO 22301:2019, 10.1).

Example: `- {id: radio-silent, text: The radio was not charged.}` without `actions:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.derive.standing import standing
from generator.problems import Severity

CODE = "finding-without-action"
SEVERITY = Severity.WARNING


def find(subject: Subject) -> Iterator[Finding]:
    """Findings with neither `actions:` nor `accepted:`."""
    for found in standing(subject.plan, subject.as_of).findings:
        if not found.answered:
            yield Finding(
                (*found.path, "id"),
                f"The finding `{found.finding.id}` of {found.kind} `{found.id}` leads to nothing.",
                "Add an action with an owner and a day, or write why it is `accepted:`.",
            )
