"""What must lie ready, and papers that belong to the plan."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from generator.model.action import OwnerRef
from generator.model.base import Id, Noun, Part, PicturePath, SiteRef, SupplierRef
from generator.model.text import Text


class Item(Part):
    """One thing in a resource."""

    id: Id = Field(description="A short stable name.", examples=["torch"])
    title: Text = Field(description="What it is.", examples=["Torch"])
    quantity: int = Field(default=1, ge=1, description="How many.", examples=[4])
    expires: date | None = Field(
        default=None, description="When it must be replaced.", examples=["2027-06-30"]
    )


class Resource(Noun):
    """Something that must be ready, such as a grab bag (ISO 22301:2019, 8.3.4)."""

    title: Text = Field(description="What it is.", examples=["Grab bag"])
    site: SiteRef | None = Field(default=None, description="Where it is.", examples=["tower"])
    place: Text | None = Field(
        default=None, description="The place there.", examples=["Behind reception"]
    )
    supplier: SupplierRef | None = Field(
        default=None, description="Who provides it.", examples=["belstroom"]
    )
    owner: OwnerRef | None = Field(
        default=None, description="Who keeps it ready.", examples=["people-lead"]
    )
    checked: date | None = Field(
        default=None, description="When it was last checked.", examples=["2026-09-01"]
    )
    items: tuple[Item, ...] = Field(
        default=(), description="What is in it.", examples=[[{"id": "torch", "title": "Torch"}]]
    )


class Attachment(Noun):
    """A paper or picture that belongs to the plan."""

    title: Text = Field(description="What it is.", examples=["Network map"])
    file: PicturePath = Field(
        description="Its path, inside the plan's folder.", examples=["papers/network-map.pdf"]
    )
    summary: Text | None = Field(
        default=None, description="What it shows.", examples=["All nodes and links."]
    )
