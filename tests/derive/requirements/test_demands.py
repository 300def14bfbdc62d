"""What a clause asks of every plan, of every finding, and on which day: where one is not enough."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.derive.requirements import Result
from tests.derive.requirements.minimal_plan import (
    AS_OF,
    Part,
    Way,
    answer_to,
    places,
    plan_of,
    table,
    ways,
)


def first_way(standard: str, clause: str) -> Way:
    return next(way for way in ways(standard) if way.clause == clause)


@pytest.mark.parametrize("row", table("one-more"), ids=lambda row: row["clause"])
def test_one_that_is_incomplete_spoils_what_is_asked_of_all(row: dict[str, Any]) -> None:
    standard, clause = row["standard"], row["clause"]
    parts = first_way(standard, clause).parts
    assert answer_to(standard, clause, plan_of(parts)).result is Result.MET
    answer = answer_to(standard, clause, plan_of((*parts, row["more"])))
    assert answer.met == answer.demanded - 1


ENDS = [{"criteria": ["Out"]}, {"declared_by": ["lead"]}]


@pytest.mark.parametrize("stand_down", ENDS)
def test_an_end_has_criteria_and_somebody_who_declares_it(stand_down: dict[str, Any]) -> None:
    plan = plan_of([{"scenarios": [{"id": "fire", "stand_down": stand_down}]}])
    assert answer_to("cyfun-2025", "RC.RP-06.1", plan).result is Result.NOT_COVERED


ACTION = {"id": "a", "title": "Charge it.", "owner": "lead", "due": "2026-09-01"}


@pytest.mark.parametrize(
    "actions",
    [
        [],
        [{"id": "a", "title": "Charge it.", "owner": "lead"}],
        [{"id": "a", "title": "Charge it.", "due": "2026-09-01"}],
        [ACTION, {"id": "b", "title": "Buy one."}],
    ],
)
def test_a_finding_is_followed_up_by_actions_that_all_have_owner_and_day(actions: Any) -> None:
    followed = {"id": "f", "text": "Flat.", "actions": [ACTION]}
    open_ = {"id": "g", "text": "Dark.", "actions": actions}
    for findings in ([open_], [followed, open_]):
        plan = plan_of([{"exercises": [{"id": "drill", "findings": findings}]}])
        assert answer_to("iso-22301", "10.1", plan).result is Result.NOT_COVERED


@pytest.mark.parametrize(
    ("clause", "topic"), [("7.2", "exercises"), ("9.2", "assessments"), ("9.3", "reviews")]
)
def test_what_is_still_to_be_held_counts_only_from_its_day(clause: str, topic: str) -> None:
    (part,) = first_way("iso-22301", clause).parts
    for day, result in (("2026-06-01", Result.MET), ("2026-06-02", Result.NOT_COVERED)):
        later = {topic: [part[topic][0] | {"held": day}]}
        assert answer_to("iso-22301", clause, plan_of([later])).result is result


@pytest.mark.parametrize("clause", ["art. 11(6)(a)", "art. 11(6)(b)"])
def test_a_year_has_366_days_at_most(clause: str) -> None:
    assert (AS_OF - date(2025, 5, 31)).days == 366
    (part,) = first_way("dora", clause).parts
    old = {"exercises": [part["exercises"][0] | {"held": "2025-05-30"}]}
    assert answer_to("dora", clause, plan_of([part])).result is Result.MET
    assert answer_to("dora", clause, plan_of([old])).result is Result.NOT_COVERED


def test_an_old_exercise_still_shows_that_plans_are_tested() -> None:
    parts = first_way("nis2-annex", "4.1.4").parts
    old = {"exercises": [{"id": "drill", "held": "2020-05-30", "plans": ["bcp"]}]}
    assert answer_to("nis2-annex", "4.1.4", plan_of((*parts[1:], old))).result is Result.MET


def test_only_what_recovers_it_makes_a_plan_for_it() -> None:
    parts = first_way("nis2-annex", "4.1.2(f)").parts
    answer = answer_to("nis2-annex", "4.1.2(f)", plan_of((*parts, {"plans": [{"id": "bcp"}]})))
    assert places(answer) == ["activity/noc", "plan/it", "system/tickets"]


def test_a_system_backs_itself_up_only_at_a_second_site() -> None:
    parts = first_way("nis2-annex", "4.1.2(g)").parts[:2]
    for sites, met in ((["north"], 2), (["north", "south"], 3)):
        plan = plan_of((*parts, {"systems": [{"id": "tickets", "sites": sites}]}))
        assert answer_to("nis2-annex", "4.1.2(g)", plan).met == met


def test_an_authority_without_a_number_is_no_contact() -> None:
    parts = first_way("nis2-annex", "4.1.2(c)").parts[:1]
    plan = plan_of((*parts, {"authorities": [{"id": "cert", "primary": {"name": "Desk"}}]}))
    assert answer_to("nis2-annex", "4.1.2(c)", plan).met == 1


def test_a_critical_activity_without_a_recovery_time_is_not_analysed() -> None:
    # The order follows from the other's priority: of five demands only this one is open.
    products, impacts, _, dependencies = first_way("iso-22301", "8.2.2").parts
    other = {"activities": [{"id": "noc", "critical": True, "mtpd": "1 day"}]}
    ranked = {"activities": [{"id": "desk", "priority": 1}]}
    plan = plan_of((products, impacts, other, dependencies, ranked))
    assert answer_to("iso-22301", "8.2.2", plan).met == 4


def report(*limits: str, **said: Any) -> Part:
    """A reporting duty with a report within each of these times."""
    deadlines = [{"id": f"r{n}", "title": "R", "within": w} for n, w in enumerate(limits)]
    return {"duties": [{"id": "report", "deadlines": deadlines} | said]}


@pytest.mark.parametrize(
    ("limits", "met"),
    [
        (("24h", "72h", "30 days"), "abd"),
        (("12h",), "a"),
        (("25h", "31 days"), "bd"),
        (("73h",), "d"),
        (("32 days",), ""),
    ],
)
def test_reports_under_nis2_count_by_their_time(limits: tuple[str, ...], met: str) -> None:
    plan = plan_of([report(*limits, title="NIS2")])
    answers = {part: answer_to("nis2", f"art. 23(4)({part})", plan) for part in "abd"}
    assert "".join(p for p, a in answers.items() if a.result is Result.MET) == met


@pytest.mark.parametrize(
    ("limits", "met"),
    [
        # By 24 h after it was seen, and by 4 h after it was classified: the second is stricter.
        (("4h", "72h", "31 days"), {"a": 2, "b": 1, "c": 1}),
        (("24h",), {"a": 1, "b": 0, "c": 0}),
        (("25h",), {"a": 0, "b": 1, "c": 0}),
        (("73h",), {"a": 0, "b": 0, "c": 1}),
        (("32 days",), {"a": 0, "b": 0, "c": 0}),
    ],
)
def test_reports_under_dora_count_by_their_time(
    limits: tuple[str, ...], met: dict[str, int]
) -> None:
    plan = plan_of([report(*limits, title="DORA")])
    assert {part: answer_to("dora", f"art. 19(4)({part})", plan).met for part in "abc"} == met


@pytest.mark.parametrize(
    ("said", "law"),
    [
        ({"source": "Directive (EU) 2022/2555, art. 23"}, "nis2"),
        ({"title": "NIS 2 report"}, "nis2"),
        ({"id": "nis2"}, "nis2"),
        ({"source": "GDPR, art. 33"}, None),
        ({"title": "Report under DORA"}, "dora"),
        ({"source": "Regulation (EU) 2022/2554"}, "dora"),
        ({"title": "The dorado regatta"}, None),
    ],
)
def test_a_duty_is_known_by_its_law(said: dict[str, str], law: str | None) -> None:
    plan = plan_of([report("4h", **said)])
    clauses = {"nis2": "art. 23(4)(a)", "dora": "art. 19(4)(a)"}
    met = [one for one, clause in clauses.items() if answer_to(one, clause, plan).met]
    assert met == ([law] if law else [])
