"""A person."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from generator.model.base import Noun, SiteRef, UnitRef
from generator.model.contact import Contact
from generator.model.text import Text


class Person(Noun):
    """Somebody who holds a role, stands in a call tree or belongs to a unit."""

    name: str = Field(
        min_length=1, description="The name as colleagues say it.", examples=["Noor Verhaegen"]
    )
    title: Text | None = Field(
        default=None, description="The position in normal times.", examples=["Network engineer"]
    )
    unit: UnitRef | None = Field(
        default=None, description="The unit the person belongs to.", examples=["network"]
    )
    site: SiteRef | None = Field(
        default=None, description="Where the person usually works.", examples=["tower"]
    )
    languages: tuple[str, ...] = Field(
        default=(), description="Languages the person speaks.", examples=[["nl", "en"]]
    )
    left: date | None = Field(
        default=None,
        description="The day the person left; whoever has left may hold nothing any more.",
        examples=["2026-08-31"],
    )
    contacts: tuple[Contact, ...] = Field(
        default=(),
        description="How to reach the person, the best way first.",
        examples=[[{"kind": "mobile", "value": "+33 1 99 00 12 34"}]],
    )
