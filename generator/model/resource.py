"""What must lie ready, and papers that belong to the plan."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from generator.model.action import OwnerRef
from generator.model.base import About, Id, Noun, Part, PicturePath, SiteRef, SupplierRef
from generator.model.text import Text


class Item(Part, frozen=True, kw_only=True):
    """One thing in a resource."""

    id: Annotated[Id, About("A short stable name.", "torch")]
    title: Annotated[Text, About("What it is.", "Torch")]
    quantity: Annotated[int, About("How many.", 4, at_least=1)] = 1
    expires: Annotated[date | None, About("When it must be replaced.", "2027-06-30")] = None


class Resource(Noun, frozen=True, kw_only=True):
    """Something that must be ready, such as a grab bag (ISO 22301:2019, 8.3.4)."""

    title: Annotated[Text, About("What it is.", "Grab bag")]
    site: Annotated[SiteRef | None, About("Where it is.", "tower")] = None
    place: Annotated[Text | None, About("The place there.", "Behind reception")] = None
    supplier: Annotated[SupplierRef | None, About("Who provides it.", "belstroom")] = None
    owner: Annotated[OwnerRef | None, About("Who keeps it ready.", "people-lead")] = None
    checked: Annotated[date | None, About("When it was last checked.", "2026-09-01")] = None
    items: Annotated[
        tuple[Item, ...], About("What is in it.", [{"id": "torch", "title": "Torch"}])
    ] = ()


class Attachment(Noun, frozen=True, kw_only=True):
    """A paper or picture that belongs to the plan."""

    title: Annotated[Text, About("What it is.", "Network map")]
    file: Annotated[
        PicturePath, About("Its path, inside the plan's folder.", "papers/network-map.pdf")
    ]
    summary: Annotated[Text | None, About("What it shows.", "All nodes and links.")] = None
