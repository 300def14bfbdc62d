"""What comes next, on 1 June 2026."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.derive.standing import standing
from generator.derive.standing_dates import NextDate, next_dates, whole_review_due
from tests.derive.programme import AS_OF, FINDINGS, YEARLY, bcp
from tests.plan_builder import make_plan


def test_what_comes_next() -> None:
    item = {"id": "water", "title": "Water", "expires": "2026-06-10"}
    old = {"id": "bread", "title": "Bread", "expires": "2026-05-10"}
    plan = make_plan(
        header={"review_by": "2026-12-01"},
        programme=YEARLY | {"roadmap": [{"id": "audit", "title": "Audit", "due": "2026-08-01"}]},
        plans=[bcp(approved="2026-01-01", review_by="2026-07-01")],
        exercises=[
            {"id": "drill", "title": "Drill", "planned": "2026-06-01"},
            {"id": "x", "title": "X", "held": "2026-03-01", "findings": FINDINGS},
        ],
        measures=[{"id": "ring", "title": "Ring", "due": "2026-06-15"}],
        resources=[{"id": "bag", "title": "Bag", "items": [item, old]}],
    )
    found = next_dates(plan, standing(plan, AS_OF))
    assert [(f"{one.day:%m-%d}", one.kind, one.id) for one in found] == [
        ("06-01", "action", "open"),
        ("06-01", "exercise", "drill"),
        ("06-10", "item", "bag"),
        ("06-15", "measure", "ring"),
        ("07-01", "plan-review", "bcp"),
        ("08-01", "milestone", "audit"),
        ("12-01", "edition", ""),
        ("01-01", "plan-exercise", "bcp"),
    ]


@pytest.mark.parametrize(
    ("header", "reviews", "due"),
    [
        ({}, [], None),
        ({"issued": "2026-01-15"}, [], date(2027, 1, 15)),
        ({"issued": "2026-01-15"}, [{"held": "2026-05-31"}], date(2027, 5, 31)),
        ({"issued": "2026-01-15"}, [{"held": "2026-05-31", "management": True}], date(2027, 5, 31)),
        ({"issued": "2026-01-15"}, [{"held": "2026-05-31", "plans": ["bcp"]}], date(2027, 1, 15)),
        ({"issued": "2026-01-15"}, [{"held": "2026-06-02"}], date(2027, 1, 15)),
        ({"issued": "2026-06-02"}, [], None),
        ({"issued": "2026-01-15", "review_by": "2026-08-01"}, [], date(2026, 8, 1)),
    ],
)
def test_when_the_whole_plan_is_to_be_reviewed(
    header: dict[str, str], reviews: list[dict[str, Any]], due: date | None
) -> None:
    held = [{"id": "look", "title": "Look"} | review for review in reviews]
    plan = make_plan(header=header, plans=[bcp()], reviews=held, programme=YEARLY)
    assert whole_review_due(plan, AS_OF) == due
    coming = [one.day for one in next_dates(plan, standing(plan, AS_OF)) if one.kind == "edition"]
    assert coming == ([due] if due else [])


def test_a_leap_day_counts_in_a_rhythm() -> None:
    plan = make_plan(header={"issued": "2027-09-10"}, programme=YEARLY)
    assert whole_review_due(plan, date(2027, 12, 1)) == date(2028, 9, 9)
    assert whole_review_due(make_plan(header={"issued": "2027-09-10"}), AS_OF) is None


def test_what_is_over_done_or_without_a_day_does_not_come() -> None:
    actions = [
        {"id": "early", "title": "Done before its day.", "due": "2026-09-01", "done": "2026-05-01"},
        {"id": "undated", "title": "Some day."},
        {"id": "late", "title": "Overdue.", "due": "2026-05-31"},
    ]
    finding = {"id": "f", "text": "Flat.", "actions": actions}
    plan = make_plan(
        exercises=[
            # Held today: no longer to come.
            {"id": "today", "title": "A", "held": "2026-06-01", "findings": [finding]},
            {"id": "undated", "title": "B"},
        ],
        measures=[
            {"id": "early", "title": "A", "due": "2026-09-01", "done": "2026-05-01"},
            {"id": "undated", "title": "B"},
        ],
        plans=[bcp()],
        resources=[{"id": "bag", "title": "Bag", "items": [{"id": "lamp", "title": "Lamp"}]}],
    )
    assert next_dates(plan, standing(plan, AS_OF)) == ()


def test_what_expires_knows_its_place() -> None:
    items = [{"id": "lamp", "title": "Lamp"}]
    items.append({"id": "water", "title": "Water", "expires": "2026-06-01"})
    resources = [{"id": "box", "title": "Box"}, {"id": "bag", "title": "Bag", "items": items}]
    plan = make_plan(header={"review_by": "2026-06-01"}, resources=resources)
    assert next_dates(plan, standing(plan, AS_OF)) == (
        NextDate(AS_OF, "edition", "", ("plan", "review_by")),
        NextDate(AS_OF, "item", "bag", ("resources", 1, "items", 1)),
    )


def test_of_one_day_kinds_and_then_ids_stand_in_order() -> None:
    measures = [{"id": id_, "title": id_, "due": "2026-08-01"} for id_ in ("ring", "lamp")]
    campaigns = [{"id": "badge", "title": "Badge", "planned": "2026-08-01"}]
    plan = make_plan(measures=measures, campaigns=campaigns)
    found = [(one.kind, one.id) for one in next_dates(plan, standing(plan, AS_OF))]
    assert found == [("campaign", "badge"), ("measure", "lamp"), ("measure", "ring")]


def test_the_day_of_issue_counts_from_that_day_on() -> None:
    # 1 June 2026 and 365 days.
    plan = make_plan(header={"issued": "2026-06-01"}, programme=YEARLY)
    assert whole_review_due(plan, AS_OF) == date(2027, 6, 1)
