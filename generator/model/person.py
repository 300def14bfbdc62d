"""A person."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from generator.model.base import About, Noun, SiteRef, UnitRef
from generator.model.contact import Contact
from generator.model.text import Text


class Person(Noun, frozen=True, kw_only=True):
    """Somebody who holds a role, stands in a call tree or belongs to a unit."""

    name: Annotated[str, About("The name as colleagues say it.", "Noor Verhaegen", fewest=1)]
    title: Annotated[Text | None, About("The position in normal times.", "Network engineer")] = None
    unit: Annotated[UnitRef | None, About("The unit the person belongs to.", "network")] = None
    site: Annotated[SiteRef | None, About("Where the person usually works.", "tower")] = None
    languages: Annotated[tuple[str, ...], About("Languages the person speaks.", ["nl", "en"])] = ()
    left: Annotated[
        date | None,
        About("The day the person left; whoever has left may hold nothing any more.", "2026-08-31"),
    ] = None
    contacts: Annotated[
        tuple[Contact, ...],
        About(
            "How to reach the person, the best way first.",
            [{"kind": "mobile", "value": "+33 1 99 00 12 34"}],
        ),
    ] = ()
