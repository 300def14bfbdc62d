"""Exit posters: whose steps, which places, which numbers."""

from __future__ import annotations

from typing import Any

import pytest

from generator.views.sheets.exit_posters import GENERAL, ExitPoster, sheets
from tests.views.sheets.orders import order_of

POINTS = [
    {"id": "park", "name": "Park, bandstand", "alternate": True},
    {"id": "quay", "name": "Quay car park", "directions": "Turn left."},
]
NUMBERS = [{"id": "eu", "number": "112", "label": "Life in danger"}]


def posters(**changes: Any) -> list[ExitPoster]:
    made: dict[str, Any] = {
        "header": {"emergency_numbers": NUMBERS},
        "sites": [
            {"id": "tower", "name": "Tower", "address": "Quay 1", "assembly_points": POINTS},
            {"id": "mast", "name": "Mast"},
        ],
    }
    language = changes.pop("language", "en")
    return [sheet.view for sheet in sheets(order_of(language, **(made | changes)))]


def scenario(*safety: dict[str, Any]) -> dict[str, Any]:
    return {"id": f"s-{len(safety)}", "title": "S", "safety": list(safety)}


def told(poster: ExitPoster) -> list[tuple[str, bool]]:
    return [(str(step.text), step.forbidden) for step in poster.steps]


def test_a_site_without_an_assembly_point_has_none() -> None:
    (poster,) = posters()
    assert str(poster.site) == "Tower"
    assert str(poster.address) == "Quay 1"


def test_the_main_point_is_the_one_that_is_no_alternate() -> None:
    (poster,) = posters()
    assert str(poster.assembly_point.name) == "Quay car park"
    assert str(poster.assembly_point.directions) == "Turn left."
    assert [str(one.name) for one in poster.alternate] == ["Park, bandstand"]


def test_of_alternates_alone_the_first_is_the_main_one() -> None:
    site = {"id": "tower", "name": "Tower", "assembly_points": POINTS[:1]}
    (poster,) = posters(sites=[site])
    assert str(poster.assembly_point.name) == "Park, bandstand"
    assert poster.alternate == ()


def test_no_assembly_point_is_left_out() -> None:
    west = {"id": "west", "name": "West gate"}
    lawn = {"id": "lawn", "name": "Lawn", "alternate": True}
    site = {"id": "tower", "name": "Tower", "assembly_points": [*POINTS, west, lawn]}
    (poster,) = posters(sites=[site])
    assert str(poster.assembly_point.name) == "Quay car park"
    assert [str(one.name) for one in poster.alternate] == ["Park, bandstand", "West gate", "Lawn"]


def test_numbers_and_the_page_can_be_scanned() -> None:
    (poster,) = posters()
    (number,) = poster.numbers
    assert number.number == "112"
    assert number.dial
    assert number.dial.payload == "tel:112"
    assert poster.page
    assert poster.page.payload == "https://plan.example/all/en/sites/tower.html"
    assert len(poster.typed) == 5


WALK = {"id": "walk", "do": "Walk to the quay.", "at": "tower"}
STAY = {"id": "stay", "do_not": "go back in."}


def test_the_plan_s_own_steps_are_those_that_lead_to_the_point() -> None:
    tap = {"id": "tap", "do": "Close the gas tap.", "at": "tower"}
    ask = {"id": "ask", "ask": "Is everyone out?"}
    (poster,) = posters(scenarios=[scenario(tap), scenario(WALK, STAY, ask)])
    asked = ("Is everyone out?", False)
    assert told(poster) == [("Walk to the quay.", False), ("go back in.", True), asked]


def test_a_block_stands_alone() -> None:
    block = {"id": "leave", "title": "Leave", "steps": [WALK, STAY]}
    call = {"id": "call", "do": "Call 112."}
    (poster,) = posters(blocks=[block], scenarios=[scenario(call, {"block": "leave"})])
    assert told(poster) == [("Walk to the quay.", False), ("go back in.", True)]


def test_no_step_is_left_out() -> None:
    many = [{"id": f"n{n}", "do": f"Step {n}."} for n in range(8)]
    (poster,) = posters(scenarios=[scenario(WALK, *many)])
    assert [words for words, _ in told(poster)] == [
        "Walk to the quay.",
        *(f"Step {n}." for n in range(8)),
    ]


@pytest.mark.parametrize(
    ("language", "first"),
    [
        ("en", "Leave by the nearest exit."),
        ("nl", "Verlaat het gebouw langs de dichtstbijzijnde uitgang."),
    ],
)
def test_else_the_general_words_are_said(language: str, first: str) -> None:
    header = {"languages": ["en", "nl"], "emergency_numbers": NUMBERS}
    elsewhere = WALK | {"at": "mast"}
    (poster,) = posters(header=header, language=language, scenarios=[scenario(elsewhere)])
    assert len(poster.steps) == len(GENERAL) == 5
    assert told(poster)[0] == (first, False)
    assert [forbidden for _, forbidden in told(poster)] == [False, True, False, False, True]
