"""What falls, and what too much hangs on, worked out by hand."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.derive.dependencies import Node, dependency_graph
from generator.derive.failure import Fall, losses, what_falls
from generator.model import Plan
from generator.model.activity import Decision
from generator.model.duration import HOUR, Duration
from tests.derive.things import accepted, mitigated, named, role, thing
from tests.plan_builder import make_plan

THINGS: dict[str, Any] = {
    "people": [named("noor"), named("tom"), named("sofie"), named("guest")],
    "roles": [role("lead", "noor", "tom"), role("clerk", "sofie"), role("guide", "guest")],
    "sites": [named("north"), named("south"), named("tower", alternates=["south"])],
    "suppliers": [named("cloudy", supplies="Cloud")],
    "products": [named("web")],
    "customers": [named("hospital", products=["web"])],
    "activities": [
        thing(
            "noc",
            "ticketing",
            "lead",
            "identity",
            critical=True,
            mtpd="8h",
            rto="4h",
            products=["web"],
        ),
        thing("wages", accepted("payroll"), "clerk", "tower", critical=True, rto="4h"),
        thing("desk", mitigated("cloudy")),
    ],
    "systems": [
        named("ticketing", sites=["north"]),
        named("identity", sites=["north", "south"]),
        named("payroll", sites=["north"], supplier="cloudy"),
    ],
}
"""What the organisation does and has."""

PREPARED: dict[str, Any] = {
    "plans": [
        {"id": "bcp-noc", "kind": "bcp", "title": "NOC", "activities": ["noc"]},
        {
            "id": "drp",
            "kind": "drp",
            "title": "IT",
            "systems": ["ticketing"],
            "scenarios": ["it-down"],
        },
    ],
    "scenarios": [
        {"id": "dc-down", "title": "Data centre down", "sites": ["north"]},
        {"id": "it-down", "title": "IT down"},
        {"id": "cyber", "title": "Cyber attack"},
    ],
    "risks": [
        {
            "id": "fire",
            "title": "Fire",
            "rating": {"likelihood": 1, "impact": 4},
            "affects": ["north"],
            "scenarios": ["dc-down", "cyber"],
        }
    ],
}
"""What it expects to happen, and its plans for that."""


def network() -> Plan:
    """Two data centres, and what is in them.

    hospital ─▶ web ─▶ noc (MTPD 8h) ─▶ ticketing ─▶ north
                        ├─▶ lead ─▶ one of (noor, tom)
                        └─▶ identity ─▶ one of (north, south)
    wages (RTO 4h) ─accepted─▶ payroll ─▶ north, and cloudy (supplier)
    │                                                  ▲
    ├─▶ clerk ─▶ sofie              desk ──mitigated───┘
    └─▶ tower (with an alternate)
    """
    return make_plan(**THINGS, **PREPARED)


def falls(*lost: tuple[str, str]) -> dict[str, tuple[str, Decision]]:
    found = what_falls(dependency_graph(network()), *(Node(*node) for node in lost))
    return {fall.node.id: (fall.through.id, fall.decision) for fall in found}


OPEN, ACCEPTED, MITIGATED = Decision


def test_what_falls_with_a_data_centre() -> None:
    # identity goes on in the other one.
    assert falls(("site", "north")) == {
        "ticketing": ("north", OPEN),
        "payroll": ("north", OPEN),
        "noc": ("ticketing", OPEN),
        "web": ("noc", OPEN),
        "hospital": ("web", OPEN),
        "wages": ("payroll", ACCEPTED),
    }
    assert falls(("site", "south")) == {}
    assert "identity" in falls(("site", "north"), ("site", "south"))


def test_what_falls_with_a_supplier_or_a_building() -> None:
    assert falls(("supplier", "cloudy")) == {
        "payroll": ("cloudy", OPEN),
        "wages": ("payroll", ACCEPTED),
        "desk": ("cloudy", MITIGATED),
    }
    assert falls(("site", "tower")) == {"wages": ("tower", MITIGATED)}


def test_a_person_falls_a_role_only_if_nobody_takes_over() -> None:
    assert falls(("person", "noor")) == {}
    assert falls(("person", "noor"), ("person", "tom"))["noc"] == ("lead", OPEN)
    assert falls(("person", "sofie")) == {"clerk": ("sofie", OPEN), "wages": ("clerk", OPEN)}


def test_when_it_hurts() -> None:
    graph = dependency_graph(network())
    eight, four = Duration(8 * HOUR), Duration(4 * HOUR)
    found = {fall.node.id: fall.hurts for fall in what_falls(graph, Node("site", "north"))}
    assert found == {
        "ticketing": None, "payroll": None, "noc": eight, "web": eight, "hospital": eight,
        "wages": four,
    }  # fmt: skip


def test_the_way_on_which_nothing_was_decided_counts() -> None:
    # s ─▶ a by an accepted way, and by an open one through t.
    plan = make_plan(
        activities=[thing("a", accepted("s"), "t")], systems=[named("s"), thing("t", "s")]
    )
    found = what_falls(dependency_graph(plan), Node("system", "s"))
    assert found[1:] == (Fall(Node("activity", "a"), Node("system", "t"), OPEN, None),)


def test_losses_of_all_that_can_be_lost_and_of_key_people() -> None:
    plan = network()
    found = {loss.node.id: loss for loss in losses(plan, dependency_graph(plan))}
    assert list(found) == [
        "ticketing", "identity", "payroll", "north", "south", "tower", "cloudy", "sofie",
    ]  # fmt: skip
    north = found["north"]
    assert (north.plans, north.scenarios) == (("drp", "bcp-noc"), ("dc-down", "cyber"))
    assert north.hurts == Duration(4 * HOUR)
    assert north.fallen("activity") == (Node("activity", "noc"), Node("activity", "wages"))
    assert found["ticketing"].scenarios == ("it-down",)
    assert found["south"].falls == ()


IDS = [f"s{n}" for n in range(7)]


@given(st.dictionaries(st.sampled_from(IDS), st.lists(st.sampled_from(IDS), max_size=3)))
def test_in_any_graph_all_that_depends_falls(links: dict[str, list[str]]) -> None:
    plan = make_plan(systems=[thing(id_, *links.get(id_, ())) for id_ in IDS])
    graph = dependency_graph(plan)
    for lost in IDS:
        expected, waiting = {lost}, [lost]
        while waiting:
            here = waiting.pop()
            above = {id_ for id_ in IDS if here in links.get(id_, ())} - expected
            expected |= above
            waiting += above
        found = [fall.node.id for fall in what_falls(graph, Node("system", lost))]
        assert sorted([lost, *found]) == sorted(expected)


def fallen(plan: Plan, *lost: tuple[str, str]) -> dict[str, Decision]:
    found = what_falls(dependency_graph(plan), *(Node(*node) for node in lost))
    return {fall.node.id: fall.decision for fall in found}


def test_a_customer_who_is_not_served_is_not_a_customer_lost() -> None:
    # bread ─▶ baking ─▶ flour; the chain buys bread, and delivery depends on the chain.
    plan = make_plan(
        customers=[named("chain", products=["bread"])],
        products=[named("bread")],
        activities=[thing("baking", "flour", products=["bread"]), thing("delivery", "chain")],
        suppliers=[named("flour", supplies="Flour")],
    )
    assert fallen(plan, ("supplier", "flour")) == {"baking": OPEN, "bread": OPEN, "chain": OPEN}
    assert fallen(plan, ("customer", "chain")) == {"delivery": OPEN}


def test_only_activities_move_to_another_site_and_only_if_there_is_one() -> None:
    plan = make_plan(
        sites=[named("tower", alternates=["south"]), named("south")],
        activities=[thing("noc", "tower"), thing("store", "south")],
        systems=[named("phones", sites=["tower"])],
    )
    assert fallen(plan, ("site", "tower")) == {"noc": MITIGATED, "phones": OPEN}
    assert fallen(plan, ("site", "south")) == {"store": OPEN}


def test_an_activity_hurts_by_its_own_time_and_a_product_by_the_shortest() -> None:
    # a needs b; web is made by a and c, art by d, which has no time. A school buys both.
    plan = make_plan(
        customers=[named("school", products=["web", "art"])],
        products=[named("web"), named("art")],
        activities=[
            thing("a", "b", mtpd="8h", rto="1h", products=["web"]),
            thing("b", "s", mtpd="2h"),
            thing("c", "s", rto="5h", products=["web"]),
            thing("d", "s", products=["art"]),
        ],
        systems=[named("s")],
    )
    found = what_falls(dependency_graph(plan), Node("system", "s"))
    hours = {f.node.id: f.hurts.seconds / HOUR if f.hurts else None for f in found}
    assert hours == {"a": 8, "b": 2, "c": 5, "d": None, "web": 5, "art": None, "school": 5}


def test_scenarios_that_name_a_site_or_a_supplier_answer_its_loss() -> None:
    plan = make_plan(
        sites=[named("north")],
        suppliers=[named("fibre", supplies="Fibre")],
        scenarios=[
            {"id": "dark", "title": "Dark", "sites": ["north"]},
            {"id": "cut", "title": "Cut", "suppliers": ["fibre"]},
        ],
    )
    found = {loss.node.id: loss.scenarios for loss in losses(plan, dependency_graph(plan))}
    assert found == {"north": ("dark",), "fibre": ("cut",)}


def test_a_loss_hurts_by_the_shortest_time_of_all_that_falls() -> None:
    activities = [thing("a", "s", rto="9h"), thing("b", "s", rto="3h"), thing("c", "s")]
    plan = make_plan(activities=activities, systems=[named("s"), named("t")])
    found = {loss.node.id: loss.hurts for loss in losses(plan, dependency_graph(plan))}
    assert found == {"s": Duration(3 * HOUR), "t": None}
