"""The graph work of a large plan."""

from __future__ import annotations

from time import process_time

from generator.derive.dependencies import dependency_graph
from generator.derive.dependencies_circles import circles
from generator.derive.dependencies_times import must_be_back, really_back, slower_dependencies
from generator.derive.failure import losses
from generator.derive.failure_single_points import burdens, single_points
from generator.derive.recovery import recovery_order
from tests.derive.things import named, role, thing
from tests.plan_builder import make_plan


def test_a_large_plan_takes_less_than_a_second() -> None:
    """1,000 activities, 2,000 dependencies, 200 systems, 5,000 people."""
    activities = [
        thing(f"a{n}", f"s{n % 200}", f"r{n}", rto=f"{n % 48 + 1}h", critical=n % 5 == 0)
        for n in range(1_000)
    ]
    systems = [
        thing(f"s{n}", *([f"s{n + 1}"] if n % 10 else []), sites=[f"dc{n % 4}"], rto="2h")
        for n in range(200)
    ]
    plan = make_plan(
        people=[named(f"p{n}") for n in range(5_000)],
        roles=[role(f"r{n}", f"p{n}", f"p{n + 1}") for n in range(1_000)],
        sites=[named(f"dc{n}", recovery="1 day") for n in range(4)],
        activities=activities,
        systems=systems,
    )
    begin = process_time()
    graph = dependency_graph(plan)
    circles(graph)
    must_be_back(graph)
    really_back(graph)
    assert slower_dependencies(graph)
    for kind in ("activity", "product", "customer"):
        recovery_order(plan, graph, kind)
    assert single_points(graph, losses(plan, graph))
    burdens(plan)
    assert process_time() - begin < 1
