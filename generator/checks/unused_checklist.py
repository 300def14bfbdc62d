"""No phase, level or decision leads to a checklist.

Why it is bad: in a crisis people follow the scenario; a list that nothing leads to is found by
luck.

Example: a checklist that stands in no `phases:` of a scenario, no level's `activates:` and no
`go_to:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.problems import Severity

CODE = "unused-checklist"
SEVERITY = Severity.WARNING


def find(subject: Subject) -> Iterator[Finding]:
    """Checklists that nothing refers to."""
    used = subject.referred.get("checklist", frozenset())
    for index, checklist in enumerate(subject.plan.checklists):
        if checklist.id not in used:
            yield Finding(
                ("checklists", index, "id"),
                f"Nothing leads to the checklist `{checklist.id}`.",
                "Name it in a scenario's phase, in a level's `activates:` or in a `go_to:`, or "
                "remove it.",
            )
