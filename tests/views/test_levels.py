"""The page of levels and criteria."""

from __future__ import annotations

from typing import Any

from tests.views.view_of import html_of, pages_of

PLAN: dict[str, Any] = {
    "levels": [
        {"id": "minor", "title": "Minor", "number": "4", "severity": 1, "aliases": ["small"]},
        {
            "id": "grave",
            "title": "Grave",
            "severity": 3,
            "crisis": True,
            "activates": {"roles": ["lead"]},
            "declared_by": ["lead"],
        },
        {"id": "crisis", "title": "Full crisis", "severity": 2, "crisis": True},
    ],
    "roles": [{"id": "lead", "title": "Crisis lead"}],
    "criteria": [
        {
            "id": "nodes",
            "title": "Nodes lost",
            "kind": "technical",
            "leads_to": "grave",
            "aliases": ["pops"],
            "conditions": [{"metric": "Nodes", "operator": ">=", "value": 2, "unit": "nodes"}],
        },
        {
            "id": "hurt",
            "title": "Somebody is hurt",
            "leads_to": "grave",
            "match": "all",
            "conditions": [{"text": "Hurt."}, {"text": "Not by play."}],
        },
    ],
}


def test_the_worst_level_stands_first_whatever_the_numbers_say() -> None:
    page = pages_of(**PLAN)["levels/index.html"]
    assert [one.id for one in page.view] == ["grave", "crisis", "minor"]
    assert [h.words for h in page.headings] == ["Grave", "Full crisis", "4 · Minor"]


def test_technical_criteria_stand_apart() -> None:
    grave = pages_of(**PLAN)["levels/index.html"].view[0]
    assert [one.line.id for one in grave.technical] == ["nodes"]
    assert [one.line.id for one in grave.other] == ["hurt"]


def test_every_level_and_criterion_has_its_anchor_and_keeps_old_ones() -> None:
    html = html_of("levels/index.html", **PLAN)
    anchors = ("level-grave", "level-small", "criterion-nodes", "criterion-pops", "criterion-hurt")
    for anchor in anchors:
        assert html.count(f'id="{anchor}"') == 1
    assert "If unsure, take the higher level." in html
    assert "≥ 2 nodes" in html
    assert "all of these" in html


def test_a_crisis_is_marked_where_its_name_does_not_say_so() -> None:
    found = {one.id: one.marked for one in pages_of(**PLAN)["levels/index.html"].view}
    assert found == {"grave": True, "crisis": False, "minor": False}


def test_criteria_are_found_by_what_is_measured() -> None:
    entries = {e.anchor: e for e in pages_of(**PLAN)["levels/index.html"].entries}
    assert entries["criterion-nodes"].text == "Nodes ≥ 2 nodes"
    assert entries["criterion-hurt"].text == "Hurt. Not by play."


def test_a_plan_without_levels_has_no_such_page() -> None:
    assert "levels/index.html" not in pages_of()
