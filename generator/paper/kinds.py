"""The kinds of sheets that are printed: one explicit registry.

A kind knows its sheets and the documents that they become. ``per sheet`` documents are what the
site offers beside a page; ``together`` are those that somebody prints in one go.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct

from generator.jobs import shares
from generator.locales import locale
from generator.paper.binder.document import binders, whole_binder
from generator.paper.document import Document, Fitting
from generator.paper.document import Printing as Printing
from generator.paper.wallet import shown_card, wallet_card, wallet_files
from generator.problems import PlanError, Position, Problem, listed, suggestion
from generator.source.folder import display
from generator.views.sheets import action_cards, call_sheets, exit_posters, forms, wallet_cards
from generator.views.sheets.sheet import Order, Sheet

Sheets = Callable[[Order], Iterable[Sheet]]


def _same(document: Document) -> Document:
    return document


class Kind(Struct, frozen=True):
    """A kind of sheet: its name on the command line (also the stem of its files and, with
    underscores, of its template), its sheets, and its documents.

    ``shown`` are the pages of a single document that a site shows as pictures, ``ppi`` pixels an
    inch; ``picture`` gives the document that is shown, where it isn't the printed one.
    ``two_languages``: the backs of its sheets may be in another language than the fronts.
    """

    name: str
    sheets: Sheets
    together: Callable[[tuple[Sheet, ...], Printing, str], Iterator[Document]]
    single: Callable[[Sheet, Printing, str], Document]
    shown: int = 1
    ppi: float = 50
    picture: Callable[[Document], Document] = _same
    two_languages: bool = False


TOGETHER = 80
"""The most sheets in one file: Typst takes some 8 MB of memory for each page that it sets."""

FITTING: Final = {"action-cards": Fitting("action_fits")}
"""How sheets are measured, of those kinds that are."""


def one_file(sheets: tuple[Sheet, ...], printing: Printing, name: str) -> Iterator[Document]:
    """All sheets of a kind in one file; where they are many, in several."""
    lots = [*shares(sheets, TOGETHER)] or [()]
    for number, lot in enumerate(lots, 1):
        part = f"-{number}" if len(lots) > 1 else ""
        yield Document(
            f"{name}{part}.pdf",
            locale(printing.language).say(f"paper.kind.{name}"),
            printing.language,
            name.replace("-", "_"),
            tuple(lot),
            printing.paper,
            fitting=FITTING.get(name),
        )


def one_sheet(sheet: Sheet, printing: Printing, name: str) -> Document:
    """One sheet in a file of its own."""
    return Document(
        f"{name}/{sheet.id}.pdf",
        sheet.title,
        printing.language,
        name.replace("-", "_"),
        (sheet,),
        printing.paper,
        fitting=FITTING.get(name),
    )


def _binder_sheets(order: Order) -> Iterable[Sheet]:
    # Only here: what makes articles takes longer to load than the other kinds need.
    from generator.paper.binder.sheets import sheets

    return sheets(order)


KINDS: tuple[Kind, ...] = (
    Kind("wallet-cards", wallet_cards.sheets, wallet_files, wallet_card, 2, 150, shown_card, True),
    Kind("action-cards", action_cards.sheets, one_file, one_sheet),
    Kind("exit-posters", exit_posters.sheets, one_file, one_sheet),
    Kind("call-sheets", call_sheets.sheets, one_file, one_sheet),
    Kind("forms", forms.sheets, one_file, one_sheet),
    Kind("binder", _binder_sheets, binders, whole_binder),
)

ON_SITE: tuple[Kind, ...] = tuple(kind for kind in KINDS if kind.name != "binder")
"""Those that a site offers unless more is asked for. A binder takes longer to set than the whole
site, and repeats what a phone that saved the plan has already."""


def chosen_kinds(names: Sequence[str], place: Path) -> tuple[Kind, ...]:
    """The kinds named, or all. PlanError for one that there isn't."""
    known = {kind.name: kind for kind in KINDS}
    for name in names:
        if name not in known:
            raise PlanError(
                [
                    Problem(
                        "unknown-sheet",
                        f"There is no kind of sheet `{name}`.",
                        Position(display(place)),
                        suggestion(name, known) or f"There are {listed(known)}.",
                    )
                ]
            )
    return tuple(known[name] for name in names) or KINDS
