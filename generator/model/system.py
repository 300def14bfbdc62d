"""What activities run on: IT systems, and machines that are not easily replaced."""

from __future__ import annotations

from pydantic import Field

from generator.model.action import OwnerRef
from generator.model.activity import Dependency
from generator.model.base import Noun, SiteRef, SupplierRef
from generator.model.duration import Duration
from generator.model.text import Name, Text


class System(Noun):
    """An IT application, service or installation."""

    name: Name = Field(description="Its name.", examples=["Ticketing"])
    purpose: Text | None = Field(
        default=None, description="What it is for.", examples=["Follows every incident."]
    )
    owner: OwnerRef | None = Field(
        default=None, description="Who answers for it.", examples=["ict-lead"]
    )
    sites: tuple[SiteRef, ...] = Field(
        default=(), description="Where it runs; several if it can move.", examples=[["dc-north"]]
    )
    supplier: SupplierRef | None = Field(
        default=None, description="Who supplies or maintains it.", examples=["wolkenrand"]
    )
    rto: Duration | None = Field(
        default=None, description="How long until it is back.", examples=["2h"]
    )
    rpo: Duration | None = Field(
        default=None, description="How much recent data may be lost.", examples=["15 min"]
    )
    dependencies: tuple[Dependency, ...] = Field(
        default=(),
        description="What it depends on, besides its sites and supplier.",
        examples=[[{"on": "identity"}]],
    )


class Machine(Noun):
    """A machine, vehicle or tool that is not easily replaced."""

    name: Name = Field(description="Its name.", examples=[{"en": "Deck oven"}])
    site: SiteRef | None = Field(default=None, description="Where it is.", examples=["bakery"])
    supplier: SupplierRef | None = Field(
        default=None, description="Who repairs it.", examples=["oven-service"]
    )
    recovery: Duration | None = Field(
        default=None, description="How long until it works again.", examples=["2 days"]
    )
    dependencies: tuple[Dependency, ...] = Field(
        default=(), description="What it depends on.", examples=[[{"on": "power"}]]
    )
