"""The assembly point that sheets name first."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.site import Site
from generator.views.parts.assembly import main_point
from generator.views.sheets import exit_posters, wallet_cards
from tests.paper.wallet_plan import order, wallet_plan
from tests.plan_builder import make

LAWN = {"id": "lawn", "name": "The lawn", "alternate": True}
QUAY = {"id": "quay", "name": "The quay"}


def site(*points: dict[str, Any]) -> dict[str, Any]:
    return {"id": "tower", "name": "Tower", "assembly_points": list(points)}


@pytest.mark.parametrize(
    ("points", "main"),
    [((), None), ((QUAY, LAWN), "quay"), ((LAWN, QUAY), "quay"), ((LAWN,), "lawn")],
)
def test_an_alternate_is_only_the_first_where_there_is_no_other(
    points: tuple[dict[str, Any], ...], main: str | None
) -> None:
    point = main_point(make(Site, site(*points)))
    assert (point.id if point else None) == main


def test_card_and_poster_say_the_same() -> None:
    wanted = order(wallet_plan(sites=[site(LAWN, QUAY)]))
    (poster,) = exit_posters.sheets(wanted)
    assert str(poster.view.assembly_point.name) == "The quay"
    assert [str(one.name) for one in poster.view.alternate] == ["The lawn"]
    points = {str(card.view.assembly_point) for card in wallet_cards.sheets(wanted)}
    assert points == {"The quay"}
