"""The checks: one rule per file, one explicit registry."""

from __future__ import annotations

from datetime import date

from generator.checks import unknown_reference
from generator.checks.rule import Finding, Rule, Subject
from generator.load import Loaded
from generator.problems import Problem, in_order

RULES: tuple[Rule, ...] = tuple(Rule.of(module) for module in (unknown_reference,))


def check(loaded: Loaded, as_of: date) -> list[Problem]:
    """Every problem of a plan that was read, in file order; ``as_of`` is the day to judge by."""
    problems = list(loaded.problems)
    if loaded.plan is not None:
        subject = Subject(loaded.plan, as_of, loaded.folder)
        for rule in RULES:
            problems += (
                _problem(rule, finding, loaded)
                for finding in rule.find(subject)
                if not _follows(finding, loaded)
            )
    return in_order(problems)


def _problem(rule: Rule, finding: Finding, loaded: Loaded) -> Problem:
    return Problem(
        rule.code,
        finding.message,
        loaded.places.of(finding.path, key=finding.key),
        finding.help,
        rule.severity,
        tuple(loaded.places.of(path) for path in finding.related),
    )


def _follows(finding: Finding, loaded: Loaded) -> bool:
    """True if the finding only follows from a fault that was reported already."""
    if any(finding.path[: len(part)] == part for part in loaded.removed if len(part) > 1):
        return True
    named = finding.message.split("`")[1::2]
    return any(name in loaded.removed_ids for name in named)
