"""Recovery times through the graph of dependencies, worked out by hand."""

from __future__ import annotations

from generator.derive.dependencies import Node
from generator.derive.dependencies_times import (
    Back,
    Limit,
    must_be_back,
    really_back,
    slower_dependencies,
)
from tests.derive.small_network import NORTH, activity, graph_of, hours, network, system
from tests.derive.things import mitigated, named, thing


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


def test_the_shortest_limit_counts_whenever_it_is_found() -> None:
    # a must be back first (1 h) but needs s from 5 h on; b (3 h) needs it at once.
    needs = [{"after": "5h", "systems": ["s"]}]
    graph = graph_of(
        activities=[thing("a", rto="1h", needs=needs), thing("b", "s", rto="3h")],
        systems=[named("s")],
    )
    assert must_be_back(graph) == {system("s"): Limit(hours(3), activity("b"))}


def test_of_two_that_are_equal_the_first_in_the_plan_is_named() -> None:
    graph = graph_of(
        activities=[thing("a", "s", rto="1h"), thing("b", "s", rto="1h")], systems=[named("s")]
    )
    assert must_be_back(graph)[system("s")] == Limit(hours(1), activity("a"))


def test_a_customer_need_not_be_back() -> None:
    graph = graph_of(customers=[named("school")], activities=[thing("lessons", "school", rto="1h")])
    assert must_be_back(graph) == {}
    assert slower_dependencies(graph) == ()


def test_what_is_slower_through_something_without_a_time() -> None:
    # a (2 h) ─▶ lines (no time) ─▶ fibre (8 h); b (no time at all) ─▶ mail (5 h)
    graph = graph_of(
        activities=[thing("a", "lines", rto="2h"), thing("b", "mail")],
        systems=[named("lines", supplier="fibre"), named("mail", rto="5h")],
        suppliers=[named("fibre", supplies="Fibre", recovery="8h")],
    )
    (found,) = slower_dependencies(graph)
    assert (found.requirement.dependent, found.target.id) == (system("lines"), "fibre")
    assert (found.recovery, found.limit) == (hours(8), Limit(hours(2), activity("a")))


def test_as_quick_as_allowed_is_not_slower() -> None:
    needs = [{"after": "6h", "systems": ["t"]}]
    graph = graph_of(
        activities=[thing("a", "s", rto="5h", needs=needs), thing("b", "s", mtpd="5h")],
        systems=[named("s", rto="5h"), named("t", rto="6h")],
    )
    assert slower_dependencies(graph) == ()


def test_of_two_sites_the_quicker_one_is_compared_and_both_must_be_known() -> None:
    sites = [named("north", recovery="9h"), named("south", recovery="6h"), named("west")]
    graph = graph_of(
        sites=sites,
        systems=[
            named("s", rto="5h", sites=["north", "south"]),
            named("t", rto="5h", sites=["north", "west"]),
            named("u", rto="7h", sites=["north", "south"]),
        ],
    )
    (found,) = slower_dependencies(graph)
    assert (found.requirement.dependent, found.target.id) == (system("s"), "south")
    backs = really_back(graph)
    assert backs[system("s")] == Back(hours(6), Node("site", "south"), True)
    # t: north is back after 9 h; west might be sooner, but nobody knows.
    assert backs[system("t")] == Back(hours(9), NORTH, False)
    assert backs[system("u")] == Back(hours(7), None, True)


def test_what_is_mitigated_with_a_time_of_its_own_takes_that_time() -> None:
    activities = [
        thing("a", mitigated("s") | {"recovery": "3h"}, rto="1h"),
        thing("b", mitigated("s"), rto="1h"),
    ]
    backs = really_back(graph_of(activities=activities, systems=[named("s", rto="9h")]))
    assert backs[activity("a")] == Back(hours(3), system("s"), True)
    assert backs[activity("b")] == Back(hours(1), None, True)


def test_a_later_need_for_what_has_no_time_is_not_known() -> None:
    needs = [{"after": "4h", "systems": ["s"]}]
    graph = graph_of(activities=[thing("a", rto="1h", needs=needs)], systems=[named("s")])
    assert really_back(graph)[activity("a")] == Back(hours(1), None, False)


def test_a_need_that_is_back_in_its_time_holds_nothing_up() -> None:
    # s is back after 5 h: in time for a (from 5 h on), not for b (from 4 h on).
    activities = [
        thing(id_, rto="1h", needs=[{"after": after, "systems": ["s"]}])
        for id_, after in (("a", "5h"), ("b", "4h"))
    ]
    backs = really_back(graph_of(activities=activities, systems=[named("s", rto="5h")]))
    assert backs[activity("a")] == Back(hours(1), None, True)
    assert backs[activity("b")] == Back(hours(5), system("s"), True)


def test_a_product_waits_for_the_slowest_of_its_activities() -> None:
    graph = graph_of(
        products=[named("web"), named("art")],
        customers=[named("school", products=["web", "art"])],
        activities=[
            thing("noc", rto="4h", products=["web"]),
            thing("desk", rto="6h", products=["web"]),
            thing("paint", products=["art"]),
        ],
    )
    backs = really_back(graph)
    assert backs[Node("product", "web")] == Back(hours(6), activity("desk"), True)
    assert backs[Node("product", "art")] == Back(None, None, False)
    assert backs[Node("customer", "school")] == Back(hours(6), Node("product", "web"), False)


def test_how_long_a_thing_takes_itself() -> None:
    graph = graph_of(
        activities=[thing("noc", rto="4h", mtpd="9h"), thing("tea", mtpd="9h")],
        systems=[named("mail", rto="2h")],
        sites=[named("north", recovery="6h")],
        people=[named("noor")],
    )
    own = {node.id: graph.own_recovery(node) for node in graph.things}
    assert own == {
        "noc": hours(4), "tea": None, "mail": hours(2), "north": hours(6), "noor": None,
    }  # fmt: skip
    assert graph.own_recovery(Node("site", "ghost")) is None
