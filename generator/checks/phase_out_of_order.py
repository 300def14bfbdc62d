"""A phase ends before it begins, or begins before the phase above it.

Why it is bad: readers find their phase by the time since the start, and take the first that fits.

Example: `begins: 2h` and `ends: 90 min`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.model.duration import Duration
from generator.problems import Severity

CODE = "phase-out-of-order"
SEVERITY = Severity.WARNING


def find(subject: Subject) -> Iterator[Finding]:
    """Times of phases, where they are given."""
    for index, scenario in enumerate(subject.plan.scenarios):
        last = Duration(0)
        for place, phase in enumerate(scenario.phases):
            here = ("scenarios", index, "phases", place)
            begins = phase.begins
            if begins is not None and phase.ends is not None and phase.ends <= begins:
                yield Finding(
                    (*here, "ends"),
                    f"Phase `{phase.id}` of scenario `{scenario.id}` ends before it begins.",
                    "Compare `begins:` and `ends:`; both count from the start of the scenario.",
                )
            if begins is not None and begins < last:
                yield Finding(
                    (*here, "begins"),
                    f"Phase `{phase.id}` of scenario `{scenario.id}` begins before the one above "
                    "it.",
                    "Put the phases in the order in which they begin.",
                )
            last = max(last, begins or last)
