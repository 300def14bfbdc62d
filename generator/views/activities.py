"""Activities: what must be back when, how it goes on meanwhile, what it needs; and for whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.derive.dependencies import Node
from generator.derive.recovery import recovery_order
from generator.editions import Edition
from generator.locales import Locale
from generator.model.activity import Activity, Customer, Impact, Need, NoPlan, Product
from generator.model.duration import Duration
from generator.model.text import Name, Text
from generator.views.page import Address, Entry, Heading, Link, Page
from generator.views.parts.contact import ContactLine, contact_lines, searchable
from generator.views.parts.dependency import Dependencies, NeedLine, Thing
from generator.views.parts.drawing import Drawing
from generator.views.parts.index import Index
from generator.views.parts.search import keywords, plain

OWNERS = ("role", "person")

RECOVERY = Address("recovery")


@dataclass(frozen=True, slots=True)
class Row:
    """One activity in the table; ``place`` is where it stands in the recovery order."""

    place: int
    link: Link
    unit: Link | None
    priority: int | None
    rto: Duration | None
    mtpd: Duration | None
    critical: bool
    plans: tuple[Link, ...]
    needs_no_plan: bool

    @property
    def standing_order(self) -> int:
        """What sorting by plan sorts by: without a plan, none needed, with one."""
        return 2 if self.plans else int(self.needs_no_plan)


@dataclass(frozen=True, slots=True)
class Listed:
    """An activity with what it needs, as a line of a list."""

    link: Link
    needs: tuple[Thing, ...]


@dataclass(frozen=True, slots=True)
class UnitPart:
    """What the activities of one unit need; ``cut``: the drawing shows only some of them."""

    id: str
    name: Text | None
    activities: tuple[Listed, ...]
    drawing: Drawing | None
    cut: bool


@dataclass(frozen=True, slots=True)
class ProductPart:
    """A product, the activities that it needs, and who buys it."""

    id: str
    aliases: tuple[str, ...]
    name: Text
    summary: Text | None
    owner: Link | None
    priority: int | None
    activities: tuple[Link, ...]
    customers: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """Whom to ask for at a customer."""

    name: Text
    lines: tuple[ContactLine, ...]


@dataclass(frozen=True, slots=True)
class CustomerPart:
    """A customer whom the organisation cannot do without."""

    id: str
    aliases: tuple[str, ...]
    name: Text
    share: Text | None
    agreed: Text | None
    priority: int | None
    products: tuple[Link, ...]
    desks: tuple[Desk, ...]


@dataclass(frozen=True, slots=True)
class ActivitiesView:
    """The table in recovery order, what each unit depends on, products and customers."""

    rows: tuple[Row, ...]
    units: tuple[UnitPart, ...]
    products: tuple[ProductPart, ...]
    customers: tuple[CustomerPart, ...]


@dataclass(frozen=True, slots=True)
class ImpactLine:
    """How bad it is after some time: the ``rank``-th of ``of`` steps of the plan's scale."""

    after: Duration
    value: int
    rank: int
    of: int
    title: Text | None
    why: Text | None


@dataclass(frozen=True, slots=True)
class NeedAt:
    """What it needs from some time on."""

    after: Duration
    people: int | None
    desks: int | None
    systems: tuple[Link, ...]
    other: Text | None


@dataclass(frozen=True, slots=True)
class ActivityView:
    """One activity, in the order in which a head of unit needs it on the day."""

    summary: Text | None
    unit: Link | None
    critical: bool
    workaround: Text | None
    mbco: Text | None
    plans: tuple[Link, ...]
    scenarios: tuple[Link, ...]
    needs_no_plan: NoPlan | None
    decided_by: Link | None
    needs: tuple[NeedAt, ...]
    dependencies: tuple[NeedLine, ...]
    drawing: Drawing | None
    dependents: tuple[Thing, ...]
    mtpd: Duration | None
    rto: Duration | None
    rpo: Duration | None
    priority: int | None
    place: int
    owner: Link | None
    products: tuple[Link, ...]
    busy: tuple[Text, ...]
    impacts: tuple[ImpactLine, ...]

    @property
    def recovery(self) -> Address:
        """The page of the recovery order."""
        return RECOVERY


