"""Documents of sheets for tests, without any kind of sheet of the plan's."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from msgspec import Struct

from generator.model.text import Text
from generator.outputs.matrix import drawn
from generator.paper.document import Boxes, Document, Imprint, Paper
from generator.paper.typesetter import Source
from generator.views.sheets.sheet import Sheet

SOURCE = Source("en", drawn, lambda name: b"")


def imprint(**codes: str) -> Imprint:
    """An imprint of a made-up plan; ``codes`` by sheet name with ``_`` for ``/``."""
    return Imprint(
        Text.of("Example"),
        Text.of("Emergency plan"),
        "2026.3",
        date(2026, 10, 1),
        datetime(2026, 10, 1, tzinfo=UTC),
        {name.replace("_", "/"): code for name, code in codes.items()},
    )


class Poster(Struct, frozen=True):
    """What the template of exit posters reads."""

    what: Any


def sheet(view: Any, kind: str = "exit-poster", id_: str = "tower") -> Sheet:
    """A sheet of a view."""
    return Sheet(kind, id_, "Tower", "en", "staff", view, about=None)


def document(
    *sheets: Sheet, template: str, paper: Paper = Paper.A4, boxes: Boxes | None = None
) -> Document:
    """A document of sheets."""
    return Document("one.pdf", "One", "en", template, sheets, paper, boxes=boxes)
