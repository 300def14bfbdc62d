"""Two entries tell of the same revision of the plan.

Why it is bad: nobody can tell which of them was approved, and a link leads to one of them only.

Example: two entries with `revision: "2026.4"` under `revisions:`, in different files.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.problems import Severity

CODE = "revision-twice"
SEVERITY = Severity.ERROR


def find(subject: Subject) -> Iterator[Finding]:
    """Every entry but the first of each revision."""
    first: dict[str, int] = {}
    for index, one in enumerate(subject.plan.revisions):
        before = first.setdefault(one.revision, index)
        if before != index:
            yield Finding(
                ("revisions", index, "revision"),
                f"Revision {one.revision} is told of twice.",
                "Make one entry of the two, or correct the number.",
                related=(("revisions", before, "revision"),),
            )
