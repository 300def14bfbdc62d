"""An activity's impact becomes less with time.

Why it is bad: what is missing longer hurts more, or as much; mostly two numbers or times were
swapped, and the MTPD that follows from them is wrong (ISO 22301:2019, 8.2.2).

Example: `{after: 4h, impact: 3}` and `{after: 1 day, impact: 2}`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.checks.node_words import lasting
from generator.checks.rule import Finding, Subject
from generator.problems import Severity

CODE = "impact-falls"
SEVERITY = Severity.WARNING


def find(subject: Subject) -> Iterator[Finding]:
    """Neighbours in time, in whatever order they are written."""
    for index, activity in enumerate(subject.plan.activities):
        in_time = sorted(enumerate(activity.impacts), key=lambda pair: pair[1].after)
        for (before, first), (after, second) in pairwise(in_time):
            if second.impact < first.impact:
                here = ("activities", index, "impacts")
                yield Finding(
                    (*here, after, "impact"),
                    f"The impact of activity `{activity.id}` falls from {first.impact} after "
                    f"{lasting(first.after)} to {second.impact} after {lasting(second.after)}.",
                    "Correct the values or the times.",
                    related=((*here, before, "impact"),),
                )
