"""A scenario's page: its sections, and the way to them."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.views.view_of import html_of, pages_of

PATH = "scenarios/flood.html"
FLOOD: dict[str, Any] = {
    "id": "flood",
    "title": "Flood",
    "safety": [{"id": "leave", "do": "Go upstairs."}],
    "recognise": ["Water stands in the hall."],
    "causes": ["Rain."],
    "stand_down": {"criteria": ["The hall is dry."]},
}
LONG = {**FLOOD, "measures": [{"id": "pumps", "title": "Pumps", "concerns": "staff"}]}


def targets(html: str) -> list[str]:
    """The anchors that the list of sections leads to."""
    found = re.search(r'<nav class="rb-jumps".*?</nav>', html, re.DOTALL)
    return re.findall(r'href="#([^"]+)"', found[0]) if found else []


def test_after_the_safety_steps_a_list_leads_to_each_further_section() -> None:
    html = html_of(PATH, scenarios=[LONG])
    assert targets(html) == ["recognise", "measures", "end", "background"]
    assert html.index("Go upstairs.") < html.index("rb-jumps") < html.index('id="recognise"')
    for anchor in targets(html):
        assert f'<h2 id="{anchor}">' in html


def test_the_sections_in_the_list_are_those_of_the_table_of_contents() -> None:
    headings = [one.id for one in pages_of(scenarios=[LONG])[PATH].headings]
    assert headings == ["safety", *targets(html_of(PATH, scenarios=[LONG]))]


def test_a_page_of_few_sections_has_no_list_of_them() -> None:
    short = {key: FLOOD[key] for key in ("id", "title", "safety", "recognise", "causes")}
    html = html_of(PATH, scenarios=[short])
    assert 'id="background"' in html
    assert targets(html) == []


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "On this page"),
        ("nl", "Op deze pagina"),
        ("fr", "Sur cette page"),
        ("de", "Auf dieser Seite"),
    ],
)
def test_the_list_is_named_in_the_language_of_the_reader(language: str, title: str) -> None:
    assert title in html_of(PATH, language=language, scenarios=[LONG])


@pytest.mark.parametrize(("language", "not_to"), [("en", "DO NOT"), ("nl", "NIET DOEN:")])
def test_search_finds_what_must_not_be_done_as_such(language: str, not_to: str) -> None:
    forbidden = {**FLOOD, "safety": [{"do": "Go upstairs."}, {"do_not": "use the lifts."}]}
    pages = pages_of(language=language, scenarios=[forbidden])
    titles = [entry.title for entry in pages[PATH].entries]
    assert "Go upstairs." in titles
    assert f"{not_to} use the lifts." in titles
    assert "use the lifts." not in titles
