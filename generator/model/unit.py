"""A unit of the organisation."""

from __future__ import annotations

from typing import Annotated

from generator.model.base import About, Noun, PersonRef, SiteRef, UnitRef
from generator.model.contact import Contact
from generator.model.text import Name, Text


class Unit(Noun, frozen=True, kw_only=True):
    """A department, team or service."""

    name: Annotated[Name, About("The unit's name.", "Network operations")]
    purpose: Annotated[
        Text | None,
        About("What it does, in a sentence.", "Runs the backbone."),
    ] = None
    head: Annotated[PersonRef | None, About("Who leads it.", "noor-verhaegen")] = None
    parent: Annotated[UnitRef | None, About("The unit it is part of.", "technology")] = None
    site: Annotated[SiteRef | None, About("Where it usually works.", "tower")] = None
    contacts: Annotated[
        tuple[Contact, ...],
        About(
            "The unit's shared numbers and addresses.",
            [{"kind": "mail", "value": "noc@scheldenet.example"}],
        ),
    ] = ()
