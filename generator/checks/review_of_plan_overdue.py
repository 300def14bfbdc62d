"""A review was planned and not held, or a plan was not reviewed for longer than the programme says.

A plan's own `review_by:` has a check of its own (`plan-not-current`).

Why it is bad: plans are reviewed at planned intervals (ISO 22301:2019, 8.6; CyFun 2025,
ID.IM-04.1); a review that is put off silently is not held.

Example: a review with `planned: 2026-03-01` and no `held:`, in June.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.derive.standing import HeldState, PlanState, standing
from generator.problems import Severity

CODE = "review-of-plan-overdue"
SEVERITY = Severity.WARNING


def find(subject: Subject) -> Iterator[Finding]:
    """Reviews whose day passed, and approved plans whose rhythm did."""
    found = standing(subject.plan, subject.as_of)
    for review in found.of("review"):
        if review.state is HeldState.OVERDUE:
            yield Finding(
                (*review.path, "planned"),
                f"The review `{review.id}` was planned for {review.day} and was not held.",
                "Hold it and write the day as `held:`, or plan another day.",
            )
    for index, one in enumerate(found.plans):
        if one.state is PlanState.OVERDUE and subject.plan.plans[index].review_by is None:
            yield Finding(
                (*one.path, "id"),
                f"The plan `{one.id}` was last approved or reviewed on {one.reviewed}; the next "
                f"review was due on {one.review_due}.",
                "Review it, and record that under `reviews:`.",
                related=(("programme", "review_every"),),
            )
