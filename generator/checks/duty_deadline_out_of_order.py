"""A report of a duty is due before, or with, the one that stands before it.

Why it is bad: people work down the list; the clock of the later line has then run out already.

Example: `within: 72h` above `within: 24h` in one duty.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.checks.rule import Finding, Subject
from generator.problems import Severity

CODE = "duty-deadline-out-of-order"
SEVERITY = Severity.WARNING


def find(subject: Subject) -> Iterator[Finding]:
    """Reports whose time is not longer than that of the one before."""
    for index, duty in enumerate(subject.plan.duties):
        for number, (before, after) in enumerate(pairwise(duty.deadlines), start=1):
            if after.within <= before.within:
                here = ("duties", index, "deadlines")
                yield Finding(
                    (*here, number, "within"),
                    f"The report `{after.id}` of duty `{duty.id}` stands after `{before.id}`, but "
                    "is not due after it.",
                    "Put the reports in the order of their time.",
                    related=((*here, number - 1, "within"),),
                )
