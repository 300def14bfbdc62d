"""The matrix of risks, with the line of what is accepted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from generator.model.programme import ScaleStep
from generator.model.risk import Risk
from generator.views.parts.rating import Scales
from generator.views.parts.treatment import RiskLine


class Cell(Struct, frozen=True):
    """A place in the matrix. ``left`` and ``below`` are True where the line of what is accepted
    runs along that edge."""

    score: int
    above: bool
    left: bool
    below: bool
    risks: tuple[RiskLine, ...]


class Line(Struct, frozen=True):
    """A row of the matrix: one likelihood."""

    likelihood: ScaleStep
    cells: tuple[Cell, ...]


class Matrix(Struct, frozen=True):
    """The matrix: the greatest likelihood on top, the greatest impact on the right."""

    impacts: tuple[ScaleStep, ...]
    lines: tuple[Line, ...]


def matrix(risks: Sequence[Risk], lines: Sequence[RiskLine], scales: Scales) -> Matrix:
    """The matrix on the plan's scales; ``lines`` are those of the risks."""
    placed: dict[tuple[int, int], list[RiskLine]] = {}
    for risk, line in zip(risks, lines, strict=True):
        placed.setdefault((risk.rating.likelihood, risk.rating.impact), []).append(line)
    rows, columns = sorted(scales.likelihood), sorted(scales.impact)
    below, left = _before(rows), _before(columns)

    def cell(row: int, column: int) -> Cell:
        above = scales.above(row * column)
        under, beside = below[row], left[column]
        return Cell(
            row * column,
            above,
            above and beside is not None and not scales.above(row * beside),
            above and under is not None and not scales.above(under * column),
            tuple(placed.get((row, column), ())),
        )

    return Matrix(
        tuple(scales.impact[column] for column in columns),
        tuple(
            Line(scales.likelihood[row], tuple(cell(row, column) for column in columns))
            for row in reversed(rows)
        ),
    )


def _before(values: Sequence[int]) -> Mapping[int, int | None]:
    """Each value's next lower one, None for the lowest."""
    return dict(zip(values, (None, *values), strict=False))
