"""The list of activities, what each unit depends on, products and customers."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from generator.derive.dependencies import Node
from generator.locales import Locale
from generator.model.activity import Activity
from generator.model.duration import Duration
from generator.model.text import Name, Text
from generator.views.page import Address, Entry, Heading, Link, Page
from generator.views.parts.activity_book import Book
from generator.views.parts.dependency import Thing
from generator.views.parts.drawing import Drawing
from generator.views.parts.products import (
    CustomerPart,
    ProductPart,
    customer_entries,
    customer_part,
    product_entries,
    product_part,
)


class Row(Struct, frozen=True):
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


class Listed(Struct, frozen=True):
    """An activity with what it needs, as a line of a list."""

    link: Link
    needs: tuple[Thing, ...]


class UnitPart(Struct, frozen=True):
    """What the activities of one unit need; ``cut``: the drawing shows only some of them."""

    id: str
    name: Text | None
    activities: tuple[Listed, ...]
    drawing: Drawing | None
    cut: bool


class ActivitiesView(Struct, frozen=True):
    """The table in recovery order, what each unit depends on, products and customers."""

    rows: tuple[Row, ...]
    units: tuple[UnitPart, ...]
    products: tuple[ProductPart, ...]
    customers: tuple[CustomerPart, ...]


def list_page(book: Book, words: Locale) -> Page:
    """The page with the lists."""
    plan = book.index.edition.plan
    rows = sorted((_row(activity, book) for activity in plan.activities), key=_place)
    view = ActivitiesView(
        tuple(rows),
        tuple(_units(book)),
        tuple(product_part(product, book.index) for product in plan.products),
        tuple(customer_part(customer, book.index) for customer in plan.customers),
    )
    title = words.say("kind.activities")
    return Page(
        Address("activities"),
        Name.of(title),
        "activities",
        view,
        headings=tuple(_headings(view, words)),
        entries=(
            Entry(title),
            *product_entries(view.products),
            *customer_entries(view.customers),
        ),
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


def _headings(view: ActivitiesView, words: Locale) -> Iterator[Heading]:
    if view.rows:
        yield Heading("table", words.say("activities.table"))
        yield Heading("dependencies", words.say("activities.dependencies"))
    for kind, found in (("products", view.products), ("customers", view.customers)):
        if found:
            yield Heading(kind, words.say(f"activities.{kind}"))
