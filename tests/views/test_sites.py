"""The pages of sites."""

from __future__ import annotations

from typing import Any

from generator.views.sites import SiteView
from tests.views.view_of import html_of, pages_of

MAP = {"file": "maps/quay 1.svg", "alt": "Map <of> the quay"}

PLAN: dict[str, Any] = {
    "sites": [
        {
            "id": "hq",
            "name": "HQ",
            "aliases": ["tower"],
            "alternates": ["shed"],
            "coordinates": {"latitude": 51.2, "longitude": 4.4},
            "assembly_points": [
                {"id": "park", "name": "Park", "alternate": True, "picture": MAP},
                {"id": "quay", "name": "Quay", "directions": "Turn left.", "picture": MAP},
            ],
            "pictures": [MAP],
        },
        {"id": "shed", "name": "Shed"},
    ],
    "people": [{"id": "an", "name": "An", "site": "hq"}],
    "units": [{"id": "office", "name": "Office", "site": "hq"}],
    "roles": [{"id": "lead", "title": "Lead", "site": "hq"}],
    "scenarios": [{"id": "fire", "title": "Fire", "sites": ["hq"]}],
}


def site(id_: str = "hq") -> SiteView:
    """The view of a site."""
    view = pages_of(**PLAN)[f"sites/{id_}.html"].view
    assert isinstance(view, SiteView)
    return view


def test_the_main_assembly_point_stands_first_and_a_shared_map_once() -> None:
    points = site().points
    assert [point.id for point in points] == ["quay", "park"]
    assert [point.picture is not None for point in points] == [True, False]


def test_what_depends_on_a_site_is_linked() -> None:
    view = site()
    links = (view.scenarios, view.roles, view.units, view.people, view.alternates)
    assert [[str(link.text) for link in found] for found in links] == [
        ["Fire"],
        ["Lead"],
        ["Office"],
        ["An"],
        ["Shed"],
    ]
    assert [str(link.text) for link in site("shed").replaces] == ["HQ"]


def test_pictures_are_images_with_words_and_nothing_else() -> None:
    html = html_of("sites/hq.html", **PLAN)
    assert html.count('<img src="../pictures/_/maps/quay%201.svg"') == 2
    assert 'alt="Map &lt;of&gt; the quay"' in html
    assert "<object" not in html
    assert 'href="geo:51.2,4.4"' in html


def test_a_site_is_posted_and_keeps_its_old_address() -> None:
    page = pages_of(**PLAN)["sites/hq.html"]
    assert page.posted
    assert page.aliases == ("tower",)
    assert 'class="rb-own-code"' in html_of("sites/hq.html", **PLAN)


def test_headings_are_those_of_what_there_is() -> None:
    found = pages_of(**PLAN)
    assert [h.id for h in found["sites/shed.html"].headings] == []
    assert [h.id for h in found["sites/hq.html"].headings] == [
        "assembly",
        "alternates",
        "pictures",
        "scenarios",
        "roles",
        "people",
    ]


def test_assembly_points_are_found_by_name() -> None:
    entries = {e.anchor: e for e in pages_of(**PLAN)["sites/hq.html"].entries}
    assert entries["point-quay"].title == "Quay"
    assert "Turn left." in entries["point-quay"].text


def test_assembly_points_are_found_as_what_they_are() -> None:
    entries = pages_of(**PLAN)["sites/hq.html"].entries
    points = [entry for entry in entries if entry.anchor.startswith("point-")]
    assert [entry.title for entry in points] == ["Quay", "Park"]
    assert {entry.keywords for entry in points} == {("Where to gather", "Assembly point")}