@dataclass(frozen=True)
class _Book:
    """What the pages of all activities are made from."""

    deps: Dependencies
    places: dict[str, int]
    plans: dict[str, tuple[Link, ...]]
    scenarios: dict[str, tuple[Link, ...]]

    @property
    def index(self) -> Index:
        return self.deps.index


def pages(edition: Edition, words: Locale) -> Iterator[Page]:
    """The list of activities, products and customers, and a page for each activity."""
    plan = edition.plan
    if not plan.activities and not plan.products and not plan.customers:
        return
    book = _book(Index(edition))
    yield _index(book, words)
    for activity in plan.activities:
        yield _page(activity, book, words)


def _book(index: Index) -> _Book:
    plans: dict[str, dict[Link, None]] = {}
    scenarios: dict[str, dict[Link, None]] = {}
    for one in index.edition.plan.plans:
        link = index.link("plan", one.id)
        for activity in one.activities:
            if link:
                plans.setdefault(activity, {})[link] = None
            answered = dict.fromkeys(index.links("scenario", one.scenarios))
            scenarios.setdefault(activity, {}).update(answered)
    deps = Dependencies(index)
    order = recovery_order(index.edition.plan, deps.graph, "activity").places
    return _Book(
        deps,
        {place.node.id: number for number, place in enumerate(order, 1)},
        {id_: tuple(links) for id_, links in plans.items()},
        {id_: tuple(links) for id_, links in scenarios.items()},
    )


def _index(book: _Book, words: Locale) -> Page:
    plan = book.index.edition.plan
    rows = sorted((_row(activity, book) for activity in plan.activities), key=_place)
    view = ActivitiesView(
        tuple(rows),
        tuple(_units(book)),
        tuple(_product(product, book) for product in plan.products),
        tuple(_customer(customer, book.index) for customer in plan.customers),
    )
    title = words.say("kind.activities")
    return Page(
        Address("activities"),
        Name.of(title),
        "activities",
        view,
        headings=tuple(_index_headings(view, words)),
        entries=(Entry(title), *_index_entries(view)),
    )


def _row(activity: Activity, book: _Book) -> Row:
    return Row(
        book.places[activity.id],
        Link(Address("activities", activity.id), activity.name),
        book.index.link("unit", activity.unit),
        activity.priority,
        activity.rto,
        activity.mtpd,
        activity.critical,
        book.plans.get(activity.id, ()),
        activity.needs_no_plan is not None,
    )


def _place(row: Row) -> int:
    return row.place


def _units(book: _Book) -> Iterator[UnitPart]:
    """The units that do something, in the plan's order, then what no unit does."""
    plan = book.index.edition.plan
    known = {unit.id: unit.name for unit in plan.units}
    done: dict[str, list[Activity]] = {id_: [] for id_ in (*known, "")}
    for activity in plan.activities:
        done[activity.unit if activity.unit in known else ""].append(activity)
    for id_, activities in done.items():
        if activities:
            yield _unit(f"unit-{id_}" if id_ else "no-unit", known.get(id_), activities, book)


def _unit(id_: str, name: Text | None, activities: list[Activity], book: _Book) -> UnitPart:
    nodes = [Node("activity", one.id) for one in activities]
    important = [Node("activity", one.id) for one in activities if one.critical]
    drawing, cut = book.deps.drawing(important or nodes)
    listed = (
        Listed(
            Link(Address("activities", one.id), one.name),
            tuple(t for line in book.deps.needs(node) for t in line.things),
        )
        for one, node in zip(activities, nodes, strict=True)
    )
    shown = len(important) or len(nodes)
    return UnitPart(id_, name, tuple(listed), drawing, cut or shown < len(nodes))


def _product(product: Product, book: _Book) -> ProductPart:
    plan, index = book.index.edition.plan, book.index
    needed = tuple(one.id for one in plan.activities if product.id in one.products)
    buyers = tuple(one.id for one in plan.customers if product.id in one.products)
    return ProductPart(
        product.id,
        product.aliases,
        product.name,
        product.summary,
        index.any_link(OWNERS, product.owner),
        product.priority,
        index.links("activity", needed),
        index.links("customer", buyers),
    )


