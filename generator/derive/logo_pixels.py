"""A logo's file as pixels: what `logo.draw` needs other libraries for."""

from __future__ import annotations

import io
import warnings
from importlib.resources import files

import resvg_py
from PIL import Image, ImageOps, UnidentifiedImageError

from generator.derive.logo import SIDE, LogoError, has_loose_text

FONT = files("fontpkg_noto_sans") / "files" / "NotoSans[wdth,wght].ttf"
"""The face for letters of ours, and for those of a logo that names a face."""

_FAINT = 8
_MOST_PIXELS = 40_000_000
_LARGEST_SVG = 2_000_000


def draw(name: str, content: bytes) -> Image.Image:
    """See `logo.draw`."""
    vector = name.lower().endswith(".svg")
    drawn = _vector(content, SIDE) if vector else _pixels(content)
    box = _inked(drawn)
    largest = max(box[2] - box[0], box[3] - box[1])
    if vector and largest < SIDE // 2:
        drawn = _vector(content, SIDE * SIDE // max(largest, SIDE // 8))
        box = _inked(drawn)
    cropped = drawn.crop(box)
    cropped.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS, reducing_gap=3)
    return cropped


def _inked(drawn: Image.Image) -> tuple[int, int, int, int]:
    box = drawn.getchannel("A").point(lambda alpha: 255 * (alpha > _FAINT)).getbbox()
    if box is None:
        raise LogoError("It shows nothing.", "Save it again with something to see in it.")
    return box


def _vector(content: bytes, side: int) -> Image.Image:
    if len(content) > _LARGEST_SVG:
        raise LogoError("It is larger than 2 MB.", "Save it as plain SVG without photos in it.")
    faces = {
        "font_files": [str(FONT)],
        "sans_serif_family": "Noto Sans",
        "serif_family": "Noto Sans",
    }
    try:
        png = resvg_py.svg_to_bytes(
            svg_string=content.decode("utf-8-sig"),
            width=side,
            height=side,
            dpi=96,
            skip_system_fonts=True,
            **(faces if has_loose_text(".svg", content) else {}),  # type: ignore[arg-type]
        )
    except (ValueError, UnicodeDecodeError):
        cure = "Save it again as plain SVG, with a width and a height or a viewBox, or as PNG."
        raise LogoError("It isn't an SVG picture that can be drawn.", cure) from None
    return Image.open(io.BytesIO(png)).convert("RGBA")


def _pixels(content: bytes) -> Image.Image:
    cure = "Save it again as PNG or SVG; a sign of about 512 × 512 pixels is enough."
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture = Image.open(io.BytesIO(content), formats=("PNG", "JPEG", "WEBP"))
            if picture.width * picture.height > _MOST_PIXELS:
                raise LogoError("It has more than 40 million pixels.", cure)
            picture.draft("RGB", (SIDE, SIDE))
            return ImageOps.exif_transpose(picture).convert("RGBA")
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError):
        raise LogoError("It isn't a PNG, JPEG or WebP picture that can be read.", cure) from None
