"""The graph of dependencies, with expectations worked out by hand."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.derive.dependencies import Graph, Node, Source, dependency_graph, resolve
from generator.derive.dependencies_circles import circles, groups
from generator.derive.dependencies_times import (
    Back,
    Limit,
    must_be_back,
    really_back,
    slower_dependencies,
)
from generator.model.activity import Decision
from generator.model.duration import Duration
from tests.plan_builder import make_plan


def thing(id_: str, *on: Any, **fields: Any) -> dict[str, Any]:
    """An activity, system or machine that depends on things; each an id, or written out."""
    stated = [{"on": one} if isinstance(one, str) else one for one in on]
    return {"id": id_, "name": id_, "dependencies": stated, **fields}


def named(id_: str, **fields: Any) -> dict[str, Any]:
    """A thing with only an id and a name."""
    return {"id": id_, "name": id_, **fields}


def graph_of(**topics: Any) -> Graph:
    return dependency_graph(make_plan(**topics))


def hours(number: float) -> Duration:
    return Duration(round(number * 3600))


def activity(id_: str) -> Node:
    return Node("activity", id_)


def system(id_: str) -> Node:
    return Node("system", id_)


NORTH, SOUTH = Node("site", "north"), Node("site", "south")


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


def test_what_must_be_back_is_rolled_down() -> None:
    # noc 4h: ticketing, van within 4h; ticketing 2h: identity, north within 2h;
    # van 3h: garage within 3h. identity may run at either site, so it limits neither.
    assert must_be_back(network()) == {
        system("ticketing"): Limit(hours(4), activity("noc")),
        Node("machine", "van"): Limit(hours(4), activity("noc")),
        Node("role", "lead"): Limit(hours(4), activity("noc")),
        system("identity"): Limit(hours(2), system("ticketing")),
        NORTH: Limit(hours(2), system("ticketing")),
        Node("supplier", "garage"): Limit(hours(3), Node("machine", "van")),
    }


def test_a_limit_passes_through_what_has_no_time_of_its_own() -> None:
    # a (1h) and b (3h, needs s from 5h on) ─▶ s ─▶ t; c has an MTPD only.
    activities = [
        thing("a", "s", rto="1h"),
        thing("b", rto="3h", needs=[{"after": "5h", "systems": ["u"]}]),
        thing("c", "v", mtpd="9h"),
        thing("d", {"on": "v", "decision": "mitigated"}, rto="1h"),
    ]
    systems = [thing("s", "t"), named("t"), named("u"), named("v")]
    assert must_be_back(graph_of(activities=activities, systems=systems)) == {
        system("s"): Limit(hours(1), activity("a")),
        system("t"): Limit(hours(1), activity("a")),
        system("u"): Limit(hours(5), activity("b")),
        system("v"): Limit(hours(9), activity("c")),
    }


def test_slower_dependencies_of_the_network() -> None:
    # ticketing 2h: identity takes 8h, north 24h; identity 8h: the quicker site takes 6h;
    # van 3h: garage takes 48h; noc 4h: ticketing 2h and van 3h are quick enough.
    found = [
        (s.requirement.dependent.id, s.target.id, s.recovery, s.limit.time)
        for s in slower_dependencies(network())
    ]
    assert found == [
        ("ticketing", "identity", hours(8), hours(2)),
        ("ticketing", "north", hours(24), hours(2)),
        ("van", "garage", hours(48), hours(3)),
    ]


def test_what_is_mitigated_or_states_a_time_of_its_own() -> None:
    activities = [
        thing("a", {"on": "s", "decision": "mitigated"}, rto="1h"),
        thing("b", {"on": "s", "recovery": "30 min"}, rto="1h"),
        thing("c", {"on": "s", "decision": "accepted"}, rto="1h"),
        thing("d", rto="1h", needs=[{"after": "5h", "systems": ["s"]}]),
    ]
    graph = graph_of(activities=activities, systems=[named("s", rto="5h")])
    found = [slower.requirement.dependent.id for slower in slower_dependencies(graph)]
    assert found == ["c"]
    backs = really_back(graph)
    times = {id_: backs[activity(id_)].time for id_ in "abcd"}
    assert times == {"a": hours(1), "b": hours(1), "c": hours(5), "d": hours(1)}


def test_really_back_waits_for_dependencies() -> None:
    # identity: its own 8h (south is there after 6h). ticketing: north, 24h. van: garage, 48h.
    # noc: van, 48h, and so web and the hospital.
    backs = really_back(network())
    assert backs[system("identity")] == Back(hours(8), None, True)
    assert backs[system("ticketing")] == Back(hours(24), NORTH, True)
    assert backs[activity("noc")] == Back(hours(48), Node("machine", "van"), True)
    assert backs[Node("product", "web")] == Back(hours(48), activity("noc"), True)
    assert backs[Node("customer", "hospital")].time == hours(48)
    assert backs[Node("role", "lead")] == Back(None, None, True)


def test_an_unknown_time_makes_the_answer_incomplete() -> None:
    graph = graph_of(activities=[thing("a", "s", rto="1h")], systems=[named("s")])
    assert really_back(graph)[activity("a")] == Back(hours(1), None, False)


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
