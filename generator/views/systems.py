"""Systems and machines: what they are for, whom to call, what they need, what needs them."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from generator.derive.dependencies import Node
from generator.editions import Edition
from generator.locales import Locale
from generator.model.duration import Duration
from generator.model.system import Machine, System
from generator.model.text import Name, Text
from generator.views.page import Address, Entry, Heading, Link, Page
from generator.views.parts.dependency import Dependencies, NeedLine, Thing
from generator.views.parts.drawing import Drawing
from generator.views.parts.firm import Firm, firm
from generator.views.parts.index import Index
from generator.views.parts.search import plain


class Row(Struct, frozen=True):
    """One system in the table; ``activities`` counts those that need it themselves."""

    link: Link
    purpose: Text | None
    rto: Duration | None
    rpo: Duration | None
    sites: tuple[Link, ...]
    activities: int


class MachineView(Struct, frozen=True):
    """One machine; it has no page of its own."""

    id: str
    aliases: tuple[str, ...]
    name: Text
    recovery: Duration | None
    site: Link | None
    supplier: Firm | None
    needed_by: tuple[Thing, ...]
    what_if: Link | None


class SystemsView(Struct, frozen=True):
    """The lists of both."""

    systems: tuple[Row, ...]
    machines: tuple[MachineView, ...]


class SystemView(Struct, frozen=True):
    """One system, in the order in which it is needed when it is down."""

    purpose: Text | None
    rto: Duration | None
    rpo: Duration | None
    sites: tuple[Link, ...]
    supplier: Firm | None
    what_if: Link | None
    plans: tuple[Link, ...]
    needed_by: tuple[Thing, ...]
    dependencies: tuple[NeedLine, ...]
    drawing: Drawing | None
    owner: Link | None


def pages(edition: Edition, words: Locale) -> Iterator[Page]:
    """The list of systems and machines, and a page for each system."""
    plan = edition.plan
    if not plan.systems and not plan.machines:
        return
    deps = Dependencies(Index(edition))
    yield _index(deps, words)
    plans: dict[str, dict[Link, None]] = {}
    for one in plan.plans:
        link = deps.index.link("plan", one.id)
        for system_id in one.systems:
            if link:
                plans.setdefault(system_id, {})[link] = None
    for system in plan.systems:
        yield _page(system, tuple(plans.get(system.id, ())), deps, words)


def _index(deps: Dependencies, words: Locale) -> Page:
    plan = deps.index.edition.plan
    view = SystemsView(
        tuple(_row(system, deps) for system in plan.systems),
        tuple(_machine(machine, deps) for machine in plan.machines),
    )
    title = words.say("kind.systems")
    sections = (("systems", view.systems), ("machines", view.machines))
    return Page(
        Address("systems"),
        Name.of(title),
        "systems",
        view,
        headings=tuple(Heading(i, words.say(f"systems.{i}")) for i, there in sections if there),
        entries=(Entry(title), *(_machine_entry(one) for one in view.machines)),
    )


def _row(system: System, deps: Dependencies) -> Row:
    needing = deps.dependents(Node("system", system.id))
    return Row(
        Link(Address("systems", system.id), system.name),
        system.purpose,
        system.rto,
        system.rpo,
        deps.index.links("site", system.sites),
        sum(1 for one in needing if one.kind == "activity"),
    )


def _machine(machine: Machine, deps: Dependencies) -> MachineView:
    node = Node("machine", machine.id)
    return MachineView(
        machine.id,
        machine.aliases,
        machine.name,
        machine.recovery,
        deps.index.link("site", machine.site),
        firm(machine.supplier, deps.index),
        deps.dependents(node),
        deps.what_if(node),
    )


def _machine_entry(one: MachineView) -> Entry:
    number = one.supplier.number if one.supplier else None
    digits = f"{number.shown} {number.digits}" if number else ""
    return Entry(one.name.words, digits.strip(), f"machine-{one.id}")


def _page(system: System, plans: tuple[Link, ...], deps: Dependencies, words: Locale) -> Page:
    view = _view(system, plans, deps)
    return Page(
        Address("systems", system.id),
        system.name,
        "system",
        view,
        headings=tuple(_headings(view, words)),
        entries=(Entry(system.name.words, plain(system.purpose)),),
        aliases=system.aliases,
        summary=plain(system.purpose),
    )


def _view(system: System, plans: tuple[Link, ...], deps: Dependencies) -> SystemView:
    index, node = deps.index, Node("system", system.id)
    return SystemView(
        system.purpose,
        system.rto,
        system.rpo,
        index.links("site", system.sites),
        firm(system.supplier, index),
        deps.what_if(node),
        plans,
        deps.dependents(node),
        deps.needs(node),
        deps.drawing((node,))[0],
        index.owner(system.owner),
    )


def _headings(view: SystemView, words: Locale) -> Iterator[Heading]:
    sections = (
        ("supplier", "systems.supplier", view.supplier),
        ("plans", "systems.plans", view.plans),
        ("needed-by", "systems.needed_by", view.needed_by),
        ("dependencies", "activities.depends_on", view.dependencies),
        ("figures", "activities.figures", True),
    )
    for id_, key, there in sections:
        if there:
            yield Heading(id_, words.say(key))
