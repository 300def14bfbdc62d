"""A critical activity has dependencies about which nothing was decided yet.

Why it is bad: nothing, as long as the analysis is going on. A dependency is acted on or accepted
in the end, and what is open shows how far that is.

Example: `dependencies: [{on: ticketing}]`, without a `decision:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.model.activity import Decision
from generator.problems import Severity, listed

CODE = "dependency-undecided"
SEVERITY = Severity.NOTE


def find(subject: Subject) -> Iterator[Finding]:
    """Critical activities, each once, at its first open dependency."""
    for index, activity in enumerate(subject.plan.activities):
        open_ = [
            (place, dependency.on)
            for place, dependency in enumerate(activity.dependencies)
            if dependency.decision is Decision.OPEN
        ]
        if activity.critical and open_:
            yield Finding(
                ("activities", index, "dependencies", open_[0][0], "on"),
                f"The critical activity `{activity.id}` depends on "
                f"{listed(on for _, on in open_)}; nothing is decided about that.",
                "Write `decision: mitigated` or `accepted`, and `why:`.",
            )