def _customer(customer: Customer, index: Index) -> CustomerPart:
    desks = (customer.primary, customer.secondary)
    return CustomerPart(
        customer.id,
        customer.aliases,
        customer.name,
        customer.share,
        customer.agreed,
        customer.priority,
        index.links("product", customer.products),
        tuple(Desk(one.name, contact_lines(one.contacts, index.edition)) for one in desks if one),
    )


def _index_headings(view: ActivitiesView, words: Locale) -> Iterator[Heading]:
    if view.rows:
        yield Heading("table", words.say("activities.table"))
        yield Heading("dependencies", words.say("activities.dependencies"))
    for kind, found in (("products", view.products), ("customers", view.customers)):
        if found:
            yield Heading(kind, words.say(f"activities.{kind}"))


def _index_entries(view: ActivitiesView) -> Iterator[Entry]:
    for product in view.products:
        yield Entry(product.name.words, plain(product.summary), f"product-{product.id}")
    for customer in view.customers:
        numbers = " ".join(searchable(desk.lines) for desk in customer.desks)
        names = plain(customer.share, customer.agreed, *(desk.name for desk in customer.desks))
        yield Entry(customer.name.words, f"{names} {numbers}".strip(), f"customer-{customer.id}")


def _page(activity: Activity, book: _Book, words: Locale) -> Page:
    view = _view(activity, book)
    return Page(
        Address("activities", activity.id),
        activity.name,
        "activity",
        view,
        headings=tuple(_headings(view, words)),
        entries=(
            Entry(
                activity.name.words,
                plain(activity.summary, activity.workaround, activity.mbco),
                keywords=keywords(activity.keywords),
            ),
        ),
        aliases=activity.aliases,
        summary=plain(activity.summary),
    )


def _view(activity: Activity, book: _Book) -> ActivityView:
    index, node = book.index, Node("activity", activity.id)
    decided = activity.needs_no_plan
    return ActivityView(
        activity.summary,
        index.link("unit", activity.unit),
        activity.critical,
        activity.workaround,
        activity.mbco,
        book.plans.get(activity.id, ()),
        book.scenarios.get(activity.id, ()),
        decided,
        index.any_link(OWNERS, decided.by) if decided else None,
        tuple(_need(need, index) for need in sorted(activity.needs, key=_after)),
        book.deps.needs(node),
        book.deps.drawing((node,))[0],
        tuple(one for one in book.deps.dependents(node) if one.kind != "product"),
        activity.mtpd,
        activity.rto,
        activity.rpo,
        activity.priority,
        book.places[activity.id],
        index.any_link(OWNERS, activity.owner),
        index.links("product", activity.products),
        activity.busy,
        tuple(_impacts(activity, index.edition)),
    )


def _after(one: Need | Impact) -> Duration:
    return one.after


def _need(need: Need, index: Index) -> NeedAt:
    systems = index.links("system", need.systems)
    return NeedAt(need.after, need.people, need.desks, systems, need.other)


def _impacts(activity: Activity, edition: Edition) -> Iterator[ImpactLine]:
    programme = edition.plan.programme
    scale = sorted(programme.impact, key=lambda step: step.value) if programme else []
    for one in sorted(activity.impacts, key=_after):
        rank = sum(1 for step in scale if step.value <= one.impact)
        title = next((step.title for step in scale if step.value == one.impact), None)
        yield ImpactLine(one.after, one.impact, rank, len(scale), title, one.why)


def _headings(view: ActivityView, words: Locale) -> Iterator[Heading]:
    sections = (
        ("workaround", "workaround", True),
        ("plans", "plans", view.plans or view.scenarios or view.needs_no_plan),
        ("needs", "needs", view.needs),
        ("dependencies", "depends_on", view.dependencies),
        ("dependents", "dependents", view.dependents),
        ("figures", "figures", True),
        ("impact", "impact", view.impacts),
    )
    for id_, key, there in sections:
        if there:
            yield Heading(id_, words.say(f"activities.{key}"))
