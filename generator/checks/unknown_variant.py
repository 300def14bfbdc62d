"""A checklist or activation names a variant that its scenario doesn't have.

Why it is bad: the checklist belongs to no variant that a reader can choose, so it never shows.

Example: `variants: [lang]`, while the scenario's variants are `short` and `long`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.model.scenario import Scenario
from generator.model.walk import Path
from generator.problems import Severity, suggestion

CODE = "unknown-variant"
SEVERITY = Severity.ERROR


def find(subject: Subject) -> Iterator[Finding]:
    """Variants named in a scenario's phases, and in activations of the scenario."""
    for index, scenario in enumerate(subject.plan.scenarios):
        for path, variant in _named(index, scenario):
            yield from _unknown(path, variant, scenario)
    scenarios = subject.index["scenario"]
    for index, activation in enumerate(subject.plan.activations):
        if activation.variant is not None and activation.scenario in scenarios:
            here: Path = ("activations", index, "variant")
            yield from _unknown(here, activation.variant, scenarios[activation.scenario])


def _named(index: int, scenario: Scenario) -> Iterator[tuple[Path, str]]:
    for place, phase in enumerate(scenario.phases):
        for number, assignment in enumerate(phase.checklists):
            for last, variant in enumerate(assignment.variants):
                path = ("scenarios", index, "phases", place, "checklists", number, "variants", last)
                yield path, variant


def _unknown(path: Path, variant: str, scenario: Scenario) -> Iterator[Finding]:
    known = [known.id for known in scenario.variants]
    if variant not in known:
        yield Finding(
            path,
            f"Scenario `{scenario.id}` has no variant `{variant}`.",
            suggestion(variant, known) or "Write the id of one of its variants, or add one.",
        )
