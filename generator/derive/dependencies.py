"""What depends on what (ISO 22301:2019, 8.2.2): the plan's dependencies as one graph.

Things are nodes; what a thing needs are its requirements. All requirements of a thing must be met;
a requirement is met while any one of the things that it names is there. So a system that can run
at either of two sites has one requirement that names both, and a role one that names its holder
and all alternates.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple

from msgspec import Struct

from generator.model import Plan
from generator.model.activity import Activity, Decision, Dependency
from generator.model.duration import Duration
from generator.model.kinds import COLLECTIONS, by_id
from generator.model.system import System
from generator.model.text import Text
from generator.model.walk import Path, shapes

KINDS = (
    "customer",
    "product",
    "activity",
    "system",
    "machine",
    "site",
    "supplier",
    "role",
    "person",
)
"""The kinds of thing in the graph, from what is delivered to what is needed for it."""

_ON = next(shape.ref.kinds for shape in shapes(Dependency) if shape.name == "on" and shape.ref)


class Node(NamedTuple):
    """A thing of the plan: its kind (one of ``KINDS``) and its id."""

    kind: str
    id: str


class Source(StrEnum):
    """Where the plan says that something is required."""

    STATED = "stated"
    """It stands among the dependencies."""
    SITE = "site"
    """It is where the thing is, or one of the places where it can run."""
    SUPPLIER = "supplier"
    """It supplies or repairs the thing."""
    NEED = "need"
    """It stands among what an activity needs over time."""
    HOLDER = "holder"
    """They hold the role, or take over."""
    DELIVERY = "delivery"
    """An activity that a product needs, or a product that a customer buys."""


class Requirement(Struct, frozen=True):
    """One thing that a thing needs: ``dependent`` needs any one of ``any_of`` (never empty).

    ``recovery`` is set where the dependency itself says how long it takes. ``after`` is the time
    from which a need begins. What is not stated as a dependency is ``OPEN``: to decide about it,
    a plan states it. ``path`` is its place in the plan.
    """

    dependent: Node
    any_of: tuple[Node, ...]
    source: Source
    path: Path
    recovery: Duration | None = None
    after: Duration | None = None
    decision: Decision = Decision.OPEN
    why: Text | None = None


@dataclass(frozen=True)
class Graph:
    """The graph of a plan.

    ``things`` has every node that the plan knows, in the order of ``KINDS`` and then of the plan;
    of two with one id the first. ``needs`` and ``needed_by`` have the requirements of a node and
    those that name it; look them up with ``of`` and ``on``.
    """

    things: Mapping[Node, Any]
    places: Mapping[Node, Path] = field(repr=False)
    needs: Mapping[Node, tuple[Requirement, ...]] = field(repr=False)
    needed_by: Mapping[Node, tuple[Requirement, ...]] = field(repr=False)

    def of(self, node: Node) -> tuple[Requirement, ...]:
        """What a node needs, in the order of the plan; empty for an unknown one."""
        return self.needs.get(node, ())

    def on(self, node: Node) -> tuple[Requirement, ...]:
        """The requirements that name a node, in the order of the plan."""
        return self.needed_by.get(node, ())

    def requirements(self) -> Iterator[Requirement]:
        """Every requirement, in the order of ``things``."""
        for node in self.things:
            yield from self.of(node)

    def own_recovery(self, node: Node) -> Duration | None:
        """How long a thing itself takes: ``rto`` of an activity or system, ``recovery`` of a
        machine, supplier or site; None where the plan does not say, and for other kinds."""
        thing = self.things.get(node)
        return getattr(thing, "rto", None) or getattr(thing, "recovery", None)


def dependency_graph(plan: Plan) -> Graph:
    """The graph of a whole plan, or of what an edition shows of it. Linear.

    References to what the plan does not have are left out. A reference that fits several kinds
    goes to the first of them in the order of the field's kinds.
    """
    return _Drawing(plan).graph()


def resolve(things: Container[Node], target: str, kinds: Iterable[str] = _ON) -> Node | None:
    """The node that a reference means: the first of the kinds in which ``things`` has the id."""
    nodes = (Node(kind, target) for kind in kinds)
    return next((node for node in nodes if node in things), None)


class _Drawing:
    """Collects the requirements of all things."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._things = {
            Node(kind, id_): thing for kind in KINDS for id_, thing in by_id(plan, kind).items()
        }
        self._places: dict[Node, Path] = {}
        for kind in KINDS:
            for index, thing in enumerate(getattr(plan, COLLECTIONS[kind])):
                self._places.setdefault(Node(kind, thing.id), (COLLECTIONS[kind], index))
        self._found: list[Requirement] = []

    def graph(self) -> Graph:
        for node, thing in self._things.items():
            self._stated(node, thing)
            self._implied(node, thing)
        self._deliveries()
        needs: dict[Node, list[Requirement]] = {}
        needed_by: dict[Node, list[Requirement]] = {}
        for requirement in self._found:
            needs.setdefault(requirement.dependent, []).append(requirement)
            for node in requirement.any_of:
                needed_by.setdefault(node, []).append(requirement)
        return Graph(self._things, self._places, _frozen(needs), _frozen(needed_by))

    def _stated(self, node: Node, thing: Any) -> None:
        for index, dependency in enumerate(getattr(thing, "dependencies", ())):
            target = resolve(self._things, dependency.on)
            if target is not None:
                path = (*self._places[node], "dependencies", index)
                self._found.append(_stated(node, target, path, dependency))

    def _implied(self, node: Node, thing: Any) -> None:
        if isinstance(thing, Activity):
            self._needs(node, thing)
        elif node.kind in ("system", "machine"):
            many = isinstance(thing, System)
            sites = thing.sites if many else (thing.site,)
            self._one_of(node, "site", sites, Source.SITE, "sites" if many else "site")
            self._one_of(node, "supplier", (thing.supplier,), Source.SUPPLIER, "supplier")
        elif node.kind == "role":
            people = (thing.holder, *thing.alternates)
            self._one_of(node, "person", people, Source.HOLDER, "holder")

    def _one_of(
        self, node: Node, kind: str, ids: Iterable[str | None], source: Source, key: str
    ) -> None:
        named = dict.fromkeys(Node(kind, id_) for id_ in ids if id_ is not None)
        known = tuple(target for target in named if target in self._things)
        if known and not self._is_stated(node, known):
            self._found.append(Requirement(node, known, source, (*self._places[node], key)))

    def _is_stated(self, node: Node, targets: tuple[Node, ...]) -> bool:
        """True if the thing's own dependencies speak of one of the targets already."""
        stated = {dependency.on for dependency in getattr(self._things[node], "dependencies", ())}
        return any(target.id in stated for target in targets)

    def _needs(self, node: Node, activity: Activity) -> None:
        """The systems an activity needs, each from the earliest time that names it."""
        earliest: dict[Node, tuple[Duration, Path]] = {}
        for index, need in enumerate(activity.needs):
            for number, id_ in enumerate(need.systems):
                target = Node("system", id_)
                path = (*self._places[node], "needs", index, "systems", number)
                if target not in earliest or need.after < earliest[target][0]:
                    earliest[target] = (need.after, path)
        for target, (after, path) in earliest.items():
            if target in self._things and not self._is_stated(node, (target,)):
                self._found.append(Requirement(node, (target,), Source.NEED, path, after=after))

    def _deliveries(self) -> None:
        """A product needs the activities that name it, a customer the products they buy."""
        for node, thing in self._things.items():
            if node.kind not in ("activity", "customer"):
                continue
            for id_ in dict.fromkeys(thing.products):
                product = Node("product", id_)
                if product in self._things:
                    path = (*self._places[node], "products", thing.products.index(id_))
                    up, down = (node, product) if node.kind == "customer" else (product, node)
                    self._found.append(Requirement(up, (down,), Source.DELIVERY, path))


def _stated(node: Node, target: Node, path: Path, said: Dependency) -> Requirement:
    return Requirement(
        node,
        (target,),
        Source.STATED,
        path,
        recovery=said.recovery,
        decision=said.decision,
        why=said.why,
    )


def _frozen(found: Mapping[Node, list[Requirement]]) -> dict[Node, tuple[Requirement, ...]]:
    return {node: tuple(requirements) for node, requirements in found.items()}
