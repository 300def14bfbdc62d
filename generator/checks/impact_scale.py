"""An activity's impact is no value of the programme's scale of impact.

Why it is bad: the number means nothing to a reader, and can't be compared with other activities
(ISO 22301:2019, 8.2.2).

Example: `impact: 7` on a scale from 1 to 5.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.problems import Severity

CODE = "impact-scale"
SEVERITY = Severity.WARNING


def find(subject: Subject) -> Iterator[Finding]:
    """Impacts of activities, where the programme has a scale."""
    programme = subject.plan.programme
    scale = sorted({step.value for step in programme.impact}) if programme else []
    if not scale:
        return
    for index, activity in enumerate(subject.plan.activities):
        for place, impact in enumerate(activity.impacts):
            if impact.impact not in scale:
                yield Finding(
                    ("activities", index, "impacts", place, "impact"),
                    f"The impact {impact.impact} of activity `{activity.id}` isn't on the "
                    "programme's scale.",
                    f"Write one of {', '.join(map(str, scale))}, or add it to the scale.",
                )
