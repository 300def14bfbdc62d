"""The checks: one rule per file, all of them in `registry`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from generator.checks.registry import RULES as RULES
from generator.checks.rule import Finding, Rule, Subject
from generator.jobs import all_done, shares
from generator.load import Loaded
from generator.problems import Problem, in_order

_LOT = 6
"""So many rules are done in one go where processors share the work."""

_MANY = 5_000
"""A plan of fewer values is checked before another process would have begun."""


def check(
    loaded: Loaded, as_of: date, rules: Sequence[Rule] = RULES, *, alone: bool = False
) -> list[Problem]:
    """Every problem of a plan that was read, in file order; ``as_of`` is the day to judge by.
    Of others than these ``rules`` nothing is said. ``alone``: without other processes.

    Where a whole file could not be read, the rules wait: most of what they found would only be
    that the file's content is missing.
    """
    problems = list(loaded.problems)
    if loaded.plan is not None and not loaded.unread:
        subject = Subject(loaded.plan, as_of, loaded.folder)
        losses = _Losses(loaded)
        problems += (
            _problem(rule, finding, loaded)
            for rule, found in zip(rules, _found(subject, rules, alone), strict=True)
            for finding in found
            if not losses.explain(finding)
        )
    return in_order(problems)


def _found(subject: Subject, rules: Sequence[Rule], alone: bool) -> list[list[Finding]]:
    """What each rule finds."""
    jobs = [partial(_find, lot, subject) for lot in shares(rules, _LOT)]
    # Nearly every rule looks through all values: who shares the work has them already.
    if alone or len(subject.visits) < _MANY:
        return [found for job in jobs for found in job()]
    return [found for lot in all_done(jobs) for found in lot]


def _find(rules: Sequence[Rule], subject: Subject) -> list[list[Finding]]:
    return [list(rule.find(subject)) for rule in rules]


def _problem(rule: Rule, finding: Finding, loaded: Loaded) -> Problem:
    return Problem(
        rule.code,
        finding.message,
        loaded.places.of(finding.path, key=finding.key),
        finding.help,
        rule.severity,
        tuple(loaded.places.of(path) for path in finding.related),
    )


class _Losses:
    """What the plan lost because it was faulty, and was reported already."""

    def __init__(self, loaded: Loaded) -> None:
        self._parts = {part for part in loaded.removed if len(part) > 1}
        self._wholes = {part[:end] for part in self._parts for end in range(2, len(part) + 1)}
        self._ids = loaded.removed_ids

    def explain(self, finding: Finding) -> bool:
        """True if the finding may only follow from a loss.

        It does if it is about a part that lost something, about the whole that such a part is
        in, or names an id that went.
        """
        path = finding.path
        whole = path[:-1] if path[-1] == "id" else path
        if whole in self._wholes or path[:-1] in self._parts:
            return True
        return any(name in self._ids for name in finding.message.split("`")[1::2])
