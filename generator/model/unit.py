"""A unit of the organisation."""

from __future__ import annotations

from pydantic import Field

from generator.model.base import Noun, PersonRef, SiteRef, UnitRef
from generator.model.contact import Contact
from generator.model.text import Name, Text


class Unit(Noun):
    """A department, team or service."""

    name: Name = Field(description="The unit's name.", examples=["Network operations"])
    purpose: Text | None = Field(
        default=None, description="What it does, in a sentence.", examples=["Runs the backbone."]
    )
    head: PersonRef | None = Field(
        default=None, description="Who leads it.", examples=["noor-verhaegen"]
    )
    parent: UnitRef | None = Field(
        default=None, description="The unit it is part of.", examples=["technology"]
    )
    site: SiteRef | None = Field(
        default=None, description="Where it usually works.", examples=["tower"]
    )
    contacts: tuple[Contact, ...] = Field(
        default=(),
        description="The unit's shared numbers and addresses.",
        examples=[[{"kind": "mail", "value": "noc@scheldenet.example"}]],
    )
