"""A critical activity is in no plan, and no decision says that it needs none.

Why it is bad: on the day nobody knows how it goes on. That something needs no plan is a decision
with a reason, not an omission.

Example: `noc` is critical, and no plan of kind `bcp`, `drp` or `brp` has it in `activities:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.model.continuity_plan import PlanKind
from generator.problems import Severity

CODE = "critical-activity-without-plan"
SEVERITY = Severity.WARNING


def find(subject: Subject) -> Iterator[Finding]:
    """Critical activities; a plan to manage the crisis (`cm`) doesn't bring an activity back."""
    planned = {
        id_
        for plan in subject.plan.plans
        if plan.kind is not PlanKind.CM
        for id_ in plan.activities
    }
    for index, activity in enumerate(subject.plan.activities):
        decided = activity.id in planned or activity.needs_no_plan is not None
        if activity.critical and not decided:
            yield Finding(
                ("activities", index, "id"),
                f"The critical activity `{activity.id}` is in no plan, and no decision says that "
                "it needs none.",
                "Add it to the `activities:` of a plan, or record `needs_no_plan:` with a reason.",
            )
