"""The recovery order contradicts dependencies, priorities or recovery times.

Why it is bad: in the crisis two lists say different things, and people wait for something that
comes later (NIS2 regulation (EU) 2024/2690, annex 4.1.2: order of recovery).

Example: `recovery_order` has `noc` before `identity`, on which `noc` depends.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.derive.dependencies import Graph, Node, dependency_graph
from generator.derive.recovery import KINDS, Conflict, Contradiction, recovery_order
from generator.model.kinds import COLLECTIONS
from generator.model.walk import Path
from generator.problems import Severity

CODE = "recovery-order-conflict"
SEVERITY = Severity.WARNING

_SAID = {
    Contradiction.DEPENDENCY: (
        "In the recovery order `{first}` comes before `{second}`, on which it depends.",
        "Put `{second}` before `{first}`.",
    ),
    Contradiction.PRIORITY: (
        "In the recovery order `{first}` comes before `{second}`, whose priority is higher.",
        "Change the order, or the priorities.",
    ),
    Contradiction.TIME: (
        "By priority `{first}` comes before `{second}`, which has the shorter RTO.",
        "Change the priorities, or the RTOs.",
    ),
}


def find(subject: Subject) -> Iterator[Finding]:
    """Activities, products and customers; the derived order too where priorities are given."""
    graph = dependency_graph(subject.plan)
    for kind in KINDS:
        for conflict in recovery_order(subject.plan, graph, kind).conflicts:
            message, cure = _SAID[conflict.kind]
            ids = {"first": conflict.first.id, "second": conflict.second.id}
            yield Finding(
                _place(subject, graph, conflict, conflict.second),
                message.format(**ids),
                cure.format(**ids),
                related=(_place(subject, graph, conflict, conflict.first),),
            )


def _place(subject: Subject, graph: Graph, conflict: Conflict, node: Node) -> Path:
    """Where the stated order names a thing, else its priority, else the thing itself."""
    field = COLLECTIONS[node.kind]
    programme = subject.plan.programme
    if conflict.kind is not Contradiction.TIME and programme is not None:
        stated = getattr(programme.recovery_order, field)
        if node.id in stated:
            return ("programme", "recovery_order", field, stated.index(node.id))
    last = "id" if graph.things[node].priority is None else "priority"
    return (*graph.places[node], last)
