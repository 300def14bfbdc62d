"""The list of all pages."""

from __future__ import annotations

from typing import Any

from generator.editions import audiences, project
from generator.locales import locale
from generator.model.text import Name
from generator.views import all_pages, listing
from generator.views.page import Address, Link
from tests.plan_builder import make_plan
from tests.views.view_of import html_of, pages_of

PLAN: dict[str, Any] = {
    "scenarios": [
        {"id": "e", "title": "Évacuation"},
        {"id": "f", "title": "fire"},
        {"id": "n", "title": "112 is down"},
        {"id": "z", "title": "“Zero” day"},
        {"id": "a", "title": "عطل"},
    ],
    "people": [{"id": "ed", "name": "Ed Øst"}],
}


def names(view: tuple[listing.Letter, ...]) -> dict[str, list[str]]:
    """What stands under each letter, by anchor."""
    return {one.id: [str(line.link.text) for line in one.lines] for one in view}


def test_things_stand_by_letter_marks_and_quotes_aside() -> None:
    found = names(pages_of(**PLAN)["all/index.html"].view)
    assert found["letter-other"] == ["112 is down"]
    assert found["letter-e"] == ["Ed Øst", "Évacuation"]
    assert found["letter-f"] == ["fire"]
    assert found["letter-z"] == ["“Zero” day"]
    assert found["letter-ع"] == ["عطل"]
    assert next(iter(found)) == "letter-other"


def test_every_other_page_is_listed() -> None:
    found = pages_of(**PLAN)
    html = html_of("all/index.html", **PLAN)
    others = [path for path in found if path not in ("index.html", "all/index.html")]
    assert len(others) > 5
    for path in others:
        assert f'href="../{path}"' in html
    assert 'href="../contacts/everyone.html#ed"' in html


def test_things_that_are_sections_of_a_page_are_listed_with_their_places() -> None:
    rating = {"likelihood": 1, "impact": 1}
    html = html_of(
        "all/index.html",
        risks=[{"id": "fire", "title": "Fire", "rating": rating}],
        gaps=[{"id": "hole", "title": "Hole"}],
        measures=[{"id": "ring", "title": "Ring"}],
        duties=[{"id": "nis2", "title": "NIS2", "source": "art. 23", "trigger": "An incident"}],
        resources=[{"id": "bag", "title": "Bag"}],
        reviews=[{"id": "yearly", "title": "Yearly"}],
        assessments=[{"id": "audit", "title": "Audit"}],
        campaigns=[{"id": "badge", "title": "Badge"}],
        products=[{"id": "light", "name": "Light"}],
        machines=[{"id": "press", "name": "Press"}],
    )
    for place in (
        "risks/index.html#risk-fire",
        "risks/index.html#gap-hole",
        "risks/index.html#measure-ring",
        "duties/index.html#duty-nis2",
        "resources/index.html#resource-bag",
        "exercises/index.html#review-yearly",
        "exercises/index.html#assessment-audit",
        "awareness/index.html#campaign-badge",
        "activities/index.html#product-light",
        "systems/index.html#machine-press",
    ):
        assert html.count(f'href="../{place}"') == 1, place


def test_a_list_of_a_kind_is_not_named_twice() -> None:
    html = html_of("all/index.html", **PLAN)
    assert '<a href="../scenarios/index.html">Scenarios</a></li>' in html
    assert '<a href="../scenarios/f.html">fire</a> <span class="rb-quiet">Scenarios</span>' in html


def test_findings_of_an_exercise_are_not_listed() -> None:
    finding = {"id": "review-late", "text": "It was late."}
    plan: dict[str, Any] = {"exercises": [{"id": "drill", "title": "Drill", "findings": [finding]}]}
    assert "It was late." not in html_of("all/index.html", **plan)


def test_pages_written_by_hand_are_listed_too() -> None:
    plan = make_plan()
    edition = project(plan, audiences(plan)[0], "en")
    link = Link(Address("pages", "first-day"), Name.of("Your first day"))
    *_, last = all_pages(edition, locale("en"), [link])
    assert last.address == listing.ADDRESS
    (letter,) = [one for one in last.view if one.id == "letter-y"]
    assert letter.lines == (listing.Line(link, "pages"),)
