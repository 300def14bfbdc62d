"""A small network of things that depend on one another."""

from __future__ import annotations

from typing import Any

from generator.derive.dependencies import Graph, Node, dependency_graph
from generator.model.duration import Duration
from tests.derive.things import named, thing
from tests.plan_builder import make_plan

NORTH = Node("site", "north")


def graph_of(**topics: Any) -> Graph:
    return dependency_graph(make_plan(**topics))


def hours(number: float) -> Duration:
    return Duration(round(number * 3600))


def activity(id_: str) -> Node:
    return Node("activity", id_)


def system(id_: str) -> Node:
    return Node("system", id_)


def network() -> Graph:
    """A small network.

    hospital ─▶ web ─▶ noc ─▶ ticketing ─▶ identity ─▶ one of (north, south)
                        │         └─▶ north
                        ├─▶ lead ─▶ one of (noor, tom)
                        └─▶ van (machine) ─▶ garage (supplier)
    """
    return graph_of(
        people=[named("noor"), named("tom")],
        roles=[{"id": "lead", "title": "Lead", "holder": "noor", "alternates": ["tom"]}],
        sites=[named("north", recovery="1 day"), named("south", recovery="6h")],
        suppliers=[named("garage", supplies="Repairs", recovery="2 days")],
        products=[named("web")],
        customers=[named("hospital", products=["web"])],
        activities=[thing("noc", "ticketing", "lead", "van", rto="4h", products=["web"])],
        systems=[
            thing("ticketing", "identity", rto="2h", sites=["north"]),
            thing("identity", rto="8h", sites=["north", "south"]),
        ],
        machines=[named("van", supplier="garage", recovery="3h")],
    )
