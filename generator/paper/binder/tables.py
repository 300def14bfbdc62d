"""Tables of an article as block nodes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from generator.paper.binder.markup import Element

if TYPE_CHECKING:
    from generator.paper.binder.blocks import Blocks


def table(element: Element, blocks: Blocks) -> Iterator[dict[str, Any]]:
    """The block of a table, unless it has no cells."""
    rows = [row for row in element.all() if row.tag == "tr"]
    heads = [row for part in element.elements() if part.tag == "thead" for row in part.elements()]
    made = [[_cell(one, blocks) for one in row.elements()] for row in rows]
    _unlink(made[: len(heads)])
    width = max((sum(one["wide"] for one in row) for row in made), default=0)
    if width:
        kind = "matrix" if "rb-matrix" in element.classes else ""
        yield {"k": "table", "columns": width, "head": len(heads), "rows": made, "style": kind}


def _unlink(value: Any) -> None:
    """Make links among nodes plain words: a head that comes again on each page may hold none."""
    if isinstance(value, list):
        for one in value:
            _unlink(one)
    elif isinstance(value, dict):
        if value.get("k") in ("link", "url"):
            value["k"] = "span"
        for one in value.values():
            _unlink(one)


def _cell(element: Element, blocks: Blocks) -> dict[str, Any]:
    return {
        "wide": int(element.attributes.get("colspan", "1")),
        "tall": int(element.attributes.get("rowspan", "1")),
        "strong": element.tag == "th",
        "over": "rb-matrix__cell--above" in element.classes,
        "body": blocks.of(element.children),
    }
