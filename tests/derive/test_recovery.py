"""Recovery orders, worked out by hand."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.derive.dependencies import Node, dependency_graph
from generator.derive.recovery import Conflict, Contradiction, RecoveryOrder, recovery_order
from generator.model.duration import HOUR, Duration
from tests.plan_builder import make_plan


def thing(id_: str, *on: str, **fields: Any) -> dict[str, Any]:
    return {"id": id_, "name": id_, "dependencies": [{"on": one} for one in on], **fields}


def named(id_: str, **fields: Any) -> dict[str, Any]:
    return {"id": id_, "name": id_, **fields}


def order_of(kind: str, **topics: Any) -> RecoveryOrder:
    plan = make_plan(**topics)
    return recovery_order(plan, dependency_graph(plan), kind)


def ids(order: RecoveryOrder) -> list[str]:
    return [place.node.id for place in order.places]


def conflict(kind: Contradiction, first: str, second: str) -> Conflict:
    return Conflict(kind, Node("activity", first), Node("activity", second))


def stated(*activities: str) -> dict[str, Any]:
    return {"recovery_order": {"activities": activities}}


def test_dependencies_then_priority_then_time_then_the_plans_order() -> None:
    # noc (1) ─▶ alarms (system) ─▶ power; wages (2) 8h; desk (2) 4h; museum, park: neither.
    order = order_of(
        "activity",
        activities=[
            thing("museum"),
            thing("park"),
            thing("wages", priority=2, rto="8h"),
            thing("desk", priority=2, rto="4h"),
            thing("noc", "alarms", priority=1, rto="4h"),
            thing("power", priority=9, rto="1h"),
            thing("shop", rto="2h"),
        ],
        systems=[thing("alarms", "power")],
    )
    assert ids(order) == ["power", "noc", "desk", "wages", "shop", "museum", "park"]
    assert not order.stated
    assert order.places[1].after == (Node("activity", "power"),)
    # power must be back within an hour, but noc (4 h) has the higher priority. Of those before it,
    # wages (8 h) is the slowest.
    assert order.conflicts == (conflict(Contradiction.TIME, "wages", "power"),)


def test_what_the_plan_states_comes_first_and_is_not_moved() -> None:
    # stated: a, c, b; a ─▶ b (stated later: a conflict); a ─▶ d (not stated: put before a)
    order = order_of(
        "activity",
        programme=stated("a", "c", "b", "unknown"),
        activities=[thing("e", priority=1), thing("a", "b", "d"), *map(thing, "bcd")],
    )
    assert ids(order) == ["d", "a", "c", "b", "e"]
    assert [place.stated for place in order.places] == [False, True, True, True, False]
    assert order.conflicts == (conflict(Contradiction.DEPENDENCY, "a", "b"),)


def test_a_conflict_through_something_in_between() -> None:
    # stated: a, c; a ─▶ b ─▶ c: b is put before a, and so before c.
    order = order_of(
        "activity",
        programme=stated("a", "c"),
        activities=[thing("a", "b"), thing("b", "c"), thing("c")],
    )
    assert ids(order) == ["b", "a", "c"]
    assert order.conflicts == (conflict(Contradiction.DEPENDENCY, "b", "c"),)


def test_a_stated_order_against_priorities() -> None:
    order = order_of(
        "activity",
        programme=stated("a", "b", "c"),
        activities=[thing("a", priority=3), thing("b"), thing("c", priority=1)],
    )
    assert order.conflicts == (conflict(Contradiction.PRIORITY, "a", "c"),)


def test_equal_priorities_and_times_are_no_conflict() -> None:
    order = order_of(
        "activity",
        activities=[
            thing("a", priority=1, rto="4h"),
            thing("b", priority=1, rto="1h"),
            thing("c", priority=2, rto="4h"),
            thing("d", priority=2),
        ],
    )
    assert ids(order) == ["b", "a", "c", "d"]
    assert order.conflicts == ()


def test_products_and_customers() -> None:
    # web: the shortest of 4h and 2h; mail 1h; hospital buys both, museum web, school nothing.
    topics: dict[str, Any] = {
        "products": [named("web"), named("mail"), named("archive", priority=1)],
        "activities": [
            thing("noc", rto="4h", products=["web"]),
            thing("desk", rto="2h", products=["web"]),
            thing("post", rto="1h", products=["mail"]),
        ],
        "customers": [
            named("school"),
            named("museum", products=["web"]),
            named("hospital", products=["web", "mail"]),
        ],
    }
    products = order_of("product", **topics)
    assert ids(products) == ["archive", "mail", "web"]
    assert [place.time for place in products.places] == [
        None,
        Duration(HOUR),
        Duration(2 * HOUR),
    ]
    assert ids(order_of("customer", **topics)) == ["hospital", "museum", "school"]
    topics["programme"] = {"recovery_order": {"customers": ["school"]}}
    assert ids(order_of("customer", **topics)) == ["school", "hospital", "museum"]


def test_a_plan_without_activities() -> None:
    assert order_of("activity").places == ()


IDS = list("abcdef")
LINKS = st.dictionaries(st.sampled_from(IDS), st.lists(st.sampled_from(IDS), max_size=3))


@given(LINKS, st.lists(st.sampled_from(IDS), unique=True))
def test_every_activity_has_one_place_whatever_the_plan_says(
    links: dict[str, list[str]], first: list[str]
) -> None:
    activities = [thing(id_, *links.get(id_, ())) for id_ in IDS]
    order = order_of("activity", programme=stated(*first), activities=activities)
    assert sorted(ids(order)) == IDS
    assert [id_ for id_ in ids(order) if id_ in first] == first
    if not first and all(here > there for here, rest in links.items() for there in rest):
        places = ids(order)
        for here, rest in links.items():
            assert all(places.index(there) < places.index(here) for there in rest)


def test_a_stated_order_that_follows_the_priorities_is_none() -> None:
    order = order_of(
        "activity",
        programme=stated("a", "b", "c"),
        activities=[thing("a", priority=1), thing("b", priority=2), thing("c", priority=2)],
    )
    assert order.conflicts == ()


def test_a_circle_that_nobody_stated_is_no_conflict_of_the_order() -> None:
    # a ─▶ b ─▶ a: another check finds it. What is wanted first comes last.
    order = order_of("activity", activities=[thing("a", "b"), thing("b", "a")])
    assert (ids(order), order.conflicts) == (["b", "a"], ())


def test_systems_in_a_circle_are_passed_once() -> None:
    # a ─▶ s ─▶ t ─▶ s, and t ─▶ b
    order = order_of(
        "activity",
        activities=[thing("a", "s"), thing("b")],
        systems=[thing("s", "t"), thing("t", "s", "b")],
    )
    assert ids(order) == ["b", "a"]
    assert order.places[1].after == (Node("activity", "b"),)


def test_the_slowest_of_all_higher_priorities_is_named() -> None:
    # 1: a 8 h. 2: b 1 h, c 2 h. 3: d 4 h, sooner than a. e has a priority but no time.
    order = order_of(
        "activity",
        activities=[
            thing("a", priority=1, rto="8h"),
            thing("b", priority=2, rto="1h"),
            thing("c", priority=2, rto="2h"),
            thing("d", priority=3, rto="4h"),
            thing("e", priority=4),
            thing("f", priority=5, rto="8h"),
        ],
    )
    assert order.conflicts == (
        conflict(Contradiction.TIME, "a", "b"),
        conflict(Contradiction.TIME, "a", "c"),
        conflict(Contradiction.TIME, "a", "d"),
    )


def test_what_is_stated_after_what_it_depends_on_is_no_conflict() -> None:
    order = order_of(
        "activity", programme=stated("b", "a"), activities=[thing("a", "b"), thing("b")]
    )
    assert (ids(order), order.conflicts) == (["b", "a"], ())
