"""A dependency is accepted or mitigated, but not why or how.

Why it is bad: a dependency is never accepted because it was always so; and nobody can tell later
whether the reason still holds.

Example: `decision: accepted` without `why:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.model.activity import Decision
from generator.problems import Severity

CODE = "dependency-without-reason"
SEVERITY = Severity.WARNING


def find(subject: Subject) -> Iterator[Finding]:
    """Dependencies of activities, systems and machines."""
    for field in ("activities", "systems", "machines"):
        for index, thing in enumerate(getattr(subject.plan, field)):
            for place, dependency in enumerate(thing.dependencies):
                if dependency.decision is not Decision.OPEN and not dependency.why:
                    how = "why" if dependency.decision is Decision.ACCEPTED else "how"
                    yield Finding(
                        (field, index, "dependencies", place, "decision"),
                        f"That `{thing.id}` depends on `{dependency.on}` is "
                        f"{dependency.decision}, but not {how}.",
                        "Say it in `why:`.",
                    )
