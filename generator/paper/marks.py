"""What a template that is laid out twice says of its pages, by marks among them.

``#metadata(section) <first>`` and ``<last>`` stand at a section's first and last page (``<last>``
alone, for pages before all sections), ``#metadata(name) <place>`` where links may lead. A place
within a section and the section itself, as ``#`` and its code, are named by ``runbook:`` links.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from msgspec import Struct, field

from generator.paper.links import Place

ASKED: Final = """
query(selector(<first>).or(<last>).or(<place>)).map(one => {
  let at = one.location().position()
  (str(one.label), one.value, at.page, at.y.pt())
})
"""
"""Asks a document that is laid out for its marks: label, value, page from 1, points from above."""

Mark = tuple[str, str, int, float]


class Marks(Struct, frozen=True):
    """How many ``pages`` each section has, what the pages are called (``boxes.Labels``), and where
    the places are that links name; no places where the document has no such marks."""

    pages: Mapping[str, int] = field(default_factory=dict)
    labels: tuple[Mapping[str, Any], ...] = ()
    places: Mapping[str, Place] | None = None


def read_marks(found: list[Mark]) -> Marks:
    """The marks of a document, in their order."""
    spans = list(_spans(found))
    pages = {code: last - first + 1 for code, first, last in spans}
    return Marks(pages, tuple(_labels(found, spans)), dict(_places(found)))


Span = tuple[str, int, int]
"""A section's code, first and last page."""


def _spans(found: list[Mark]) -> Iterator[Span]:
    first = 1
    for label, value, page, _ in found:
        if label == "first":
            first = page
        elif label == "last":
            yield value, first, page


def _labels(found: list[Mark], spans: list[Span]) -> Iterator[dict[str, Any]]:
    """What a reader of the file is told of its pages, as it stands at their feet (ISO 32000-1,
    12.4.2). A left-hand page that stays empty has no number."""
    sections = {value for label, value, _, _ in found if label == "first"}
    following = 1
    for code, first, last in spans:
        if first > following:
            yield {"page": following, "prefix": "–", "numbered": False}
        prefix = f"{code}-" if code in sections else ""
        yield {"page": first, "prefix": prefix, "numbered": True}
        following = last + 1


def _places(found: list[Mark]) -> Iterator[tuple[str, Place]]:
    section, first = "", 1
    for label, value, page, below in found:
        if label == "first":
            section, first = value, page
            yield f"#{section}", Place(page, 0.0, f"{section}-1")
        elif label == "place":
            yield value, Place(page, below, f"{section}-{page - first + 1}")
