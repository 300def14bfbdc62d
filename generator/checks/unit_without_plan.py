"""Neither a unit nor one above it has a plan, though the organisation has plans.

Why it is bad: each unit keeps its own critical work going; one without a plan finds out in the
crisis what that is.

Example: a unit `finance` that is the `unit:` of no plan.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.derive.coverage import unit_by_plan
from generator.problems import Severity

CODE = "unit-without-plan"
SEVERITY = Severity.WARNING


def find(subject: Subject) -> Iterator[Finding]:
    """Units that no plan is of, once there are plans."""
    if not subject.plan.plans:
        return
    uncovered = set(unit_by_plan(subject.plan).empty_rows)
    for index, unit in enumerate(subject.plan.units):
        if unit.id in uncovered:
            yield Finding(
                ("units", index, "id"),
                f"The unit `{unit.id}` has no plan.",
                "Write one with `unit:`, or make the unit part (`parent:`) of one that has a plan.",
            )
