"""Who prints hears of the same errors as who builds, and of warnings only beside them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.checks import RULES
from generator.load import load
from generator.opening import STOPPING, open_plan, opened_for_print
from generator.problems import PlanError, Severity
from tests.paper.changing import PLAN

DAY = date(2026, 11, 22)


def test_every_rule_that_can_stop_a_build_is_looked_at() -> None:
    assert {rule.code for rule in RULES if rule.severity is Severity.ERROR} == {
        rule.code for rule in STOPPING
    }
    assert 20 < len(STOPPING) < len(RULES)


def test_a_plan_with_warnings_is_opened(tmp_path: Path) -> None:
    (tmp_path / "plan.yml").write_text(PLAN.replace("The lawn", "TODO"), "utf-8")
    known = {problem.severity for problem in open_plan(tmp_path, DAY).problems}
    assert Severity.WARNING in known
    opened = opened_for_print(load(tmp_path), DAY)
    assert opened.problems == ()
    assert opened.plan == open_plan(tmp_path, DAY).plan


@pytest.mark.parametrize(
    ("was", "now"),
    [("+33 1 99 00 00 01", "+33 1"), ("languages: [en]", "languages: []"), ("sites:", "sites: [")],
    ids=["a rule's", "a type's", "YAML's"],
)
def test_a_plan_with_an_error_has_all_its_problems_said(tmp_path: Path, was: str, now: str) -> None:
    assert was in PLAN
    (tmp_path / "plan.yml").write_text(PLAN.replace(was, now), "utf-8")
    with pytest.raises(PlanError) as built:
        open_plan(tmp_path, DAY)
    with pytest.raises(PlanError) as printed:
        opened_for_print(load(tmp_path), DAY)
    assert printed.value.problems == built.value.problems
    assert printed.value.sources == built.value.sources
    assert any(one.severity is Severity.ERROR for one in built.value.problems)
