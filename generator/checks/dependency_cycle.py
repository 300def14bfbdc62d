"""Things depend on one another in a circle, or on themselves.

Why it is bad: each waits for the other, so no recovery order can be right, and none of them has a
recovery time that means anything.

Example: `ticketing` depends on `identity`, and `identity` on `ticketing`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.node_words import the
from generator.checks.rule import Finding, Subject
from generator.derive.dependencies import Graph, Node, Source, dependency_graph
from generator.derive.dependencies_circles import circles
from generator.model.walk import Path
from generator.problems import Severity

CODE = "dependency-cycle"
SEVERITY = Severity.ERROR


def find(subject: Subject) -> Iterator[Finding]:
    """One circle of each group of things that depend on one another."""
    graph = dependency_graph(subject.plan)
    for circle in circles(graph):
        pairs = zip(circle, (*circle[1:], circle[0]), strict=True)
        first, *others = (_place(graph, here, there) for here, there in pairs)
        if others:
            chain = " → ".join(f"`{node.id}`" for node in (*circle, circle[0]))
            message = f"Dependencies go round in a circle: {chain}."
        else:
            name = the(circle[0])
            message = f"{name[:1].upper()}{name[1:]} depends on itself."
        yield Finding(first, message, "Remove one of these dependencies.", related=tuple(others))


def _place(graph: Graph, here: Node, there: Node) -> Path:
    requirement = next(r for r in graph.of(here) if there in r.any_of)
    stated = requirement.source is Source.STATED
    return (*requirement.path, "on") if stated else requirement.path
