"""An exercise was planned and not held, or a plan was not exercised for longer than it should.

The programme's `exercise_every` says how often; it counts from a plan's last exercise, and from its
approval before the first one.

Why it is bad: a plan that was never tried does not work (ISO 22301:2019, 8.5; DORA, art. 11.6).

Example: an exercise with `planned: 2026-03-01` and no `held:`, in June.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.derive.standing import HeldState, PlanStanding, standing
from generator.problems import Severity

CODE = "exercise-overdue"
SEVERITY = Severity.WARNING


def find(subject: Subject) -> Iterator[Finding]:
    """Exercises whose day passed, and plans whose rhythm did."""
    found = standing(subject.plan, subject.as_of)
    for exercise in found.of("exercise"):
        if exercise.state is HeldState.OVERDUE:
            yield Finding(
                (*exercise.path, "planned"),
                f"The exercise `{exercise.id}` was planned for {exercise.day} and was not held.",
                "Hold it and write the day as `held:`, or plan another day.",
            )
    for one in found.plans:
        if one.exercise_overdue:
            yield Finding(
                (*one.path, "id"),
                _message(one),
                "Hold an exercise that names it in its `plans:`.",
                related=(("programme", "exercise_every"),),
            )


def _message(one: PlanStanding) -> str:
    if one.exercised is None:
        return (
            f"The plan `{one.id}` was never exercised; it should have been by {one.exercise_due}."
        )
    return (
        f"The plan `{one.id}` was last exercised on {one.exercised}; the next exercise was due on "
        f"{one.exercise_due}."
    )
