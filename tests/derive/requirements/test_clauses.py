"""Every clause of every standard: what is just enough for it, and that nothing less is."""

from __future__ import annotations

import pytest

from generator.derive.requirements import STANDARDS, Result
from tests.derive.requirements.minimal_plan import (
    Way,
    answer_to,
    one_field_less,
    places,
    plan_of,
    ways,
)
from tests.plan_builder import make_plan

WAYS = [way for standard in STANDARDS for way in ways(standard.id)]
CLAUSES = [(s.id, r.clause) for s in STANDARDS for r in s.requirements]


def _name(way: Way) -> str:
    return f"{way.standard} {way.clause}"


def test_every_clause_is_in_a_table() -> None:
    assert list(dict.fromkeys((way.standard, way.clause) for way in WAYS)) == CLAUSES
    # ISO 22301 35, the annex 11, NIS2 3, CyFun 4, DORA 5.
    assert len(CLAUSES) == 58


@pytest.mark.parametrize("way", WAYS, ids=_name)
def test_what_is_just_enough_meets_it_with_these_pages(way: Way) -> None:
    answer = answer_to(way.standard, way.clause, plan_of(way.parts))
    assert places(answer) == sorted(way.evidence)
    assert answer.result is Result.MET
    assert answer.met == answer.demanded == sum(way.meets) + way.any_part


@pytest.mark.parametrize("way", WAYS, ids=_name)
def test_without_one_part_what_that_met_is_missing(way: Way) -> None:
    for index, met in enumerate(way.meets):
        rest = (*way.parts[:index], *way.parts[index + 1 :])
        answer = answer_to(way.standard, way.clause, plan_of(rest))
        assert answer.met == answer.demanded - met
        assert answer.result is (Result.PARTLY if answer.met else Result.NOT_COVERED)


@pytest.mark.parametrize("way", WAYS, ids=_name)
def test_every_field_of_a_part_counts(way: Way) -> None:
    for index, part in enumerate(way.parts):
        for less in one_field_less(part):
            parts = (*way.parts[:index], less, *way.parts[index + 1 :])
            answer = answer_to(way.standard, way.clause, plan_of(parts))
            assert answer.result is not Result.MET, less


@pytest.mark.parametrize(("standard", "clause"), CLAUSES)
def test_the_smallest_plan_does_not_cover_it(standard: str, clause: str) -> None:
    answer = answer_to(standard, clause, make_plan())
    assert (answer.result, answer.evidence, answer.met) == (Result.NOT_COVERED, (), 0)
