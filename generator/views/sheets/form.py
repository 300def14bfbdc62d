"""What a form to fill in is made of: pages of rows, rows of numbered boxes, and tables.

The words of a box, column or form are ``sheet.form.…`` of the locale, by their ``key``; what
stands in it is the plan's.
"""

from __future__ import annotations

from msgspec import Struct

from generator.model.text import Text

Said = Text | str
"""A text of the plan, or words that were already put together."""


class Box(Struct, frozen=True):
    """A box with what is known in it, and room to write.

    ``share`` is its part of the row's width; ``lines`` how many lines there are to write on
    beneath what is known, none for all that the page has left. ``ticks``: each value has a box to
    tick before it. ``sketch``: squared ground to draw on instead of lines.
    """

    key: str
    number: str = ""
    share: int = 1
    value: tuple[Said, ...] = ()
    lines: int | None = 1
    ticks: bool = False
    sketch: bool = False


class Column(Struct, frozen=True):
    """A column; ``tick``: it holds boxes to tick."""

    key: str
    share: int = 1
    tick: bool = False


class Table(Struct, frozen=True):
    """A table with the rows that are known and empty ones after them.

    A cell is a text or several, one beneath the other. ``blank`` is the number of empty rows, None
    for as many as the page has room for; ``height`` that of an empty row in millimetres.
    """

    key: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[tuple[Said, ...], ...], ...] = ()
    number: str = ""
    blank: int | None = None
    height: int = 8


Row = tuple[Box, ...] | Table


class Form(Struct, frozen=True):
    """A form; ``key`` names its words. ``name`` is what people call it, such as ICS 201, if it has
    a name, and ``subject`` what this copy is about."""

    key: str
    name: str
    subject: Text | None
    boxes: tuple[tuple[Row, ...], ...]


def cell(*values: Said | None) -> tuple[Said, ...]:
    """A cell with those of the values that there are."""
    return tuple(value for value in values if value)
