"""Logos of several kinds, small enough to be written out."""

from __future__ import annotations

import io

from PIL import Image


def svg(inner: str, box: str = "0 0 100 100", more: str = "") -> bytes:
    """An SVG picture."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}"{more}>{inner}</svg>'.encode()


TILE = svg(
    '<rect width="100" height="100" rx="20" fill="#084"/><path d="M8 8h84L50 92z" fill="#fff"/>'
)
BADGE = svg('<circle cx="50" cy="50" r="48" fill="#b00"/>')
WHITE_INK = svg('<path d="M10 90L50 10L90 90z" fill="#fff"/>')
CORNERS = svg('<path d="M0 0h9v9H0zM91 91h9v9h-9z" fill="#024"/>')
LONG = svg('<path d="M0 0h400v60H0z" fill="#024"/>', "0 0 400 60")
MILLIMETRES = svg('<circle cx="50" cy="50" r="9"/>', more=' width="20mm" height="20mm"')


def photo() -> bytes:
    """A JPEG with a white ground and a red sign, twice as wide as high."""
    picture = Image.new("RGB", (800, 400), "white")
    picture.paste((190, 20, 40), (300, 80, 520, 330))
    held = io.BytesIO()
    picture.save(held, "JPEG")
    return held.getvalue()


LOGOS = {
    "tile.svg": TILE,
    "badge.SVG": BADGE,
    "white.svg": WHITE_INK,
    "corners.svg": CORNERS,
    "long.svg": LONG,
    "millimetres.svg": MILLIMETRES,
    "photo.jpg": photo(),
}
