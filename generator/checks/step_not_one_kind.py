"""A step says nothing, or is of two kinds at once.

Why it is bad: a line is one thing to do, to ask or to decide. Of two, one would be lost.

Example: a step with both `do:` and `ask:`, or with only a `note:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.problems import Severity, listed

CODE = "step-not-one-kind"
SEVERITY = Severity.ERROR


def find(subject: Subject) -> Iterator[Finding]:
    """Every step has exactly one of do, do_not, ask, option, decide, pause, block."""
    for steps in subject.step_lists:
        for path, step in steps.own():
            filled = [kind.replace("-", "_") for kind in step.filled]
            if not filled:
                yield Finding(
                    path,
                    f"A step of {steps.kind} `{steps.id}` says nothing.",
                    "Write one of `do:`, `do_not:`, `ask:`, `option:`, `decide:`, `pause:` or "
                    "`block:`.",
                )
            elif len(filled) > 1:
                yield Finding(
                    (*path, filled[1]),
                    f"A step of {steps.kind} `{steps.id}` is of several kinds: {listed(filled)}.",
                    "Make each a step of its own.",
                    key=True,
                )
