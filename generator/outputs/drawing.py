"""Drawings as SVG: Graphviz finds the places, our own template draws.

Graphviz never sees a word: it would measure with the fonts of the machine that builds. Sizes are
worked out here, so the same plan gives the same drawing everywhere.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from msgspec import Struct

from generator.views.page import Address
from generator.views.parts.drawing import Arrow, Box, Drawing

if TYPE_CHECKING:
    import pygraphviz  # type: ignore[import-untyped]

WIDTH, LINE, PAD = 208, 18, 11
"""A box's width, the height of a line and the space within, in pixels."""

LETTERS = 23
"""Letters in a line; those of double width count twice."""

WIDEST = 1100
"""A drawing that would be wider than this from left to right runs from top to bottom."""

_POINTS = 72
_HEAD = 9
_GAP = 60
"""Between columns, Graphviz leaves less than this."""


class PlacedBox(Struct, frozen=True):
    """A box with its upper left corner, its height and its text in lines."""

    box: Box
    x: float
    y: float
    height: int
    title: tuple[str, ...]
    detail: tuple[str, ...]


class PlacedArrow(Struct, frozen=True):
    """An arrow as SVG paths: its line and its head."""

    line: str
    head: str
    dashed: bool


class Placed(Struct, frozen=True):
    """A drawing with the place of everything in it."""

    width: float
    height: float
    boxes: tuple[PlacedBox, ...]
    arrows: tuple[PlacedArrow, ...]


def drawn(drawing: Drawing, href: Callable[[Address, str], str], widest: int = WIDEST) -> Markup:
    """The drawing as inline SVG; ``href`` makes the link from the page that it is on.

    It is hidden from screen readers, and its links from the keyboard: beside it must stand a list
    that says the same.
    """
    template = _environment().get_template("drawing.svg")
    text = template.render(
        placed=placed(drawing, widest), href=href, width=WIDTH, line=LINE, pad=PAD
    )
    return Markup(text)  # noqa: S704 - escaped by the template


@lru_cache(maxsize=500)
def placed(drawing: Drawing, widest: int = WIDEST) -> Placed:
    """Find the places: from left to right, or from top to bottom where that gets wider than
    ``widest``; unless it would only get wider, and no screen needs it."""
    across = _placed(drawing, "LR")
    if across.width <= widest:
        return across
    down = _placed(drawing, "TB")
    return across if across.width <= min(down.width, WIDEST) else down


def _placed(drawing: Drawing, direction: str) -> Placed:
    # Only here, because it is slow to load, takes 8 MB, and few of a plan's pages have a drawing.
    import pygraphviz

    texts = {box.id: _texts(box) for box in drawing.boxes}
    graph = pygraphviz.AGraph(
        directed=True, strict=False, rankdir=direction, ordering="out", nodesep="0.22",
        ranksep="0.6",
    )  # fmt: skip
    for box in drawing.boxes:
        _add_box(graph, box.id, _height(*texts[box.id]))
    for number, arrow in enumerate(drawing.arrows):
        _add_arrow(graph, arrow, str(number), direction)
    graph.layout(prog="dot")
    x, y, width, height = map(float, graph.graph_attr["bb"].split(","))
    frame = _Frame(-x, height)
    boxes = {box.id: _box(box, graph, frame, *texts[box.id]) for box in drawing.boxes}
    arrows = (_arrow(arrow, graph, str(n), frame) for n, arrow in enumerate(drawing.arrows))
    if direction == "LR" and not drawing.tangled:
        pairs = zip(drawing.arrows, arrows, strict=True)
        arrows = (_elbow(boxes[a.source], boxes[a.target], a.dashed) or p for a, p in pairs)
    return Placed(_round(width - x), _round(height - y), tuple(boxes.values()), tuple(arrows))


def _add_box(graph: pygraphviz.AGraph, name: str, height: int) -> None:
    graph.add_node(
        name, label="", shape="box", fixedsize="true", margin="0",
        width=str(WIDTH / _POINTS), height=str(height / _POINTS),
    )  # fmt: skip


