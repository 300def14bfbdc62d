"""A plan is checked while its sheets are made: what stops it is said whatever those did."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NoReturn

import pytest

from generator.build import Opened
from generator.opening import open_plan
from generator.paper import opening
from generator.paper.opening import opened_with
from generator.problems import PlanError, Problem
from tests.paper.changing import PLAN

DAY = date(2026, 11, 22)
FAULTY = PLAN.replace("+33 1 99 00 00 01", "+33 1")


@pytest.fixture(params=["beside", "before"])
def plan(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a plan is to be written, which is checked beside what is made of it, or before."""
    if request.param == "beside":
        monkeypatch.setattr(opening, "_MANY", 1)
    return tmp_path / "plan.yml"


def following(opened: Opened) -> str:
    """Never ends where units are part of one another."""
    units = {unit.id: unit for unit in opened.plan.units}
    here = next(iter(units.values()), None)
    while here is not None and here.parent:
        here = units[here.parent]
    return opened.plan.plan.revision


def failing(opened: Opened) -> NoReturn:
    raise KeyError("a name that there isn't")


def refusing(opened: Opened) -> NoReturn:
    raise PlanError([])


def fine(opened: Opened) -> str:
    return opened.plan.plan.revision


def problems(path: Path) -> tuple[Problem, ...]:
    """All that is wrong with a plan that can't be built."""
    with pytest.raises(PlanError) as built:
        open_plan(path, DAY)
    return tuple(built.value.problems)


@pytest.mark.parametrize("make", [fine, failing, refusing, following])
def test_what_stops_a_plan_is_said_first(plan: Path, make: Callable[[Opened], object]) -> None:
    plan.write_text(FAULTY, "utf-8")
    with pytest.raises(PlanError) as printed:
        opened_with(plan, DAY, make)
    assert tuple(printed.value.problems) == problems(plan)
    assert printed.value.problems


@pytest.mark.parametrize(
    "topic",
    [
        "units: [{id: a, name: A, parent: b}, {id: b, name: B, parent: a}]",
        "systems: [{id: a, name: A, dependencies: [{on: a, decision: open}]}]",
    ],
)
def test_what_is_made_of_circles_is_never_begun(
    plan: Path, monkeypatch: pytest.MonkeyPatch, topic: str
) -> None:
    def begun(*_: object) -> NoReturn:
        raise AssertionError("another process was asked first")

    monkeypatch.setattr(opening, "Beside", begun)
    name = topic.partition(":")[0]
    plan.write_text(f"{PLAN.replace(f'{name}: []', '')}\n{topic}\n", "utf-8")
    with pytest.raises(PlanError) as printed:
        opened_with(plan, DAY, following)
    assert any("cycle" in one.code for one in printed.value.problems)


@pytest.mark.parametrize(("make", "error"), [(failing, KeyError), (refusing, PlanError)])
def test_of_a_good_plan_what_fails_is_raised(
    plan: Path, make: Callable[[Opened], object], error: type[Exception]
) -> None:
    plan.write_text(PLAN, "utf-8")
    with pytest.raises(error) as raised:
        opened_with(plan, DAY, make)
    assert not getattr(raised.value, "problems", ())


def test_of_a_good_plan_it_is_made_as_from_one_that_was_checked_before(plan: Path) -> None:
    plan.write_text(PLAN, "utf-8")
    opened = opened_with(plan, DAY, lambda opened: opened)
    assert (opened.plan, opened.problems) == (open_plan(plan, DAY).plan, ())


def test_where_nobody_answers_the_plan_is_checked_here(
    plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dies(*_: object) -> NoReturn:
        raise RuntimeError

    monkeypatch.setattr(opening, "_stops", dies)
    plan.write_text(FAULTY, "utf-8")
    with pytest.raises(PlanError) as printed:
        opened_with(plan, DAY, fine)
    assert tuple(printed.value.problems) == problems(plan)
    plan.write_text(PLAN, "utf-8")
    assert opened_with(plan, DAY, fine)


def test_the_rules_on_circles_are_there() -> None:
    assert len(opening._ROUND) == 4
