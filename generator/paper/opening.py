"""A plan that is opened to be printed: its sheets are made while another process checks it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

from generator.build import Opened
from generator.checks import check
from generator.jobs import can_fork
from generator.load import Loaded, has_errors, load
from generator.opening import STOPPING, opened_for_print
from generator.paper.beside import Beside
from generator.problems import Problem, in_order

T = TypeVar("T")

_MANY: Final = 400_000
"""A plan of fewer letters is checked before another process would have begun."""


_ROUND: Final = tuple(
    rule
    for rule in STOPPING
    if rule.code in ("block-in-block", "call-tree-cycle", "dependency-cycle", "reporting-cycle")
)
"""The rules that find circles; what is made of a plan that has some may never end."""


def opened_with(path: Path, as_of: date, make: Callable[[Opened], T]) -> T:
    """What ``make`` makes of a plan, checked as of a day. PlanError with every problem if some stop
    it, whatever was made or failed until then; ``make`` may be called twice.
    """
    loaded = load(path)
    if not _is_large(loaded) or loaded.plan is None or has_errors(_early(loaded, as_of)):
        return make(opened_for_print(loaded, as_of))
    checking = Beside(partial(_stops, loaded, as_of))
    try:
        made = make(Opened(loaded.plan, loaded, tuple(in_order(loaded.problems))))
    except Exception:
        if checking.answer() is False:
            raise
    else:
        if checking.answer() is False:
            return made
    return make(opened_for_print(loaded, as_of))


def _is_large(loaded: Loaded) -> bool:
    return can_fork() and sum(map(len, loaded.texts.values())) >= _MANY


def _early(loaded: Loaded, as_of: date) -> list[Problem]:
    return check(loaded, as_of, _ROUND, alone=True)


def _stops(loaded: Loaded, as_of: date) -> bool:
    return has_errors(check(loaded, as_of, STOPPING, alone=True))
