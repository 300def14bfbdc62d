"""A word that is longer than a line breaks, or its sheet fails: none runs off the paper, into the
bleed or into another column."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2
import pytest

from generator.build import Opened
from generator.paper.document import Printing
from generator.paper.kinds import KINDS
from generator.paper.typesetter import Typeset
from tests.paper.long_words import WORDS, outside, overprinted, with_word
from tests.paper.printed import CODE, made, opened, sheets_of

EDGE, BLEED = 3, 3
"""Millimetres that text keeps from a cut, and that a print shop's pages have beyond it."""

ROUND = 0.3
"""Millimetres by which letters stand out of their line at most."""

FULL = ("wallet-cards", "action-cards")
"""These have no room for a word of fifty letters in each text, and say so."""

KINDS_OF_PAGES = [kind.name for kind in KINDS]


def documents(kind: str, at: Opened) -> Iterator[tuple[str, Typeset]]:
    """The files of a kind: their names, and what they become."""
    found = next(one for one in KINDS if one.name == kind)
    sheets = sheets_of(kind, at, "team", "nl")
    for document in found.together(sheets, Printing("nl"), kind):
        codes = {sheet.name: CODE for sheet in document.sheets}
        yield document.path, made(document, codes, None, at)


@pytest.mark.parametrize("word", ["letters", "address", "arabic"])
@pytest.mark.parametrize("kind", KINDS_OF_PAGES)
def test_no_letter_is_beyond_the_edge_or_on_another(kind: str, word: str) -> None:
    seen = 0
    for path, result in documents(kind, with_word(opened("bakkerij"), WORDS[word])):
        failed = {one.sheet for one in result.overflows}
        assert all(one.lines >= 1 for one in result.overflows)
        edge = EDGE - ROUND + (BLEED if "print-shop" in path else 0)
        for number, page in enumerate(pypdfium2.PdfDocument(result.pdf)):
            if kind == "wallet-cards" or not failed:
                assert [one.letter for one in outside(page, edge)] == [], (path, number)
            if not failed and word != "arabic":  # Its marks reach below the line as intended.
                assert overprinted(page) == [], (path, number)
            seen += 1
    assert seen
    assert failed == set() or kind in FULL
