"""A decision has fewer than two answers.

Why it is bad: a question whose answers lead nowhere stops the reader; with one answer it is no
decision.

Example: `decide: Backups work?` without `branches:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.problems import Severity

CODE = "decision-without-branches"
SEVERITY = Severity.ERROR


def find(subject: Subject) -> Iterator[Finding]:
    """Every `decide` has at least two branches."""
    for steps in subject.step_lists:
        for path, step in steps.own():
            if step.decide is not None and len(step.branches) < 2:
                answers = "no answers" if not step.branches else "only one answer"
                yield Finding(
                    (*path, "decide"),
                    f"A decision has {answers}.",
                    "Add `branches:` with an `answer:` and a `go_to:` each; a question that "
                    "doesn't branch is `ask:`.",
                )
