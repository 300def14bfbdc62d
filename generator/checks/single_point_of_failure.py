"""The loss of one thing, person or supplier fells a critical activity, and nothing was decided.

Why it is bad: what irresponsibly much hangs on is acted on, or accepted for a reason; never kept
because it was always so. A system that runs at several sites, and a role with an alternate, are no
such points.

Example: `noc` is critical and depends on `ticketing`, which runs only at `dc-north`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.node_words import activities, the
from generator.checks.rule import Finding, Subject
from generator.derive.dependencies import dependency_graph
from generator.derive.failure import losses
from generator.derive.failure_single_points import single_points
from generator.problems import Severity

CODE = "single-point-of-failure"
SEVERITY = Severity.WARNING

_SHOWN = 3


def find(subject: Subject) -> Iterator[Finding]:
    """Systems, sites, suppliers, machines and people; ways that are decided about do not count."""
    graph = dependency_graph(subject.plan)
    for point in single_points(graph, losses(subject.plan, graph)):
        if not point.undecided:
            continue
        person = point.node.kind == "person"
        one = len(point.undecided) == 1
        yield Finding(
            (*graph.places[point.node], "id"),
            f"Without {the(point.node)}, {activities(point.undecided, 'critical')} "
            f"{'falls' if one else 'fall'}; that is neither mitigated nor accepted.",
            ("Name an alternate, or state" if person else "State")
            + " the dependency with `decision: mitigated` or `accepted`, and `why:`.",
            related=tuple(requirement.path for requirement in point.first[:_SHOWN]),
        )
