"""A view with something of every sort in it, and its facts."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from generator.model.contact import Channel
from generator.model.duration import Duration
from generator.model.span import Span
from generator.model.text import Name, Text
from generator.paper.facts import Fact, facts_of
from generator.views.page import Address, Link
from generator.views.parts.contact import ContactLine
from generator.views.sheets.sheet import Photo, Qr, Sheet

NUMBER = ContactLine(Channel.PHONE, "+33 1 99 00 00 01", "tel:+33199000001", "33199000001")


class Colour(StrEnum):
    RED = "red"
    GREEN = "green"


class Row(Struct, frozen=True):
    """A line of a list that has a name."""

    name: Text
    numbers: tuple[ContactLine, ...] = ()
    urgent: bool = False


class View(Struct, frozen=True):
    """A view with a leaf of every sort."""

    title: Text
    lasted: Span
    count: int = 0
    share: float = 0.5
    open: bool = False
    colour: Colour = Colour.RED
    within: Duration | None = None
    day: date | None = None
    code: Qr | None = None
    map: Photo | None = None
    where: Link | None = None
    branch: tuple[Row, ...] = ()
    steps: tuple[Text, ...] = ()
    pair: tuple[int, ...] = ()
    by_name: Any = ()


FULL = View(
    Text.of("Tower"),
    Span(date(2026, 1, 1), date(2026, 1, 2)),
    count=3,
    within=Duration(60),
    day=date(2026, 1, 3),
    code=Qr("tel:+33199000009", "Dial"),
    map=Photo("pictures/map.svg", "The lawn"),
    where=Link(Address("sites", "tower"), Text.of("Tower"), "way"),
    branch=(Row(Name.of("Lead"), (NUMBER,)), Row(Name.of("Scribe"), (), True)),
    steps=(Text.of("Leave."), Text.of("Call.")),
    pair=(1, 2),
    by_name={"a": Text.of("x")},
)


def sheet(view: Any, **changes: Any) -> Sheet:
    return replace(Sheet("probe", "one", "One", "en", "staff", view), **changes)


def facts(view: Any, picture: bytes = b"map") -> tuple[Fact, ...]:
    return facts_of(sheet(view), lambda name: picture)
