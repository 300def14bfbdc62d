"""What too much hangs on, worked out by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from generator.derive.dependencies import dependency_graph
from generator.derive.failure import losses
from generator.derive.failure_single_points import single_points
from generator.load import load
from tests.derive.things import accepted, mitigated, named, role, thing
from tests.plan_builder import make_plan

SAMPLE = Path(__file__).parents[2] / "plans" / "scheldenet"


def points(**topics: Any) -> dict[str, tuple[list[str], list[str], list[str]]]:
    """Id of each single point: the critical activities, those undecided, who names it."""
    plan = make_plan(**topics)
    graph = dependency_graph(plan)
    return {
        point.node.id: (
            [node.id for node in point.critical],
            [node.id for node in point.undecided],
            [requirement.dependent.id for requirement in point.first],
        )
        for point in single_points(graph, losses(plan, graph))
    }


def critical(id_: str, *on: Any) -> dict[str, Any]:
    return thing(id_, *on, critical=True)


def test_one_undecided_way_to_a_critical_activity_is_enough() -> None:
    # noc ─▶ tickets ─▶ north; tea is not critical, mail runs at either site.
    found = points(
        sites=[named("north"), named("south")],
        activities=[critical("noc", "tickets", "mail"), thing("tea", "kettle")],
        systems=[named("tickets", sites=["north"]), named("mail", sites=["north", "south"])],
        machines=[named("kettle")],
    )
    assert found == {
        "tickets": (["noc"], ["noc"], ["noc"]),
        "mail": (["noc"], ["noc"], ["noc"]),
        "north": (["noc"], ["noc"], ["tickets", "mail"]),
    }


def test_what_was_accepted_for_one_activity_is_none_for_two_it_is() -> None:
    one = points(activities=[critical("a", accepted("s"))], systems=[named("s")])
    assert one == {}
    two = points(
        activities=[critical("a", accepted("s")), critical("b", accepted("s"))],
        systems=[named("s")],
    )
    assert two == {"s": (["a", "b"], [], ["a", "b"])}


def test_what_is_mitigated_does_not_fall_with_it_alone() -> None:
    # Each hall has a power supply of its own, and storage goes on in the other hall.
    activities = [critical(id_, "storage") for id_ in "abc"]
    storage = thing(
        "storage", mitigated("ups-north"), mitigated("ups-south"), sites=["north", "south"]
    )
    found = points(
        sites=[named("north"), named("south")],
        machines=[named("ups-north", site="north"), named("ups-south", site="south")],
        activities=activities,
        systems=[storage],
    )
    # Of all that only storage itself is left: north, south and both power supplies may go.
    assert found == {"storage": (["a", "b", "c"], ["a", "b", "c"], ["a", "b", "c"])}


def test_of_a_mitigated_and_an_accepted_activity_one_is_left() -> None:
    activities = [critical("a", accepted("s")), critical("b", mitigated("s"))]
    assert points(activities=activities, systems=[named("s")]) == {}
    activities.append(critical("c", "s"))
    assert points(activities=activities, systems=[named("s")]) == {
        "s": (["c", "a"], ["c"], ["a", "b", "c"])
    }


def test_a_person_and_a_supplier_under_many_activities() -> None:
    found = points(
        people=[named("sofie"), named("tom")],
        roles=[role("clerk", "sofie"), role("lead", "tom", "sofie")],
        suppliers=[named("fibre", supplies="Fibre")],
        activities=[
            critical("wages", accepted("clerk"), accepted("fibre")),
            critical("bills", accepted("clerk"), accepted("fibre"), "lead"),
        ],
    )
    # tom has an alternate.
    assert found == {
        "fibre": (["wages", "bills"], [], ["wages", "bills"]),
        "sofie": (["wages", "bills"], [], ["clerk", "lead"]),
    }


def test_data_halls_that_back_each_other_up_are_none() -> None:
    plan = load(SAMPLE).plan
    assert plan is not None
    graph = dependency_graph(plan)
    found = {point.node.id: point.undecided for point in single_points(graph, losses(plan, graph))}
    # The side line to the nodes and its operator are accepted: nothing stands in for them.
    assert found == {"side-line": (), "belstroom": ()}
    halls = [loss for loss in losses(plan, graph) if loss.node.id in ("dc-north", "dc-south")]
    assert all(loss.fallen("activity") for loss in halls)
    assert len(halls) == 2
