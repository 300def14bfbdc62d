"""A message that a scenario uses says nowhere by when it must go out.

A duty's reports have their own time, and so has a step that sends it `within:` some time.

Why it is bad: news that comes late is made by others; and who has four messages to send must know
which is first.

Example: a message `staff-alert` in a scenario's `messages:`, without `deadline:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.problems import Severity

CODE = "message-without-deadline"
SEVERITY = Severity.WARNING


def find(subject: Subject) -> Iterator[Finding]:
    """Messages of scenarios without a deadline of their own, of a duty, or of a step."""
    plan = subject.plan
    used = {id_ for scenario in plan.scenarios for id_ in scenario.messages}
    timed = {report.message for duty in plan.duties for report in duty.deadlines}
    timed |= {step.send for steps in subject.step_lists for step in steps.steps if step.within}
    for index, message in enumerate(plan.messages):
        if message.deadline is None and message.id in used - timed:
            yield Finding(
                ("messages", index, "id"),
                f"Nothing says by when the message `{message.id}` must go out.",
                "Write its `deadline:`, from the start of the scenario.",
            )
