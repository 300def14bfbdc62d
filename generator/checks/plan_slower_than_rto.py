"""The checklists of a plan take longer than the smallest RTO of its activities.

Steps count with what they take (`takes:`), one after the other unless they are `alongside:`; roles
work at the same time. Steps without a time are left out, so it may take longer still.

Why it is bad: the plan promises what its own steps can't keep (ISO 22301:2019, 8.4.4).

Example: a plan for an activity with `rto: 1h`, whose list for one role has steps of 90 minutes.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.derive.plan_time import PlanTime, plan_time
from generator.model.duration import MINUTE, Duration
from generator.problems import Severity

CODE = "plan-slower-than-rto"
SEVERITY = Severity.WARNING


def find(subject: Subject) -> Iterator[Finding]:
    """Plans whose known time is already above the RTO."""
    for index, plan in enumerate(subject.plan.plans):
        time = plan_time(plan, subject.plan)
        if time.meets is False:
            yield Finding(
                ("plans", index, "id"),
                _message(plan.id, time),
                "Split the work among more roles, mark steps `alongside:`, or look at the RTO "
                "again.",
            )


def _message(id_: str, time: PlanTime) -> str:
    takes, rto = _minutes(time.work.total.known), _minutes(time.rto or Duration(0))
    role = f" (role `{time.work.slowest}`)" if time.work.slowest else ""
    return (
        f"The plan `{id_}` takes at least {takes} min{role}; the activity `{time.bound_by}` must "
        f"be back in {rto} min."
    )


def _minutes(length: Duration) -> int:
    return -(-length.seconds // MINUTE)
