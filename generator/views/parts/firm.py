"""A supplier as others name it: the number to tap, and what to quote."""

from __future__ import annotations

from msgspec import Struct

from generator.model.supplier import Supplier
from generator.model.text import Text
from generator.views.page import Link
from generator.views.parts.contact import ContactLine, contact_lines
from generator.views.parts.index import Index


class Firm(Struct, frozen=True):
    """A supplier with the number to tap first."""

    link: Link
    number: ContactLine | None
    contract: Text | None


def firm(id_: str | None, index: Index) -> Firm | None:
    """The supplier with an id; None if this reader knows of none."""
    supplier: Supplier | None = index.find("supplier", id_)
    link = index.link("supplier", id_)
    if supplier is None or link is None:
        return None
    desks = (supplier.primary, supplier.secondary)
    lines = (line for d in desks if d for line in contact_lines(d.contacts, index.edition))
    number = next((line for line in lines if line.dialled), None)
    return Firm(link, number, supplier.contract)
