"""A criterion's condition says nothing that can be checked.

Why it is bad: objective criteria tell a crisis from an incident. Half a condition lets each reader
fill in the rest.

Example: `metric: Nodes unreachable` without a `value:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.problems import Severity

CODE = "empty-condition"
SEVERITY = Severity.ERROR


def find(subject: Subject) -> Iterator[Finding]:
    """A condition has a `text`, or a `metric` and a `value`."""
    for index, criterion in enumerate(subject.plan.criteria):
        for place, condition in enumerate(criterion.conditions):
            measured = condition.metric is not None and condition.value is not None
            if condition.text is None and not measured:
                yield Finding(
                    ("criteria", index, "conditions", place),
                    f"A condition of criterion `{criterion.id}` can't be checked.",
                    "Write `text:`, or `metric:` and `value:` together.",
                )
