"""Synonyms: a page that has one word of a group is found by the others."""

from __future__ import annotations

from typing import Any

from generator.views.parts.short_code import short_code
from tests.views.view_of import pages_of

PLAN: dict[str, Any] = {
    "header": {"languages": ["en", "nl"]},
    "synonyms": [
        {"words": [{"en": "lift", "nl": "lift"}, {"en": "elevator", "nl": "personenlift"}]},
        {"words": [{"en": "power cut"}, {"en": "blackout"}, {"en": "outage"}]},
    ],
}


def keywords(title: str, language: str = "en", **more: Any) -> set[str]:
    """The keywords of a scenario with this title, without the code that every posted page has."""
    scenario = {"id": "one", "title": {language: title}, **more}
    page = pages_of(language=language, **PLAN, scenarios=[scenario])["scenarios/one.html"]
    return set(page.entries[0].keywords) - {short_code(page.address)}


def test_the_other_words_of_a_group_are_added() -> None:
    assert keywords("The Lift is stuck") == {"elevator"}
    assert keywords("De lift staat stil", "nl") == {"personenlift"}


def test_several_words_in_a_row_count_as_one() -> None:
    assert keywords("A POWER  cut!") == {"blackout", "outage"}
    assert keywords("Cut the power") == set()


def test_only_whole_words_count() -> None:
    assert keywords("We shoplifted") == set()


def test_keywords_of_the_plan_stay_and_count() -> None:
    assert keywords("Dark", keywords=["outage"]) == {"outage", "power cut", "blackout"}


def test_a_word_that_stands_there_is_not_added_again() -> None:
    assert keywords("Lift, elevator") == set()
