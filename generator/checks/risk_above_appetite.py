"""A risk is above the appetite, and nothing answers it.

A scenario that covers it is an answer; so is `treatment: accept` with a `reason:`.

Why it is bad: the organisation has said how much it takes (`accept_up_to`), and takes more without
having decided so (ISO 22301:2019, 8.2.3).

Example: `rating: {likelihood: 3, impact: 4}` while `accept_up_to: 6`, and no `scenarios:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.derive.coverage import answered
from generator.problems import Severity

CODE = "risk-above-appetite"
SEVERITY = Severity.WARNING


def find(subject: Subject) -> Iterator[Finding]:
    """Risks with a product of likelihood and impact that is not accepted as it is."""
    programme = subject.plan.programme
    if programme is None or programme.appetite.accept_up_to is None:
        return
    for index, risk in enumerate(subject.plan.risks):
        if not answered(risk, subject.plan):
            yield Finding(
                ("risks", index, "rating"),
                f"The risk `{risk.id}` is {risk.rating.score}, above the appetite of "
                f"{programme.appetite.accept_up_to}, and no scenario covers it.",
                "Name the scenario that covers it, or write `treatment: accept` and the `reason:`.",
                related=(("programme", "appetite", "accept_up_to"),),
            )
