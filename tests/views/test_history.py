"""The page of activations."""

from __future__ import annotations

from typing import Any

from tests.views.view_of import html_of, pages_of

PLAN: dict[str, Any] = {
    "scenarios": [
        {"id": "closed", "title": "Closed", "variants": [{"id": "long", "title": "Long"}]}
    ],
    "activations": [
        {
            "id": "flood",
            "scenario": "closed",
            "title": "Flood",
            "begins": "2021-07-14",
            "ends": "2021-07-15",
        },
        {
            "id": "virus",
            "scenario": "closed",
            "title": "Virus",
            "begins": "2024-01-01",
            "variant": "long",
            "learned": ["Sign electronically."],
        },
    ],
}


def test_the_latest_stands_first() -> None:
    page = pages_of(**PLAN)["history/index.html"]
    assert [one.id for one in page.view] == ["virus", "flood"]
    assert [one.lasted and one.lasted.days for one in page.view] == [None, 2]


def test_what_lasts_still_says_so() -> None:
    html = html_of("history/index.html", **PLAN)
    for part in ("Since 1 January 2024", "2 days", "Sign electronically.", "Long"):
        assert part in html
    assert 'href="../scenarios/closed.html"' in html


def test_what_lasted_long_is_told_in_months_and_years() -> None:
    flood = {**PLAN["activations"][0], "begins": "2020-03-13", "ends": "2022-05-23"}
    html = html_of("history/index.html", **{**PLAN, "activations": [flood]})
    assert "<dd>2 years 2 months</dd>" in html


def test_an_activation_is_found_by_year_and_scenario() -> None:
    entries = {e.anchor: e for e in pages_of(**PLAN)["history/index.html"].entries}
    assert entries["flood"].text.split() == ["2021", "Closed"]


def test_without_activations_there_is_no_page() -> None:
    assert "history/index.html" not in pages_of()
