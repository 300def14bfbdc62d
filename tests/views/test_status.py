"""The plan's status: one figure, what is late, what covers what, each clause with its pages."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.derive.requirements import STANDARDS
from generator.locales import locale
from generator.views.parts.clauses import StandardView
from generator.views.parts.coverage import Table
from generator.views.parts.evidence import ALL
from generator.views.parts.figures import number, percent
from generator.views.status import StatusView
from tests.views.view_of import html_of, pages_of

DAY = date(2026, 6, 1)
PLAN: dict[str, Any] = {
    "header": {"owner": "keeper", "issued": "2026-01-01", "review_by": "2026-12-31"},
    "roles": [{"id": "keeper", "title": "Keeper"}, {"id": "lead", "title": "Lead", "holder": "an"}],
    "people": [{"id": "an", "name": "An"}],
    "programme": {"why": "Hospitals.", "appetite": {"accept_up_to": 2}},
    "scenarios": [
        {
            "id": "fire",
            "title": "Fire",
            "phases": [
                {
                    "id": "now",
                    "title": "Now",
                    "checklists": [{"role": "lead", "checklist": "first"}],
                }
            ],
        },
        {"id": "flood", "title": "Flood"},
    ],
    "checklists": [{"id": "first", "title": "First", "steps": [{"id": "a", "do": "Go."}]}],
    "risks": [
        {
            "id": "hot",
            "title": "Hot",
            "rating": {"likelihood": 2, "impact": 2},
            "scenarios": ["fire"],
        },
        {"id": "wet", "title": "Wet", "rating": {"likelihood": 2, "impact": 2}},
    ],
    "activities": [
        {"id": "noc", "name": "Watch", "critical": True},
        {"id": "lab", "name": "Lab", "needs_no_plan": {"reason": "It can wait."}},
    ],
    "plans": [
        {
            "id": "crisis",
            "kind": "cm",
            "title": "Crisis plan",
            "approved": "2026-01-01",
            "review_by": "2026-05-01",
        }
    ],
}


def status() -> StatusView:
    """The view of the status page."""
    view = pages_of(as_of=DAY, **PLAN)["status/index.html"].view
    assert isinstance(view, StatusView)
    return view


def test_the_figure_is_the_share_of_demands_that_are_met() -> None:
    view = status()
    parts = {part.part: (part.met, part.demanded) for part in view.parts}
    assert parts == {
        "critical-activity": (0, 1),
        "plan-current": (0, 1),
        "risk-answered": (1, 2),
    }
    assert (view.met, view.demanded, view.percent) == (1, 4, "25 %")


def test_what_is_missed_leads_to_its_page() -> None:
    missed = {part.part: [str(link.text) for link in part.missed] for part in status().parts}
    assert missed == {
        "critical-activity": ["Watch"],
        "plan-current": ["Crisis plan"],
        "risk-answered": ["Wet"],
    }


def test_what_is_late_and_what_comes_have_their_days() -> None:
    view = status()
    assert [(one.kind, one.day) for one in view.late] == [("plan-review", date(2026, 5, 1))]
    assert [(one.kind, one.day) for one in view.coming] == [("edition", date(2026, 12, 31))]
    assert view.calendar == "calendar.ics"


def test_each_table_shows_its_gaps() -> None:
    tables: tuple[Table, ...] = pages_of(**PLAN)["status/coverage.html"].view
    rows = {table.id: [(str(r.link.text), r.covered) for r in table.rows] for table in tables}
    assert rows == {
        "risk-scenario": [("Hot", True), ("Wet", False)],
        "person-card": [("An", True)],
        "role-phase-fire": [("Keeper", False), ("Lead", True)],
    }
    html = html_of("status/coverage.html", **PLAN)
    assert html.count("not covered") == 1
    assert html.count("no task in this scenario") == 1


def test_every_standard_has_a_page_with_all_its_clauses() -> None:
    pages = pages_of(**PLAN)
    assert len(STANDARDS) >= 4
    for standard in STANDARDS:
        view = pages[f"status/{standard.id}.html"].view
        assert isinstance(view, StandardView)
        assert [one.clause for one in view.clauses] == [r.clause for r in standard.requirements]
        results = sum(view.count(result) for result in ("met", "partly", "not-covered"))
        assert results == len(standard.requirements)


def test_every_page_of_evidence_is_two_clicks_from_the_status() -> None:
    pages = pages_of(**PLAN)
    view = pages["status/iso-22301.html"].view
    found = [shown for clause in view.clauses for shown in clause.evidence]
    assert found
    for shown in found:
        assert shown.all.path in pages
        assert all(link.address.path in pages for link in shown.links)
    assert 'href="iso-22301.html"' in html_of("status/index.html", **PLAN)


def test_a_clause_that_nothing_meets_says_so_and_is_found() -> None:
    html = html_of("status/dora.html", **PLAN)
    assert "Not covered" in html
    entries = pages_of(**PLAN)["status/iso-22301.html"].entries
    assert "clause-8-2-2" in [entry.anchor for entry in entries]


@pytest.mark.parametrize("kind", sorted(ALL))
def test_every_kind_of_evidence_has_a_name(kind: str) -> None:
    assert locale("en").say(f"status.evidence.{kind}")


def test_figures_are_written_as_the_language_does_and_never_rounded_up_to_all() -> None:
    assert percent(0.999, locale("en")) == "99 %"
    assert percent(1, locale("fr")) == "100 %"
    assert number(2.5, locale("nl")) == "2,5"
    assert number(3.0, locale("en")) == "3"
