"""Products, and the customers who buy them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from generator.model.product import Customer, Product
from generator.model.text import Text
from generator.views.page import Entry, Link
from generator.views.parts.contact import ContactLine, contact_lines, searchable
from generator.views.parts.index import Index
from generator.views.parts.search import plain


class ProductPart(Struct, frozen=True):
    """A product, the activities that it needs, and who buys it."""

    id: str
    aliases: tuple[str, ...]
    name: Text
    summary: Text | None
    owner: Link | None
    priority: int | None
    activities: tuple[Link, ...]
    customers: tuple[Link, ...]


class Desk(Struct, frozen=True):
    """Whom to ask for at a customer."""

    name: Text
    lines: tuple[ContactLine, ...]


class CustomerPart(Struct, frozen=True):
    """A customer whom the organisation cannot do without."""

    id: str
    aliases: tuple[str, ...]
    name: Text
    share: Text | None
    agreed: Text | None
    priority: int | None
    products: tuple[Link, ...]
    desks: tuple[Desk, ...]


def product_part(product: Product, index: Index) -> ProductPart:
    """A product with its links."""
    plan = index.edition.plan
    needed = tuple(one.id for one in plan.activities if product.id in one.products)
    buyers = tuple(one.id for one in plan.customers if product.id in one.products)
    return ProductPart(
        product.id,
        product.aliases,
        product.name,
        product.summary,
        index.owner(product.owner),
        product.priority,
        index.links("activity", needed),
        index.links("customer", buyers),
    )


def customer_part(customer: Customer, index: Index) -> CustomerPart:
    """A customer with the numbers to call."""
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


def product_entries(products: Iterable[ProductPart]) -> Iterator[Entry]:
    """How search finds products."""
    for product in products:
        yield Entry(product.name.words, plain(product.summary), f"product-{product.id}")


def customer_entries(customers: Iterable[CustomerPart]) -> Iterator[Entry]:
    """How search finds customers: by their names, desks and numbers."""
    for customer in customers:
        numbers = " ".join(searchable(desk.lines) for desk in customer.desks)
        names = plain(customer.share, customer.agreed, *(desk.name for desk in customer.desks))
        yield Entry(customer.name.words, f"{names} {numbers}".strip(), f"customer-{customer.id}")
