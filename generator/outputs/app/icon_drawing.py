"""Draws the icons of an app: a sign in a square of its ground."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache

from PIL import Image, ImageDraw

from generator.derive.logo import LogoError, draw
from generator.outputs.app.colours import Rgb, rgb
from generator.outputs.app.naming import initials
from generator.outputs.app.png import encoded
from generator.outputs.app.sign import NEUTRAL, Sign, of_letters, of_logo, of_sign

Logo = tuple[str, bytes]
"""The path of a logo as the plan writes it, and the file's content."""

_ROUND = 0.22
_REACH = {"any": 0.4, "maskable": 0.34, "apple": 0.38, "page": 0.44}
_OF_SHORTCUT = 0.36


def of_app(
    logo: Logo | None, organisation: str, colour: str, sides: tuple[tuple[str, int], ...]
) -> tuple[tuple[bytes, ...], bool]:
    """The PNG files of a logo or an organisation's name, for each use and side in pixels; and
    whether the logo is an icon as it is."""
    sign = _sign(logo, organisation, rgb(colour))
    made = tuple(_icon(use, side, _laid(sign, side, _REACH[use])) for use, side in sides)
    return made, sign.whole


def of_shortcut(sign: str, colour: str, kind: str, side: int) -> bytes:
    """The PNG file of a picture sign."""
    return _icon(kind, side, _laid(of_sign(sign, rgb(colour)), side, _OF_SHORTCUT))


def _icon(use: str, side: int, picture: Image.Image) -> bytes:
    return encoded(picture, _rounded(side) if use in ("any", "page") else None)


def _sign(logo: Logo | None, organisation: str, colour: Rgb) -> Sign:
    """The logo if it can be drawn and made out, else the initials, else a neutral sign."""
    found = None
    if logo is not None:
        with suppress(LogoError):
            found = of_logo(draw(*logo), colour)
    if found is not None:
        return found
    letters = initials(organisation)
    return of_letters(letters, colour) if letters else of_sign(NEUTRAL, colour)


def _laid(sign: Sign, side: int, reach: float) -> Image.Image:
    """The sign in the middle of a square of its ground, within a circle of ``reach`` × side."""
    scale = reach * side / sign.reach
    width, height = (max(1, round(part * scale)) for part in sign.picture.size)
    # Colours are weighed by how much is seen of them, or edges would get those of what isn't.
    weighed = sign.picture.convert("RGBa")
    sized = weighed.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3)
    canvas = Image.new("RGB", (side, side), sign.ground)
    place = ((side - width) // 2, (side - height) // 2)
    canvas.paste(sized.convert("RGBA"), place, sized.getchannel("a"))
    return canvas


@lru_cache
def _rounded(side: int) -> Image.Image:
    """White where a rounded square is."""
    mask = Image.new("L", (4 * side, 4 * side))
    edge = 4 * side - 1
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, edge, edge), 4 * side * _ROUND, fill=255)
    return mask.resize((side, side), Image.Resampling.BOX)
