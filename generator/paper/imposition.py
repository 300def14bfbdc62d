"""Where cards lie on a sheet of paper, and where their backs must lie to be behind them.

Millimetres from the left and upper edges of the page as it is printed.
"""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from generator.paper.document import Paper

CARD_SIZE: Final = (85.60, 53.98)
"""ISO/IEC 7810, ID-1."""

Place = tuple[float, float]


class Grid(Struct, frozen=True):
    """Butted cards in the middle of a page."""

    paper: Paper
    columns: int
    rows: int

    @property
    def count(self) -> int:
        """How many cards a page holds."""
        return self.columns * self.rows

    @property
    def block(self) -> tuple[float, float, float, float]:
        """Left, upper, width and height of all cards together."""
        width, height = self.columns * CARD_SIZE[0], self.rows * CARD_SIZE[1]
        page = self.paper.size
        return (_mm((page[0] - width) / 2), _mm((page[1] - height) / 2), _mm(width), _mm(height))

    def fronts(self) -> tuple[Place, ...]:
        """The upper left corner of each front, row by row."""
        cells = ((column, row) for row in range(self.rows) for column in range(self.columns))
        return tuple(self._at(column, row) for column, row in cells)

    def backs(self, duplex: str) -> tuple[Place, ...]:
        """The upper left corner of the back of each front, in the fronts' order.

        Over the long edge left becomes right. Over the short edge above becomes below, and backs
        have to stand upside down: then a card reads the same, whichever way the printer turns.
        """
        last = self.columns - 1, self.rows - 1
        cells = ((column, row) for row in range(self.rows) for column in range(self.columns))
        if duplex == "short":
            return tuple(self._at(column, last[1] - row) for column, row in cells)
        return tuple(self._at(last[0] - column, row) for column, row in cells)

    def folded(self) -> tuple[Place, ...]:
        """The upper left corner of each front of a card whose back lies at its right."""
        return tuple(self._at(0, row) for row in range(self.rows))

    def _at(self, column: int, row: int) -> Place:
        left, top, *_ = self.block
        return (_mm(left + column * CARD_SIZE[0]), _mm(top + row * CARD_SIZE[1]))


def grid(paper: Paper) -> Grid:
    """Ten cards on A4, eight on Letter."""
    return Grid(paper, 2, 5 if paper is Paper.A4 else 4)


def _mm(value: float) -> float:
    return round(value, 3)
