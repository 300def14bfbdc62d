"""Which standards a plan is held against, and what they are called."""

from __future__ import annotations

import pytest

from generator.derive.requirements import STANDARDS, applying
from generator.locales import available, locale
from generator.model.programme import StandardId
from tests.plan_builder import make_plan


@pytest.mark.parametrize("tag", available())
def test_every_text_is_there_and_no_other(tag: str) -> None:
    words = locale(tag).words
    keys = {r.key for s in STANDARDS for r in s.requirements} | {s.key for s in STANDARDS}
    assert {key for key in words if key.startswith("requirement.")} == keys


def test_a_plan_is_held_against_the_standards_that_it_names() -> None:
    assert applying(make_plan()) == STANDARDS
    named = make_plan(programme={"standards": ["dora", "iso-22301", "dora"]})
    assert [standard.id for standard in applying(named)] == ["dora", "iso-22301"]
    assert {standard.id for standard in STANDARDS} == set(StandardId)


def test_a_text_is_found_by_its_clause() -> None:
    keys = {r.clause: r.key for s in STANDARDS for r in s.requirements}
    assert keys["8.4.4"] == "requirement.iso-22301.8-4-4"
    assert keys["4.1.2(e)"] == "requirement.nis2-annex.4-1-2-e"
    assert keys["GV.SC-07.2"] == "requirement.cyfun-2025.gv-sc-07-2"
