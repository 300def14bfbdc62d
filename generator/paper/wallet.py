"""Wallet cards as documents: to cut from office paper, to fold, and for a print shop.

ISO/IEC 7810 ID-1: 85.60 x 53.98 mm. Large orders are split into files of ``CARDS`` each, so that
a change of one card sets only its own file anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from msgspec.structs import replace

from generator.jobs import shares
from generator.locales import Locale, locale
from generator.paper.data import phrase
from generator.paper.document import Boxes, Document, Fitting, Printing
from generator.paper.imposition import CARD_SIZE, grid
from generator.views.sheets.sheet import Sheet

CARDS: Final = 50
"""The most cards in a file: full sheets of A4; on Letter two less."""

BLEED: Final = 3.0
"""Millimetres that the print goes beyond the cut on each side."""

TEMPLATE: Final = "wallet_cards"
FITTING: Final = Fitting("wallet_fits", ("card", "back"))
"""The same for all three versions, so that a card is measured once."""


def wallet_files(sheets: tuple[Sheet, ...], printing: Printing, name: str) -> Iterator[Document]:
    """All cards in three versions: cut, fold and print shop."""
    size = CARDS - CARDS % grid(printing.paper).count
    lots = [*shares(sheets, size)]
    for number, lot in enumerate(lots, 1):
        part = f"-{number}" if len(lots) > 1 else ""
        yield _document(f"{name}{part}.pdf", "cut", lot, printing)
        yield _document(f"{name}-fold{part}.pdf", "fold", lot, printing)
        yield _document(f"{name}-print-shop{part}.pdf", "shop", lot, printing)


def wallet_card(sheet: Sheet, printing: Printing, name: str) -> Document:
    """One card, to fold."""
    return _document(f"{name}/{sheet.id}.pdf", "fold", (sheet,), printing)


def shown_card(document: Document) -> Document:
    """What a site shows of a card: its two sides, each a page of its size."""
    return replace(document, options={**document.options, "layout": "shop", "bleed": 0.0})


_TITLES: Final = {"cut": "title", "fold": "fold_title", "shop": "shop_title"}


def _document(path: str, layout: str, sheets: Sequence[Sheet], printing: Printing) -> Document:
    title = locale(printing.language).say(f"sheet.wallet.{_TITLES[layout]}")
    if len(sheets) == 1:
        title = f"{title}: {sheets[0].title}"
    return Document(
        path,
        title,
        printing.language,
        TEMPLATE,
        tuple(sheets),
        printing.paper,
        _options(layout, printing),
        Boxes(BLEED, BLEED) if layout == "shop" else None,
        checked=False,
        fitting=FITTING,
    )


def _options(layout: str, printing: Printing) -> dict[str, Any]:
    """What the template needs to place cards: see ``imposition.py``."""
    cells = grid(printing.paper)
    back = locale(printing.back_language or printing.language)
    return {
        "layout": layout,
        "card": CARD_SIZE,
        "bleed": BLEED,
        "fronts": cells.fronts(),
        "backs": [(*place, printing.duplex == "short") for place in cells.backs(printing.duplex)],
        "folded": cells.folded(),
        "block": cells.block,
        "columns": cells.columns,
        "rows": cells.rows,
        "back": {"lang": back.tag.partition("-")[0], "words": _words(back)},
    }


def _words(back: Locale) -> dict[str, str]:
    """The words of the backs, by the keys that templates know."""
    return {
        key.removeprefix("sheet."): phrase(words, back)
        for key, words in back.words.items()
        if key.startswith(("sheet.wallet.", "sheet.revision", "sheet.code", "step.do_not"))
    }
