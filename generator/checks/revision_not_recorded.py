"""What changed in this revision of the plan isn't told, though it is of earlier ones.

A plan that tells of no revision at all gets no warning.

Why it is bad: whoever knew the plan before can't find out what is other now, and a printed copy
can't be told from the plan in force (ISO 22301:2019, 7.5.3).

Example: `revision: "2026.4"` in the header, while the newest entry under `revisions:` is 2026.3.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.problems import Severity

CODE = "revision-not-recorded"
SEVERITY = Severity.WARNING


def find(subject: Subject) -> Iterator[Finding]:
    """The header's revision against the newest entry; several may be of one day."""
    header, told = subject.plan.plan, subject.plan.revisions
    if not told:
        return
    newest = max(one.approved for one in told)
    latest = {one.revision: index for index, one in enumerate(told) if one.approved == newest}
    if header.revision not in latest:
        named, index = next(iter(latest.items()))
        yield Finding(
            ("plan", "revision"),
            f"This is revision {header.revision}; the newest one under `revisions` is {named}.",
            "Write what changed under `revisions:`; `runbook diff OLD NEW --format yaml` prints an "
            "entry to begin with.",
            related=(("revisions", index, "revision"),),
        )
