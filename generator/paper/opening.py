"""A plan that is opened to be printed: its sheets are made while another process checks it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

from generator.build import STOPPING, Opened, opened_for_print
from generator.checks import check
from generator.jobs import can_fork
from generator.load import Loaded, has_errors, load
from generator.paper.beside import AnsweredYes, Beside
from generator.problems import in_order

T = TypeVar("T")

_MANY: Final = 400_000
"""A plan of fewer letters is checked before another process would have begun."""


def opened_with(path: Path, as_of: date, make: Callable[[Opened], T]) -> T:
    """What ``make`` makes of a plan, checked as of a day. PlanError with every problem if some stop
    it, whatever was made or failed until then; ``make`` may be called twice, or end at any point.

    Why it may be interrupted: what is made of a plan with circles may never end.
    """
    loaded = load(path)
    if loaded.plan is None or has_errors(loaded.problems) or not _is_large(loaded):
        return make(opened_for_print(loaded, as_of))
    checking = Beside(partial(_stops, loaded, as_of))
    try:
        with checking.interrupting():
            made = make(Opened(loaded.plan, loaded, tuple(in_order(loaded.problems))))
    except (Exception, AnsweredYes):
        checking.answer()
        return make(opened_for_print(loaded, as_of))
    return made if checking.answer() is False else make(opened_for_print(loaded, as_of))


def _is_large(loaded: Loaded) -> bool:
    return can_fork() and sum(map(len, loaded.texts.values())) >= _MANY


def _stops(loaded: Loaded, as_of: date) -> bool:
    return has_errors(check(loaded, as_of, STOPPING, alone=True))