def _add_arrow(graph: pygraphviz.AGraph, arrow: Arrow, key: str, direction: str) -> None:
    tail, head = ("e", "w") if direction == "LR" else ("s", "n")
    graph.add_edge(arrow.source, arrow.target, key=key, tailport=tail, headport=head)


class _Frame(Struct, frozen=True):
    """Graphviz counts from the lower left corner, SVG from the upper left one."""

    left: float
    top: float

    def point(self, text: str) -> tuple[float, float]:
        x, y = map(float, text.split(","))
        return _round(x + self.left), _round(self.top - y)


def _box(
    box: Box,
    graph: pygraphviz.AGraph,
    frame: _Frame,
    title: tuple[str, ...],
    detail: tuple[str, ...],
) -> PlacedBox:
    x, y = frame.point(graph.get_node(box.id).attr["pos"])
    height = _height(title, detail)
    return PlacedBox(box, _round(x - WIDTH / 2), _round(y - height / 2), height, title, detail)


def _arrow(arrow: Arrow, graph: pygraphviz.AGraph, key: str, frame: _Frame) -> PlacedArrow:
    position = graph.get_edge(arrow.source, arrow.target, key).attr["pos"]
    tip, *points = [frame.point(part.removeprefix("e,")) for part in position.split()]
    start, *rest = (f"{x:g} {y:g}" for x, y in points)
    return PlacedArrow(f"M{start}C{' '.join(rest)}", _head(points[-1], tip), arrow.dashed)


def _elbow(source: PlacedBox, target: PlacedBox, dashed: bool) -> PlacedArrow | None:
    """An arrow with two bends to the next column; None if the target is further off or behind."""
    start, end = source.x + WIDTH, target.x
    if not 0 < end - start <= _GAP:
        return None
    above, below = source.y + source.height / 2, target.y + target.height / 2
    middle, tip = (start + end) / 2, (_round(end), _round(below))
    base = (_round(end - _HEAD), tip[1])
    bend = min(8.0, abs(below - above) / 2)
    turn = math.copysign(bend, below - above)
    line = f"M{_round(start):g} {_round(above):g}H{_round(middle - bend):g}"
    if bend >= 1:
        line += (
            f"q{bend:g} 0 {bend:g} {turn:g}V{_round(below - turn):g}q0 {turn:g} {bend:g} {turn:g}"
        )
    return PlacedArrow(f"{line}L{base[0]:g} {base[1]:g}", _head(base, tip), dashed)


def _head(base: tuple[float, float], tip: tuple[float, float]) -> str:
    """A triangle from the end of the line to the tip."""
    across = math.atan2(tip[1] - base[1], tip[0] - base[0]) + math.pi / 2
    dx, dy = 4 * math.cos(across), 4 * math.sin(across)
    left = f"{_round(base[0] + dx):g} {_round(base[1] + dy):g}"
    right = f"{_round(base[0] - dx):g} {_round(base[1] - dy):g}"
    return f"M{tip[0]:g} {tip[1]:g}L{left} {right}z"


def _round(number: float) -> float:
    return round(number, 1) + 0.0


def _texts(box: Box) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return wrapped(box.title), wrapped(box.detail)


def _height(title: tuple[str, ...], detail: tuple[str, ...]) -> int:
    return 2 * PAD + LINE * (len(title) + len(detail))


def wrapped(text: str, letters: int = LETTERS, lines: int = 2) -> tuple[str, ...]:
    """A text in at most so many lines; what doesn't fit ends in an ellipsis."""
    found = [""]
    for word in text.split():
        longer = f"{found[-1]} {word}".strip()
        if found[-1] and width(longer) > letters:
            found.append(word)
        else:
            found[-1] = longer
    if len(found) > lines:
        found[lines - 1 :] = [found[lines - 1] + " …"]
    return tuple(_cut(line, letters) for line in found if line)


def _cut(line: str, letters: int) -> str:
    if width(line) <= letters:
        return line
    kept = line.removesuffix(" …")
    while kept and width(kept) >= letters:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def width(text: str) -> int:
    """How many letters wide a text is; wide ones, as in Chinese or emoji, count twice."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parents[1] / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
