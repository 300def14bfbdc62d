"""Colours that can be told apart (WCAG 2.2, relative luminance and contrast ratio)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from PIL import Image

Rgb = tuple[int, int, int]

ORGANISATION = "#0b4f6c"
"""The colour of a plan that names none, as in the style sheet."""

WHITE: Rgb = (255, 255, 255)
BLACK: Rgb = (0, 0, 0)

READABLE = 4.5
"""The contrast of text (WCAG 2.2, 1.4.3)."""

_ENOUGH = 2.0
_VISIBLE = 128
_BOX = 4
"""Pillow's number of the box filter; the name would need the library loaded."""


def rgb(colour: str) -> Rgb:
    """`#0b4f6c` as numbers."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


@lru_cache(maxsize=4096)
def luminance(colour: Rgb) -> float:
    """Relative luminance, 0 for black and 1 for white."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Rgb, other: Rgb) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def ink_on(ground: Rgb) -> Rgb:
    """White where it can be read, else black, which then can."""
    return WHITE if contrast(WHITE, ground) >= READABLE else BLACK


def ground_for(picture: Image.Image, organisation: Rgb) -> Rgb:
    """What a picture with a transparent ground stands out from: white if that will do, else the
    organisation's colour or black, whichever is better."""
    colours = _colours(picture)
    if _distinct(colours, WHITE) >= _ENOUGH:
        return WHITE
    return max((organisation, WHITE, BLACK), key=lambda ground: _distinct(colours, ground))


def _colours(picture: Image.Image) -> list[tuple[int, Rgb]]:
    """How often each colour occurs, in a small copy; what can be seen through is left out."""
    small = picture.resize((48, 48), _BOX)
    found = cast("list[tuple[int, tuple[int, int, int, int]]]", small.getcolors(48 * 48))
    seen = [(often, (r, g, b)) for often, (r, g, b, alpha) in found if alpha >= _VISIBLE]
    return seen or [(often, (r, g, b)) for often, (r, g, b, _) in found]


def _distinct(colours: list[tuple[int, Rgb]], ground: Rgb) -> float:
    """The mean contrast with a ground; very high ones don't make up for low ones."""
    total = sum(often for often, _ in colours)
    each = (often * min(contrast(colour, ground), READABLE) for often, colour in colours)
    return sum(each) / total
