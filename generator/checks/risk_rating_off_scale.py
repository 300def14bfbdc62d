"""A risk is rated, or an impact is given, with a value that is not on the programme's scale.

Why it is bad: nobody can say what the value means, and the matrix has no cell for it.

Example: `likelihood: 5`, while the programme's scale of likelihood has the values 1 to 4.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.model.programme import ScaleStep
from generator.model.walk import Path
from generator.problems import Severity

CODE = "risk-rating-off-scale"
SEVERITY = Severity.WARNING


def find(subject: Subject) -> Iterator[Finding]:
    """Ratings of risks and impacts of activities, against scales that have steps."""
    programme = subject.plan.programme
    if programme is None:
        return
    scales = {"likelihood": programme.likelihood, "impact": programme.impact}
    for path, scale, value in _values(subject):
        steps = scales[scale]
        if steps and value not in {step.value for step in steps}:
            yield Finding(
                path,
                f"The value {value} is not on the scale of {scale} ({_listed(steps)}).",
                "Choose one of its values, or add the value to the programme's scale.",
                related=(("programme", scale),),
            )


def _values(subject: Subject) -> Iterator[tuple[Path, str, int]]:
    for index, risk in enumerate(subject.plan.risks):
        for field, rating in (("rating", risk.rating), ("target", risk.target)):
            if rating is not None:
                path: Path = ("risks", index, field)
                yield (*path, "likelihood"), "likelihood", rating.likelihood
                yield (*path, "impact"), "impact", rating.impact
    for index, activity in enumerate(subject.plan.activities):
        for number, impact in enumerate(activity.impacts):
            yield ("activities", index, "impacts", number, "impact"), "impact", impact.impact


def _listed(steps: tuple[ScaleStep, ...]) -> str:
    return ", ".join(str(step.value) for step in steps)
