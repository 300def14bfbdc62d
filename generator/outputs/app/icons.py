"""The icons of an app, made once for a logo, a name and a colour."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw

from generator.derive.logo import LogoError, draw, has_loose_text
from generator.editions import Edition
from generator.outputs.app.colours import ORGANISATION, Rgb, rgb
from generator.outputs.app.naming import initials
from generator.outputs.app.png import encoded
from generator.outputs.app.sign import NEUTRAL, Sign, of_letters, of_logo, of_sign
from generator.outputs.article import SIGNS
from generator.outputs.pictures import read_picture
from generator.views.parts.kinds import present
from generator.views.parts.pictures import picture_src

FOLDER = "app"
"""Where the icons are, below an edition's language folder."""

FAVICON = f"{FOLDER}/page-48.png"
APPLE_ICON = f"{FOLDER}/apple-180.png"
"""What pages name; browsers that read no manifest take these."""

SHORTCUTS = ("scenarios", "roles", "calls")
"""The kinds of page that a long press on the icon offers."""

SAFE = 0.4
"""A maskable icon may be cut to a circle of this radius, as a part of its side."""

_ROUND = 0.22
_REACH = {"any": 0.4, "maskable": 0.34, "apple": 0.38, "page": 0.44}
_SIDES = (
    ("any", 192),
    ("any", 512),
    ("maskable", 192),
    ("maskable", 512),
    ("apple", 180),
    ("page", 48),
)
_SHORTCUT = (96, 0.36)


@dataclass(frozen=True, slots=True)
class Icon:
    """A picture for a place: ``use`` is a purpose of the manifest, ``apple``, ``page`` or a kind.

    Without ``content`` it is the plan's own SVG logo, which is in the site already and has no side.
    """

    path: str
    use: str
    side: int = 0
    content: bytes | None = None


Logo = tuple[str, bytes]
"""The path of a logo as the plan writes it, and the file's content."""


def app_icons(edition: Edition, folder: Path) -> tuple[Icon, ...]:
    """Every icon of an edition; ``folder`` is the plan's."""
    header = edition.plan.plan
    colour = (header.colour or ORGANISATION).lower()
    content = read_picture(folder, header.logo) if header.logo else None
    logo = (header.logo, content) if header.logo and content is not None else None
    kinds = tuple(kind for kind in SHORTCUTS if kind in present(edition))
    return (
        *_of_app(logo, header.organisation.words, colour),
        *(_of_shortcut(kind, colour) for kind in kinds),
    )


@lru_cache(maxsize=32)
def _of_app(logo: Logo | None, organisation: str, colour: str) -> tuple[Icon, ...]:
    sign = _sign(logo, organisation, rgb(colour))
    drawn = (_icon(use, side, _laid(sign, side, _REACH[use])) for use, side in _SIDES)
    own = logo is not None and sign.whole and logo[0].lower().endswith(".svg")
    if logo is None or not own or has_loose_text(*logo):
        return tuple(drawn)
    return (*drawn, Icon(picture_src(logo[0]), "any"))


@lru_cache(maxsize=32)
def _of_shortcut(kind: str, colour: str) -> Icon:
    side, reach = _SHORTCUT
    return _icon(kind, side, _laid(of_sign(SIGNS[kind], rgb(colour)), side, reach))


def _icon(use: str, side: int, picture: Image.Image) -> Icon:
    shape = _rounded(side) if use in ("any", "page") else None
    return Icon(f"{FOLDER}/{use}-{side}.png", use, side, encoded(picture, shape))


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
