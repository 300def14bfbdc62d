"""What falls when something is lost: "what if data centre A is gone?" (ISO 22301:2019, 8.2.2)."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from msgspec import Struct

from generator.derive.dependencies import Graph, Node, Requirement
from generator.model import Plan
from generator.model.activity import Decision
from generator.model.duration import Duration

LOSABLE = ("system", "site", "supplier", "machine", "person")
"""The kinds of thing whose loss is looked at."""

_DEPTH = {Decision.OPEN: 0, Decision.ACCEPTED: 1, Decision.MITIGATED: 2}
_DECISIONS = tuple(_DEPTH)


class Fall(NamedTuple):
    """Something that falls with what was lost.

    ``through`` is what it needed and lost first. ``decision`` is ``OPEN`` if nothing on some way
    from what was lost was decided, ``ACCEPTED`` if each way leads over an accepted dependency,
    ``MITIGATED`` if each leads over a mitigated one: then it falls only if that fails.
    ``hurts`` is the time after which it can't be borne: an activity's MTPD, else its RTO; of a
    product the shortest of its fallen activities, of a customer of their fallen products; None
    for other kinds.
    """

    node: Node
    through: Node
    decision: Decision
    hurts: Duration | None


class Loss(Struct, frozen=True):
    """The loss of one thing.

    ``falls`` in the order in which things fall. ``hurts`` is the shortest time of all that falls.
    ``plans`` are ids of plans that name the thing or an activity or system that falls;
    ``scenarios`` those of scenarios that name the thing, or cover a risk or belong to a plan that
    names it.
    """

    node: Node
    falls: tuple[Fall, ...]
    hurts: Duration | None
    plans: tuple[str, ...]
    scenarios: tuple[str, ...]

    def fallen(self, kind: str) -> tuple[Node, ...]:
        """What falls of one kind."""
        return tuple(fall.node for fall in self.falls if fall.node.kind == kind)


def what_falls(graph: Graph, *lost: Node) -> tuple[Fall, ...]:
    """All that falls when these things are lost at once, directly or through other things.

    A thing falls when nothing is left of what could meet one of its requirements. A customer who
    is no longer served is not a customer lost. An activity on a site that has alternates moves,
    which counts as mitigated. Near-linear in what falls; circles are fine.
    """
    fallen = _Falling(graph, lost).run()
    hurts = _hurts(graph, fallen)
    return tuple(
        Fall(node, through, _DECISIONS[depth], hurts.get(node))
        for node, (depth, through) in fallen.items()
    )


def losses(plan: Plan, graph: Graph) -> tuple[Loss, ...]:
    """The loss of every system, site, supplier and machine, and of every key person.

    A key person is one with whom more falls than roles. In the order of ``LOSABLE``, then of the
    plan.
    """
    answers = _Answers(plan)
    found = []
    for kind in LOSABLE:
        for node in graph.things:
            if node.kind != kind:
                continue
            falls = what_falls(graph, node)
            if kind != "person" or any(fall.node.kind != "role" for fall in falls):
                found.append(_loss(node, falls, answers))
    return tuple(found)


def _loss(node: Node, falls: tuple[Fall, ...], answers: _Answers) -> Loss:
    times = [fall.hurts for fall in falls if fall.hurts is not None]
    plans, scenarios = answers.to(node, falls)
    return Loss(node, falls, min(times, default=None), plans, scenarios)


class _Falling:
    """Follows a loss through the graph, ways on which nothing was decided first."""

    def __init__(self, graph: Graph, lost: Iterable[Node]) -> None:
        self._graph = graph
        self._lost = tuple(dict.fromkeys(lost))
        self._waiting: tuple[deque[tuple[Node, Node]], ...] = (deque(), deque(), deque())
        self._gone: set[Node] = set()

    def run(self) -> dict[Node, tuple[int, Node]]:
        """Each thing that falls, with how well that was decided on and through what it falls."""
        self._waiting[0].extend((node, node) for node in self._lost)
        fallen = {}
        for depth, waiting in enumerate(self._waiting):
            while waiting:
                node, through = waiting.popleft()
                if node not in self._gone:
                    self._gone.add(node)
                    fallen[node] = (depth, through)
                    self._follow(node, depth)
        for node in self._lost:
            del fallen[node]
        return fallen

    def _follow(self, node: Node, depth: int) -> None:
        if node.kind == "customer" and node not in self._lost:
            return
        gone = self._gone
        for requirement in self._graph.on(node):
            several = len(requirement.any_of) > 1
            if requirement.dependent in gone or (
                several and not gone.issuperset(requirement.any_of)
            ):
                continue
            deeper = max(depth, _depth(self._graph, requirement))
            self._waiting[deeper].append((requirement.dependent, node))


def _depth(graph: Graph, requirement: Requirement) -> int:
    if requirement.decision is not Decision.OPEN:
        return _DEPTH[requirement.decision]
    first = requirement.any_of[0]
    moves = first.kind == "site" and requirement.dependent.kind == "activity"
    return _DEPTH[Decision.MITIGATED] if moves and graph.things[first].alternates else 0


def _hurts(graph: Graph, fallen: Mapping[Node, object]) -> dict[Node, Duration]:
    hurts: dict[Node, Duration] = {}
    for node in fallen:
        if node.kind == "activity":
            activity = graph.things[node]
            time = activity.mtpd or activity.rto
            if time is not None:
                hurts[node] = time
    for kind in ("product", "customer"):
        for node in fallen:
            if node.kind == kind:
                below = (target for r in graph.of(node) for target in r.any_of)
                times = [hurts[target] for target in below if target in hurts]
                if times:
                    hurts[node] = min(times)
    return hurts


class _Answers:
    """Which plans and scenarios name what."""

    def __init__(self, plan: Plan) -> None:
        self._plans: dict[Node, dict[str, None]] = {}
        self._scenarios: dict[Node, dict[str, None]] = {}
        for each in plan.plans:
            named = [Node("activity", id_) for id_ in each.activities]
            for node in (*named, *(Node("system", id_) for id_ in each.systems)):
                self._plans.setdefault(node, {})[each.id] = None
        self._of_plan = {each.id: each.scenarios for each in plan.plans}
        for scenario in plan.scenarios:
            for kind, ids in (("site", scenario.sites), ("supplier", scenario.suppliers)):
                self._add(kind, ids, (scenario.id,))
        for risk in plan.risks:
            for kind in LOSABLE:
                self._add(kind, risk.affects, risk.scenarios)

    def _add(self, kind: str, ids: Iterable[str], scenarios: Iterable[str]) -> None:
        for id_ in ids:
            self._scenarios.setdefault(Node(kind, id_), {}).update(dict.fromkeys(scenarios))

    def to(self, node: Node, falls: Iterable[Fall]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The plans and the scenarios that answer the loss of a thing."""
        own = self._plans.get(node, {})
        plans = dict(own)
        for fall in falls:
            plans.update(self._plans.get(fall.node, {}))
        scenarios = dict(self._scenarios.get(node, {}))
        for id_ in own:
            scenarios.update(dict.fromkeys(self._of_plan[id_]))
        return tuple(plans), tuple(scenarios)
