"""What an icon shows, before it has a size: a picture on a ground, and how far it reaches."""

from __future__ import annotations

import io
from functools import lru_cache
from math import hypot
from pathlib import Path
from typing import cast

import resvg_py
from msgspec import Struct
from msgspec.structs import replace
from PIL import Image, ImageChops, ImageDraw, ImageFont

from generator.derive.logo_pixels import FONT
from generator.outputs.app.colours import Rgb, ground_for, ink_on

ICONS = Path(__file__).parents[2] / "templates" / "icons"
NEUTRAL = "plan"
"""The sign of an organisation whose letters no face of ours has."""

_WIDEST = 3.0
_BOLD = 700
_LETTERS = 400
_TALLEST = 0.76
_SIGN = 288
_SQUARE = 0.05
_ALIKE = 24
_SOLID = 250
_GRID = 128


class Sign(Struct, frozen=True):
    """A picture (RGBA) without margin, and the colour around it.

    ``reach`` is the distance from the picture's middle to the farthest pixel that matters.
    ``whole`` says that the file it came from is an icon as it is: square, with a ground.
    """

    picture: Image.Image
    ground: Rgb
    reach: float
    whole: bool = False


def of_logo(logo: Image.Image, organisation: Rgb) -> Sign | None:
    """A logo as a sign; None for one that shows nothing but its ground, or is so long that nobody
    could make it out in an icon.

    A logo with a ground of its own keeps it, as the whole icon's.
    """
    own = _own_ground(logo)
    ground = own or ground_for(logo, organisation)
    mask = _matters(logo, own)
    box = mask.getbbox()
    if box is None:
        return None
    width, height = box[2] - box[0], box[3] - box[1]
    if not 1 / _WIDEST <= width / height <= _WIDEST:
        return None
    whole = own is not None and abs(logo.width / logo.height - 1) < _SQUARE
    return Sign(logo.crop(box), ground, _reach(mask.crop(box)), whole)


def of_letters(letters: str, ground: Rgb) -> Sign:
    """One to three letters in the colour that can be read on ``ground``."""
    face = _face()
    left, top, right, bottom = face.getbbox(letters)
    mask = Image.new("L", (round(right - left), round(bottom - top)))
    ImageDraw.Draw(mask).text((-left, -top), letters, fill=255, font=face)
    sign = _inked(mask, ground)
    return replace(sign, reach=max(sign.reach, _TALLEST * sign.picture.height))


def of_sign(name: str, ground: Rgb) -> Sign:
    """One of the signs that pages have, on ``ground``."""
    svg = (ICONS / f"{name}.svg").read_text("utf-8")
    style = (
        "svg{fill:none;stroke:#000;stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round}"
    )
    svg = svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    png = resvg_py.svg_to_bytes(
        svg_string=svg, width=_SIGN, height=_SIGN, style_sheet=style, skip_system_fonts=True
    )
    return _inked(Image.open(io.BytesIO(png)).getchannel("A"), ground)


def _inked(mask: Image.Image, ground: Rgb) -> Sign:
    mask = mask.crop(mask.getbbox())
    picture = Image.new("RGBA", mask.size, ink_on(ground))
    picture.putalpha(mask)
    return Sign(picture, ground, _reach(mask))


@lru_cache
def _face() -> ImageFont.FreeTypeFont:
    face = ImageFont.truetype(str(FONT), _LETTERS, layout_engine=ImageFont.Layout.BASIC)
    face.set_variation_by_axes([_BOLD, 100])
    return face


def _own_ground(logo: Image.Image) -> Rgb | None:
    """The one colour along the middle of all four edges, if they have one."""
    width, height = logo.size
    inset = max(1, min(width, height) // 48)
    along = [(25 + step) / 100 for step in range(0, 51, 5)]
    places = [
        *((int(at * width), y) for at in along for y in (inset, height - 1 - inset)),
        *((x, int(at * height)) for at in along for x in (inset, width - 1 - inset)),
    ]
    if min(width, height) <= 2 * inset:
        return None
    found = [cast("tuple[int, int, int, int]", logo.getpixel(place)) for place in places]
    solid = all(pixel[3] >= _SOLID and _alike(pixel, found[0]) for pixel in found)
    return found[0][:3] if solid else None


def _alike(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return all(abs(a - b) <= _ALIKE for a, b in zip(one[:3], other[:3], strict=True))


def _matters(logo: Image.Image, own: Rgb | None) -> Image.Image:
    """White where a pixel differs from the ground."""
    seen = logo.getchannel("A").point(lambda alpha: 255 * (alpha > _ALIKE))
    if own is None:
        return seen
    flat = Image.new("RGB", logo.size, own)
    flat.paste(logo, mask=logo.getchannel("A"))
    red, green, blue = ImageChops.difference(flat, Image.new("RGB", logo.size, own)).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return most.point(lambda value: 255 * (value > _ALIKE))


def _reach(mask: Image.Image) -> float:
    """From the middle to the farthest white pixel, a little too far rather than too near."""
    width, height = mask.size
    step = max(1, -(-max(width, height) // _GRID))
    small = mask.reduce(step) if step > 1 else mask
    columns, rows = small.size
    found, pixels = 0.0, small.tobytes()
    for row in range(rows):
        line = pixels[row * columns : (row + 1) * columns]
        held = line.strip(b"\0")
        if not held:
            continue
        first = len(line) - len(line.lstrip(b"\0"))
        down = max(abs(row * step - height / 2), abs((row + 1) * step - height / 2))
        for edge in (first * step, (first + len(held)) * step):
            found = max(found, hypot(edge - width / 2, down))
    return found
