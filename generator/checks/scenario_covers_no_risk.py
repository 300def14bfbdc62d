"""No risk names a scenario, in a plan that has risks.

Why it is bad: scenarios come from the risk analysis (ISO 22301:2019, 8.2.3). One that comes from
nowhere is either kept up for nothing, or a risk was forgotten.

Example: a scenario `node-down` that stands in no risk's `scenarios:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.derive.coverage import risk_by_scenario
from generator.problems import Severity

CODE = "scenario-covers-no-risk"
SEVERITY = Severity.WARNING


def find(subject: Subject) -> Iterator[Finding]:
    """Scenarios that are in no risk, once there are risks."""
    if not subject.plan.risks:
        return
    uncovering = set(risk_by_scenario(subject.plan).empty_columns)
    for index, scenario in enumerate(subject.plan.scenarios):
        if scenario.id in uncovering:
            yield Finding(
                ("scenarios", index, "id"),
                f"The scenario `{scenario.id}` covers no risk.",
                "Name it in the `scenarios:` of the risks that it answers, or add the risk.",
            )
