"""An activation ends before it begins, or the plan is to be reviewed before it was issued.

Why it is bad: one of the two days is wrong, and an auditor can rely on neither.

Example: `begins: 2022-03-13` and `ends: 2020-05-23`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.problems import Severity

CODE = "ends-before-it-begins"
SEVERITY = Severity.ERROR


def find(subject: Subject) -> Iterator[Finding]:
    """Days of activations, and of the plan itself."""
    for index, activation in enumerate(subject.plan.activations):
        if activation.ends is not None and activation.ends < activation.begins:
            yield Finding(
                ("activations", index, "ends"),
                f"Activation `{activation.id}` ends before it begins.",
                "Compare the two days.",
            )
    header = subject.plan.plan
    if header.issued and header.review_by and header.review_by < header.issued:
        yield Finding(
            ("plan", "review_by"),
            "The plan is to be reviewed before the day on which it was issued.",
            "Compare `issued:` and `review_by:`.",
        )
