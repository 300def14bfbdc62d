"""The list of activities, what each unit depends on, products and customers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.derive.dependencies import Node
from generator.derive.recovery import recovery_order
from generator.locales import Locale
from generator.model.activity import Activity, Customer, Product
from generator.model.duration import Duration
from generator.model.text import Name, Text
from generator.views.page import Address, Entry, Heading, Link, Page
from generator.views.parts.contact import ContactLine, contact_lines, searchable
from generator.views.parts.dependency import Dependencies, Thing
from generator.views.parts.drawing import Drawing
from generator.views.parts.index import Index
from generator.views.parts.search import plain

OWNERS = ("role", "person")


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


@dataclass(frozen=True)
class Book:
    """What the pages of all activities are made from.

    ``places`` are numbers in the recovery order; plans and scenarios are those of an activity.
    """

    deps: Dependencies
    places: dict[str, int]
    plans: dict[str, tuple[Link, ...]]
    scenarios: dict[str, tuple[Link, ...]]

    @property
    def index(self) -> Index:
        """The edition's things."""
        return self.deps.index


def book_of(index: Index) -> Book:
    """What the pages of an edition are made from."""
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
    return Book(
        deps,
        {place.node.id: number for number, place in enumerate(order, 1)},
        {id_: tuple(links) for id_, links in plans.items()},
        {id_: tuple(links) for id_, links in scenarios.items()},
    )


def list_page(book: Book, words: Locale) -> Page:
    """The page with the lists."""
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


def _row(activity: Activity, book: Book) -> Row:
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


def _units(book: Book) -> Iterator[UnitPart]:
    """The units that do something, in the plan's order, then what no unit does."""
    plan = book.index.edition.plan
    known = {unit.id: unit.name for unit in plan.units}
    done: dict[str, list[Activity]] = {id_: [] for id_ in (*known, "")}
    for activity in plan.activities:
        done[activity.unit if activity.unit in known else ""].append(activity)
    for id_, activities in done.items():
        if activities:
            yield _unit(f"unit-{id_}" if id_ else "no-unit", known.get(id_), activities, book)


def _unit(id_: str, name: Text | None, activities: list[Activity], book: Book) -> UnitPart:
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
    some = cut or 0 < len(important) < len(nodes)
    return UnitPart(id_, name, tuple(listed), drawing, some and drawing is not None)


def _product(product: Product, book: Book) -> ProductPart:
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
