"""The graph of dependencies, with expectations worked out by hand."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.derive.dependencies import Graph, Node, Source, resolve
from generator.derive.dependencies_circles import circles, groups
from generator.derive.dependencies_times import (
    Back,
    Limit,
    must_be_back,
    really_back,
)
from generator.model.activity import Decision
from tests.derive.small_network import NORTH, activity, graph_of, hours, network, system
from tests.derive.things import named, thing


def test_the_graph_has_stated_and_implied_requirements() -> None:
    edges = {(r.dependent.id, tuple(n.id for n in r.any_of)): r for r in network().requirements()}
    assert {ends: edge.source for ends, edge in edges.items()} == {
        ("hospital", ("web",)): Source.DELIVERY,
        ("web", ("noc",)): Source.DELIVERY,
        ("noc", ("ticketing",)): Source.STATED,
        ("noc", ("lead",)): Source.STATED,
        ("noc", ("van",)): Source.STATED,
        ("ticketing", ("identity",)): Source.STATED,
        ("ticketing", ("north",)): Source.SITE,
        ("identity", ("north", "south")): Source.SITE,
        ("van", ("garage",)): Source.SUPPLIER,
        ("lead", ("noor", "tom")): Source.HOLDER,
    }
    assert edges["noc", ("lead",)].path == ("activities", 0, "dependencies", 1)
    assert edges["ticketing", ("north",)].path == ("systems", 0, "sites")


def test_a_thing_is_found_from_both_ends() -> None:
    graph = network()
    assert [r.dependent.id for r in graph.on(NORTH)] == ["ticketing", "identity"]
    assert [r.any_of[0].id for r in graph.of(activity("noc"))] == ["ticketing", "lead", "van"]
    assert graph.of(Node("system", "unknown")) == ()


def test_what_is_stated_replaces_what_is_implied() -> None:
    stated = {"on": "north", "decision": "accepted", "why": "It is ours.", "recovery": "1h"}
    graph = graph_of(sites=[named("north")], systems=[thing("mail", stated, sites=["north"])])
    (requirement,) = graph.of(system("mail"))
    assert (requirement.source, requirement.decision) == (Source.STATED, Decision.ACCEPTED)
    assert requirement.recovery == hours(1)


def test_a_need_counts_from_its_earliest_time() -> None:
    needs = [
        {"after": "8h", "systems": ["mail"]},
        {"after": "4h", "systems": ["mail", "phones", "unknown"]},
    ]
    graph = graph_of(
        activities=[thing("noc", "phones", needs=needs)], systems=[named("mail"), named("phones")]
    )
    stated, need = graph.of(activity("noc"))
    assert (stated.any_of, stated.source) == ((system("phones"),), Source.STATED)
    assert (need.any_of, need.source, need.after) == ((system("mail"),), Source.NEED, hours(4))


def test_a_reference_means_the_first_kind_that_has_it() -> None:
    graph = graph_of(
        suppliers=[named("ict", supplies="IT")],
        people=[named("ict")],
        activities=[thing("noc", "ict", "nothing")],
    )
    assert [r.any_of for r in graph.of(activity("noc"))] == [(Node("supplier", "ict"),)]
    assert resolve(graph.things, "ict", ("person",)) == Node("person", "ict")
    assert resolve(graph.things, "nothing") is None


def test_what_the_plan_does_not_have_is_left_out() -> None:
    graph = graph_of(
        sites=[named("north")],
        people=[named("noor")],
        roles=[{"id": "lead", "title": "Lead", "holder": "ghost", "alternates": ["noor"]}],
        customers=[named("school", products=["ghost"])],
        activities=[thing("noc", "ghost", products=["ghost"])],
        systems=[named("mail", sites=["ghost", "north"], supplier="ghost")],
    )
    assert [(r.dependent.id, r.any_of) for r in graph.requirements()] == [
        ("mail", (NORTH,)),
        ("lead", (Node("person", "noor"),)),
    ]


def test_a_dependency_on_one_of_two_sites_speaks_of_both() -> None:
    graph = graph_of(
        sites=[named("north"), named("south")],
        systems=[thing("mail", "south", sites=["north", "south"])],
    )
    (requirement,) = graph.of(system("mail"))
    assert (requirement.source, requirement.any_of) == (Source.STATED, (Node("site", "south"),))


def test_each_requirement_knows_its_place_in_the_plan() -> None:
    needs = [
        {"after": "4h", "systems": ["phones", "mail"]},
        {"after": "4h", "systems": ["mail"]},
        {"after": "8h", "systems": ["mail"]},
    ]
    graph = graph_of(
        sites=[named("north")],
        suppliers=[named("garage", supplies="Repairs")],
        people=[named("noor")],
        roles=[{"id": "lead", "title": "Lead", "holder": "noor"}],
        products=[named("other"), named("web")],
        customers=[named("school", products=["other", "web"])],
        activities=[thing("tea"), thing("noc", products=["web"], needs=needs)],
        systems=[named("phones"), named("mail", supplier="garage")],
        machines=[named("van", site="north", supplier="garage")],
    )
    assert [(r.dependent.id, r.any_of[0].id, r.path) for r in graph.requirements()] == [
        ("school", "other", ("customers", 0, "products", 0)),
        ("school", "web", ("customers", 0, "products", 1)),
        ("web", "noc", ("activities", 1, "products", 0)),
        ("noc", "phones", ("activities", 1, "needs", 0, "systems", 0)),
        # From 4 h on in two places: the first of them.
        ("noc", "mail", ("activities", 1, "needs", 0, "systems", 1)),
        ("mail", "garage", ("systems", 1, "supplier")),
        ("van", "north", ("machines", 0, "site")),
        ("van", "garage", ("machines", 0, "supplier")),
        ("lead", "noor", ("roles", 0, "holder")),
    ]


def test_the_earliest_need_counts_wherever_it_stands() -> None:
    needs = [{"after": f"{hour}h", "systems": ["mail"]} for hour in (8, 4, 6)]
    graph = graph_of(activities=[thing("noc", needs=needs)], systems=[named("mail")])
    (need,) = graph.of(activity("noc"))
    assert (need.after, need.path) == (hours(4), ("activities", 0, "needs", 1, "systems", 0))


def test_the_shortest_circle_is_shown() -> None:
    # a ─▶ b ─▶ c ─▶ a, and a ─▶ c as well: a ─▶ c ─▶ a is shorter. d only leads into it.
    graph = graph_of(
        activities=[thing("d", "a"), thing("a", "b", "c"), thing("b", "c"), thing("c", "a")]
    )
    assert circles(graph) == ((activity("a"), activity("c")),)
    assert [{node.id for node in group} for group in groups(graph)] == [{*"abc"}, {"d"}]


def test_circles_are_found_and_are_back_together() -> None:
    # a ─▶ b ─▶ c ─▶ a, c ─▶ t (9h); d ─▶ d; e ─▶ a
    graph = graph_of(
        activities=[
            thing("e", "a", rto="1h"),
            thing("a", "b", rto="2h"),
            thing("b", "c", rto="3h"),
            thing("c", "a", "t", rto="1h"),
            thing("d", "d"),
        ],
        systems=[named("t", rto="9h")],
    )
    assert circles(graph) == (
        (activity("a"), activity("b"), activity("c")),
        (activity("d"),),
    )
    backs = really_back(graph)
    assert backs[activity("a")] == Back(hours(9), activity("c"), True)
    assert backs[activity("c")] == Back(hours(9), system("t"), True)
    assert backs[activity("e")] == Back(hours(9), activity("a"), True)


def test_a_customer_who_buys_what_depends_on_them_is_no_circle() -> None:
    graph = graph_of(
        customers=[named("chain", products=["bread"])],
        products=[named("bread")],
        activities=[thing("baking", "chain", rto="4h", products=["bread"])],
    )
    assert circles(graph) == ()
    assert really_back(graph)[Node("customer", "chain")].time == hours(4)


IDS = [f"s{n}" for n in range(8)]
LINKS = st.dictionaries(st.sampled_from(IDS), st.lists(st.sampled_from(IDS), max_size=4))
TIMES = st.dictionaries(st.sampled_from(IDS), st.integers(0, 9))


def drawn(links: dict[str, list[str]], times: dict[str, int]) -> Graph:
    def written(id_: str) -> dict[str, Any]:
        time = {"rto": f"{times[id_]}h"} if id_ in times else {}
        return thing(id_, *links.get(id_, ()), **time)

    return graph_of(systems=[written(id_) for id_ in IDS])


def reached(links: dict[str, list[str]], start: str) -> set[str]:
    """All that can be reached from a thing, itself only by a circle."""
    found: set[str] = set()
    waiting = list(links.get(start, ()))
    while waiting:
        here = waiting.pop()
        if here not in found:
            found.add(here)
            waiting += links.get(here, ())
    return found


@given(LINKS, TIMES)
def test_any_graph_agrees_with_plain_reachability(
    links: dict[str, list[str]], times: dict[str, int]
) -> None:
    graph = drawn(links, times)
    below = {id_: reached(links, id_) for id_ in IDS}
    for circle in circles(graph):
        for here, there in zip(circle, (*circle[1:], circle[0]), strict=True):
            assert there.id in links[here.id]
    circular = {id_ for id_ in IDS if id_ in below[id_]}
    assert {id_ for group in circles(graph) for node in group for id_ in [node.id]} <= circular
    assert bool(circles(graph)) == bool(circular)
    for group in groups(graph):
        for node in group:
            assert {n.id for n in group} - {node.id} <= below[node.id]
    for node, back in really_back(graph).items():
        known = [times[id_] for id_ in below[node.id] | {node.id} if id_ in times]
        assert back.time == (hours(max(known)) if known else None)
        assert back.complete == (below[node.id] | {node.id} <= times.keys())
    for node in graph.things:
        above = [times[id_] for id_ in IDS if node.id in below[id_] and id_ in times]
        limit = must_be_back(graph).get(node)
        assert (limit.time if limit else None) == (hours(min(above)) if above else None)


def test_long_chains_are_fine() -> None:
    chain = [thing(f"a{n}", f"a{n + 1}") for n in range(3_000)]
    graph = graph_of(activities=[*chain, thing("a3000", "a0", rto="5h")])
    assert len(circles(graph)[0]) == 3_001
    assert really_back(graph)[activity("a1500")].time == hours(5)
    assert must_be_back(graph)[activity("a1500")] == Limit(hours(5), activity("a3000"))
