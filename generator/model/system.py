"""What activities run on: IT systems, and machines that are not easily replaced."""

from __future__ import annotations

from typing import Annotated

from generator.model.action import OwnerRef
from generator.model.activity import Dependency
from generator.model.base import About, Noun, SiteRef, SupplierRef
from generator.model.duration import Duration
from generator.model.text import Name, Text


class System(Noun, frozen=True, kw_only=True):
    """An IT application, service or installation."""

    name: Annotated[Name, About("Its name.", "Ticketing")]
    purpose: Annotated[Text | None, About("What it is for.", "Follows every incident.")] = None
    owner: Annotated[OwnerRef | None, About("Who answers for it.", "ict-lead")] = None
    sites: Annotated[
        tuple[SiteRef, ...], About("Where it runs; several if it can move.", ["dc-north"])
    ] = ()
    supplier: Annotated[
        SupplierRef | None, About("Who supplies or maintains it.", "wolkenrand")
    ] = None
    rto: Annotated[Duration | None, About("How long until it is back.", "2h")] = None
    rpo: Annotated[Duration | None, About("How much recent data may be lost.", "15 min")] = None
    dependencies: Annotated[
        tuple[Dependency, ...],
        About("What it depends on, besides its sites and supplier.", [{"on": "identity"}]),
    ] = ()


class Machine(Noun, frozen=True, kw_only=True):
    """A machine, vehicle or tool that is not easily replaced."""

    name: Annotated[Name, About("Its name.", {"en": "Deck oven"})]
    site: Annotated[SiteRef | None, About("Where it is.", "bakery")] = None
    supplier: Annotated[SupplierRef | None, About("Who repairs it.", "oven-service")] = None
    recovery: Annotated[Duration | None, About("How long until it works again.", "2 days")] = None
    dependencies: Annotated[
        tuple[Dependency, ...], About("What it depends on.", [{"on": "power"}])
    ] = ()
