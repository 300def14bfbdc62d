"""What marks among the pages say."""

from __future__ import annotations

from generator.paper.links import Place
from generator.paper.marks import Mark, read_marks

FOUND: list[Mark] = [
    ("last", "replace", 1, 400.0),
    ("first", "0", 3, 60.0),
    ("last", "0", 5, 90.0),
    ("first", "S1", 7, 60.0),
    ("place", "scenarios/fire.html#call", 8, 123.5),
    ("last", "S1", 8, 700.0),
]
"""One page before all, three of section 0 after an empty one, two of S1 after another."""


def test_sections_have_their_pages() -> None:
    assert read_marks(FOUND).pages == {"replace": 1, "0": 3, "S1": 2}


def test_pages_are_called_as_their_feet_say_and_empty_ones_not_at_all() -> None:
    labels = [(one["page"], one["prefix"], one["numbered"]) for one in read_marks(FOUND).labels]
    assert labels == [
        (1, "", True), (2, "–", False), (3, "0-", True), (6, "–", False), (7, "S1-", True),
    ]  # fmt: skip


def test_places_know_their_page_and_what_it_is_called() -> None:
    assert read_marks(FOUND).places == {
        "#0": Place(3, 0.0, "0-1"),
        "#S1": Place(7, 0.0, "S1-1"),
        "scenarios/fire.html#call": Place(8, 123.5, "S1-2"),
    }
