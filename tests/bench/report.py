"""The figures as tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median

from msgspec import Struct

from tests.bench.contenders import OURS, UNSEALED, YARDSTICK
from tests.bench.measure import Cost, Size


class Result(Struct, frozen=True):
    """One contender at one size: the cost of each round, and the size of its site."""

    pages: int
    costs: Sequence[Cost]
    size: Size

    @property
    def seconds(self) -> float:
        """The median by the clock."""
        return median(cost.seconds for cost in self.costs)

    @property
    def cpu(self) -> float:
        """The median of processor time."""
        return median(cost.cpu for cost in self.costs)

    @property
    def memory(self) -> float:
        """The highest peak, in MB."""
        return max(cost.memory for cost in self.costs)

    @property
    def page_bytes(self) -> float:
        """HTML bytes of a page."""
        return self.size.html / max(self.size.pages, 1)


_HEAD = (
    "",
    "median s",
    "min–max s",
    "CPU s",
    "ms/page",
    "HTML B/page",
    "site MB",
    "peak MB",
    "s ratio",
    "CPU ratio",
)


def table(results: Mapping[str, Result]) -> str:
    """All contenders at one size; ratios are to the yardstick."""
    rows = [_HEAD, *(_row(name, one, results.get(YARDSTICK)) for name, one in results.items())]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )


def _row(name: str, result: Result, yardstick: Result | None) -> tuple[str, ...]:
    times = [cost.seconds for cost in result.costs]
    return (
        name,
        f"{result.seconds:.2f}",
        f"{min(times):.2f}–{max(times):.2f}",
        f"{result.cpu:.2f}",
        f"{1000 * result.seconds / result.pages:.2f}",
        f"{result.page_bytes:,.0f}",
        f"{result.size.all / 1e6:.1f}",
        f"{result.memory:.0f}",
        f"{result.seconds / yardstick.seconds:.2f}" if yardstick else "–",
        f"{result.cpu / yardstick.cpu:.2f}" if yardstick else "–",
    )


def seal(results: Mapping[str, Result]) -> str:
    """What the seal adds to a build."""
    if not {OURS, UNSEALED} <= results.keys():
        return "The seal: measure ours with it and without."
    ours, without = results[OURS], results[UNSEALED]
    return (
        f"The seal: {ours.seconds - without.seconds:+.2f} s, {ours.cpu - without.cpu:+.2f} CPU s, "
        f"{ours.memory - without.memory:+.0f} MB"
    )


def growth(found: Mapping[int, Mapping[str, Result]]) -> str:
    """How ours grows from the smallest to the largest size; the goal is linear, 1.15 at most.

    Two points give the cost of starting and that of a page, so that both figures are told: what a
    page costs with its share of the start, and without it.
    """
    ours = [results[OURS] for _, results in sorted(found.items()) if OURS in results]
    if len(ours) < 2:
        return "Growth: measure at least two sizes."
    small, large = ours[0], ours[-1]
    lines = [
        f"Growth of ours, {large.pages} pages against {small.pages}:",
        f"  ms a page, whole process: {_per_page(large) / _per_page(small):.2f}",
        f"  CPU ms a page: {large.cpu / large.pages / (small.cpu / small.pages):.2f}",
        f"  HTML bytes a page: {large.page_bytes / small.page_bytes:.2f}",
    ]
    if len(ours) > 2:
        middle = ours[len(ours) // 2]
        steep = _slope(middle, large) / _slope(small, middle)
        lines.append(
            f"  CPU ms of each further page: {1000 * _slope(small, middle):.2f} up to "
            f"{middle.pages}, {1000 * _slope(middle, large):.2f} up to {large.pages}: {steep:.2f}"
        )
    return "\n".join(lines)


def _per_page(result: Result) -> float:
    return result.seconds / result.pages


def _slope(small: Result, large: Result) -> float:
    return (large.cpu - small.cpu) / max(large.pages - small.pages, 1)
