"""A step has no id.

Why it is bad: ticks on phones and links follow a step's id. Without one a tick would belong to a
position in the list, and move to another step when the list changes.

Example: `- do: Call 112.` without `id: call-112`. Only a `pause:` or a `block:` needs none.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.model.checklist import StepKind
from generator.problems import Severity

CODE = "step-without-id"
SEVERITY = Severity.ERROR


def find(subject: Subject) -> Iterator[Finding]:
    """Every step that can be ticked, answered or linked to has an id."""
    for steps in subject.step_lists:
        for path, step in steps.own():
            if step.id is None and step.filled[:1] not in ((StepKind.PAUSE,), (StepKind.BLOCK,)):
                yield Finding(
                    path,
                    f"A step of {steps.kind} `{steps.id}` has no id.",
                    "Add a short stable name, for example `id: call-112`.",
                )
