"""A cascade as a drawing for paper: boxes in columns, over as many sheets as it needs.

What is too tall or too deep for one page is cut where branches begin: first those who are called
first, each with the page on which their branch is drawn, then branch by branch.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from generator.views.parts.calls import Callee
from generator.views.sheets.call_places import Called, Spot, called

ROWS, COLUMNS = 10, 4
"""Boxes above and beside one another on a landscape page, A4 or Letter."""


class TreeBox(Struct, frozen=True):
    """A box in a column from 0, with its middle at a row from 0. The ``branch`` of ``who`` are
    called from here too, but their boxes hang on others. ``order`` counts those whom one caller
    calls; 0 for the first box of all. ``page`` is where its branch goes on, or 0."""

    who: Called
    column: int
    row: float
    order: int
    page: int = 0


class TreePage(Struct, frozen=True):
    """A page of a drawing: its boxes, and which calls which (both from 0)."""

    boxes: tuple[TreeBox, ...]
    lines: tuple[tuple[int, int], ...]


class _Cut(Struct, frozen=True):
    """What stands on a page: a caller, and the first ones it calls, perhaps without theirs."""

    caller: Spot | None
    calls: tuple[Spot, ...]
    first: int
    whole: bool


def tree_pages(start: Callee | None, found: Sequence[Spot]) -> tuple[TreePage, ...]:
    """The pages on which a cascade is drawn, from whoever starts it."""
    top = Spot("", start, tuple(found)) if start else None
    cuts = tuple(_cuts(top, tuple(found)))
    begun = {cut.caller.id: n for n, cut in reversed([*enumerate(cuts, 1)]) if cut.caller}
    return tuple(_page(cut, begun) for cut in cuts)


def _cuts(caller: Spot | None, calls: tuple[Spot, ...]) -> Iterator[_Cut]:
    depth = max(map(_depth, calls), default=0) + bool(caller)
    if sum(map(_leaves, calls)) <= ROWS and depth <= COLUMNS:
        yield _Cut(caller, calls, 1, whole=True)
        return
    for first in range(0, len(calls), ROWS):
        yield _Cut(caller, calls[first : first + ROWS], first + 1, whole=False)
    for one in calls:
        if one.calls:
            yield from _cuts(one, one.calls)


def _leaves(spot: Spot) -> int:
    return sum(map(_leaves, spot.calls)) or 1


def _depth(spot: Spot) -> int:
    return 1 + max(map(_depth, spot.calls), default=0)


def _page(cut: _Cut, begun: dict[str, int]) -> TreePage:
    drawing = _Drawing(cut.whole, begun)
    if cut.caller is None:
        drawing.below(cut.calls, cut.first, 0, None)
    else:
        at = drawing.add(cut.caller, 0, 0)
        drawing.stand(at, drawing.below(cut.calls, cut.first, 1, at))
    return TreePage(tuple(drawing.boxes), tuple(drawing.lines))


class _Drawing:
    """Places boxes from top to bottom; a caller stands midway between those whom it calls."""

    def __init__(self, whole: bool, begun: dict[str, int]) -> None:
        self.boxes: list[TreeBox] = []
        self.lines: list[tuple[int, int]] = []
        self._whole, self._begun = whole, begun
        self._row = 0

    def add(self, spot: Spot, column: int, order: int, page: int = 0) -> int:
        """Add a box in the next free row."""
        who = called(spot.who, spot.elsewhere)
        self.boxes.append(TreeBox(who, column, self._row, order, page))
        return len(self.boxes) - 1

    def below(
        self, spots: Iterable[Spot], first: int, column: int, caller: int | None
    ) -> list[float]:
        """Add those whom one calls, with their branches; the rows of their boxes."""
        rows = []
        for order, spot in enumerate(spots, first):
            cut = bool(spot.calls) and not self._whole
            at = self.add(spot, column, order, self._begun[spot.id] if cut else 0)
            if caller is not None:
                self.lines.append((caller, at))
            calls = () if cut else spot.calls
            rows.append(self.stand(at, self.below(calls, 1, column + 1, at)))
        return rows

    def stand(self, at: int, rows: list[float]) -> float:
        """Put a box midway between rows; one without any takes a row of its own."""
        if not rows:
            self._row += 1
            return self.boxes[at].row
        self.boxes[at] = replace(self.boxes[at], row=(rows[0] + rows[-1]) / 2)
        return self.boxes[at].row
