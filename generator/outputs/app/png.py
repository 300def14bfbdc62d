"""Small PNG files of flat pictures: a palette of few colours, the plain ones exact."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from PIL import Image

from generator.outputs.app.png_file import packed

Colour = tuple[int, ...]

_CLEAR = 3
"""So many steps from transparent to opaque."""

_FLAT = 0.93
_FEW, _MANY, _SMALL = 16, 192, 256
_PLAIN = 0.002
_NEAR = 7
_NEARER = 3


def encoded(picture: Image.Image, shape: Image.Image | None = None) -> bytes:
    """An RGB picture as PNG. ``shape`` (L, of the same size) is white where it can be seen.

    What is partly seen through must have one colour, as the corners of an icon have.
    """
    steps = _CLEAR if shape else 0
    reduced = _reduced(picture, steps)
    options: dict[str, bytes] = {}
    if shape is not None:
        reduced, options = _cut_out(reduced, shape)
    return packed(reduced, **options)


def _reduced(picture: Image.Image, steps: int) -> Image.Image:
    """With a palette that leaves ``steps`` places free."""
    pixels = picture.width * picture.height
    colours = sorted(
        cast("list[tuple[int, Colour]]", picture.getcolors(pixels)),
        key=lambda one: (-one[0], one[1]),
    )
    flat = sum(often for often, _ in colours[:6]) >= _FLAT * pixels
    often_seen = [colour for often, colour in colours[:_FEW] if often >= _PLAIN * pixels]
    plain = _apart(often_seen, _NEAR)[: _FEW // 2]
    small = len(plain) > 2 or picture.width <= _SMALL
    places = (_MANY if not flat else _FEW if small else _FEW // 2) - steps
    others = [
        colour for _, colour in colours if all(_far(colour, other) > _NEAR for other in plain)
    ]
    palette = [*plain, *_apart(_shades(others, places - len(plain)), _NEARER)]
    key = Image.new("P", (1, 1))
    key.putpalette([part for colour in palette for part in colour])
    return picture.quantize(palette=key, dither=Image.Dither.NONE)


def _shades(colours: list[Colour], most: int) -> list[Colour]:
    """A choice of colours, however rare each is: edges are smooth by rare ones."""
    if not colours:
        return []
    line = Image.new("RGB", (len(colours), 1))
    line.putdata(colours)
    made = line.quantize(most, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    return _triples(made.getpalette() or [])[:most]


def _triples(numbers: list[int]) -> list[Colour]:
    return list(zip(numbers[::3], numbers[1::3], numbers[2::3], strict=True))


def _apart(colours: Iterable[Colour], distance: int) -> list[Colour]:
    """Those that are farther than ``distance`` from each earlier one.

    Why: looking up a pixel's nearest colour isn't exact, and plain ones have to stay what they are.
    """
    found: list[Colour] = []
    for colour in colours:
        if all(_far(colour, other) > distance for other in found):
            found.append(colour)
    return found


def _far(one: Colour, other: Colour) -> int:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def _cut_out(reduced: Image.Image, shape: Image.Image) -> tuple[Image.Image, dict[str, bytes]]:
    """The steps of transparency as colours of their own, all with the colour of the corner."""
    palette = (reduced.getpalette() or [])[:]
    used = len(palette) // 3
    corner = cast("int", reduced.getpixel((0, 0)))
    ground = palette[3 * corner : 3 * corner + 3]
    steps = shape.point([value * _CLEAR // 255 for value in range(256)])
    places = steps.point([min(used + step, 255) for step in range(256)])
    reduced.paste(places, mask=steps.point([255 * (step < _CLEAR) for step in range(256)]))
    reduced.putpalette(palette + ground * _CLEAR)
    clear = bytes(255 * step // _CLEAR for step in range(_CLEAR))
    return reduced, {"transparency": b"\xff" * used + clear}
