"""Reading and checking a plan, so that it can be built. Modules that only work with what was opened
need neither the reader nor the checks."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from generator.build import Opened
from generator.checks import RULES, check
from generator.load import Loaded, load
from generator.problems import PlanError, Severity, count

STOPPING: Final = tuple(rule for rule in RULES if rule.severity is Severity.ERROR)
"""The rules of which one finding stops a build."""


def open_plan(path: Path, as_of: date, *, strict: bool = False) -> Opened:
    """Load and check a plan as of a day. PlanError if its problems stop a build."""
    loaded = load(path)
    problems = tuple(check(loaded, as_of))
    worst = count(problems, Severity.ERROR) or (strict and count(problems, Severity.WARNING))
    if worst or loaded.plan is None:
        raise PlanError(problems, loaded.texts)
    return Opened(loaded.plan, loaded, problems)


def opened_for_print(loaded: Loaded, as_of: date) -> Opened:
    """As ``open_plan`` of a plan that was read, for those who only say what stops them: where
    nothing does, other problems aren't looked for. PlanError, then with every problem."""
    errors = tuple(check(loaded, as_of, STOPPING))
    if count(errors, Severity.ERROR) or loaded.plan is None:
        raise PlanError(check(loaded, as_of), loaded.texts)
    return Opened(loaded.plan, loaded, errors)
