"""Exercises, duties, campaigns, tasks and resources."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.views.actions import ActionsView
from generator.views.duties import Duty
from generator.views.exercises import ExercisesView, ExerciseView
from tests.views.view_of import html_of, pages_of

DAY = date(2026, 6, 1)
ACTION = {"id": "buy", "title": "Buy it.", "owner": "lead", "due": "2026-05-01"}
PLAN: dict[str, Any] = {
    "roles": [{"id": "lead", "title": "Lead"}],
    "activities": [{"id": "noc", "name": "Watch", "rto": "2h"}, {"id": "lab", "name": "Lab"}],
    "exercises": [
        {
            "id": "spring",
            "title": "Spring",
            "planned": "2026-03-01",
            "held": "2026-03-02",
            "script": [
                {"id": "b", "at": "20 min", "text": "Then this."},
                {"id": "a", "at": "0", "text": "First this."},
            ],
            "results": [
                {"activity": "noc", "reached": "3h"},
                {"activity": "noc", "reached": "2h"},
                {"activity": "lab", "reached": "9h"},
            ],
            "findings": [
                {"id": "one", "text": "Dead radio.", "actions": [ACTION]},
                {"id": "two", "text": "Nobody came."},
            ],
        },
        {"id": "later", "title": "Later", "planned": "2026-09-01"},
        {"id": "missed", "title": "Missed", "planned": "2026-05-31"},
        {"id": "winter", "title": "Winter", "held": "2026-01-01"},
    ],
    "assessments": [
        {
            "id": "self",
            "title": "Self",
            "topics": [{"topic": "Plans", "maturity": 2.5, "target": 3}],
        }
    ],
    "measures": [{"id": "ring", "title": "Ring", "due": "2027-01-01"}],
    "authorities": [
        {
            "id": "cert",
            "name": "CERT",
            "purpose": "Reports",
            "primary": {"name": "Desk", "contacts": [{"kind": "mail", "value": "a@cert.example"}]},
        }
    ],
    "duties": [
        {
            "id": "nis",
            "title": "NIS2",
            "source": "Art. 23",
            "trigger": "A breach.",
            "to": "cert",
            "deadlines": [
                {"id": "full", "title": "Full", "within": "72h"},
                {"id": "early", "title": "Early", "within": "24h"},
            ],
        }
    ],
    "resources": [
        {
            "id": "bag",
            "title": "Bag",
            "items": [
                {"id": "torch", "title": "Torch", "quantity": 4},
                {"id": "water", "title": "Water", "expires": "2026-05-01"},
            ],
        }
    ],
    "attachments": [{"id": "map", "title": "Map", "file": "papers/a map.pdf"}],
    "campaigns": [{"id": "day", "title": "Open day", "planned": "2026-07-01"}],
}


def test_the_next_exercise_and_the_latest_stand_first() -> None:
    view = pages_of(as_of=DAY, **PLAN)["exercises/index.html"].view
    assert isinstance(view, ExercisesView)
    assert [row.line.link.text.words for row in view.planned] == ["Missed", "Later"]
    assert [row.line.link.text.words for row in view.held] == ["Spring", "Winter"]
    html = html_of("exercises/index.html", as_of=DAY, **PLAN)
    assert "planned for 31 May 2026, not held" in html
    assert "planned for 1 September 2026" in html


def test_a_result_is_met_on_the_recovery_time_and_missed_beyond() -> None:
    view = pages_of(**PLAN)["exercises/spring.html"].view
    assert isinstance(view, ExerciseView)
    assert [one.over.seconds if one.over else None for one in view.results] == [3600, None, None]
    html = html_of("exercises/spring.html", **PLAN)
    found = [html.index(part) for part in ("missed by 1 hour", "> met<", "no recovery time set")]
    assert found == sorted(found)


def test_the_script_runs_by_the_clock() -> None:
    html = html_of("exercises/spring.html", **PLAN)
    assert html.index("First this.") < html.index("Then this.")
    assert "at the start" in html


def test_findings_lead_to_actions_or_are_marked_open() -> None:
    html = html_of("exercises/spring.html", as_of=DAY, **PLAN)
    assert "overdue since 1 May 2026" in html
    assert html.count("Neither accepted nor acted on") == 1


def test_maturity_is_a_figure_a_word_and_a_bar() -> None:
    html = html_of("exercises/index.html", language="nl", header={"languages": ["nl"]}, **PLAN)
    assert "2,5 van 5" in html
    assert "herhaald" in html
    assert "doel 3 niet gehaald" in html
    assert 'class="rb-bar-figure__share" width="50"' in html


def test_open_tasks_stand_by_owner_with_what_is_late_first() -> None:
    view = pages_of(as_of=DAY, **PLAN)["actions/index.html"].view
    assert isinstance(view, ActionsView)
    assert (view.open, view.overdue) == (2, 1)
    assert [owner.id for owner in view.owners] == ["roles-lead", "nobody"]
    assert "2 tasks are open. <strong>1 is overdue." in html_of(
        "actions/index.html", as_of=DAY, **PLAN
    )


def test_reports_stand_by_their_clock_with_a_way_to_reach_the_authority() -> None:
    (duty,) = pages_of(**PLAN)["duties/index.html"].view
    assert isinstance(duty, Duty)
    assert [report.id for report in duty.reports] == ["early", "full"]
    assert duty.number is None
    html = html_of("duties/index.html", **PLAN)
    assert 'href="mailto:a@cert.example"' in html
    assert "within 24 hours" in html


def test_what_has_expired_says_so_and_papers_can_be_downloaded() -> None:
    html = html_of("resources/index.html", as_of=DAY, **PLAN)
    assert "4 × Torch" in html
    assert "expired on 1 May 2026" in html
    assert 'href="../pictures/_/papers/a%20map.pdf" download' in html


def test_a_campaign_has_its_day() -> None:
    assert "planned for 1 July 2026" in html_of("awareness/index.html", as_of=DAY, **PLAN)


def test_a_plan_without_a_programme_has_none_of_these_pages() -> None:
    kinds = {"exercises", "actions", "duties", "resources", "awareness", "status", "plans", "risks"}
    assert not {page.address.kind for page in pages_of().values()} & kinds


def test_the_navigation_names_the_kinds_that_have_pages() -> None:
    pages = pages_of(**PLAN)
    start = pages["index.html"].view
    linked = {address.kind for _, address in (*start.more, *start.programme)}
    there = {page.address.kind for page in pages.values() if page.address.id == "index"}
    assert linked == there - {"", "scenarios", "roles"}
