"""The QR codes on a printed page as a phone sees them, and whether they keep to the rules."""

from __future__ import annotations

from collections import Counter
from typing import Any

import numpy as np
import pypdfium2
import zxingcpp
from PIL import Image, ImageFilter

DPI = 300
SEEK_DPI = 150
"""Fine enough to find where codes stand; they are read at ``DPI``."""

MODULE_MM = 0.4
QUIET = 4
"""The least width of the white margin, in modules (ISO/IEC 18004, 6.3.8)."""

AROUND_MM = 3
WHITE = 200
LEVELS = frozenset("MQH")

_QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
_MM = 25.4 / DPI

Box = tuple[float, float, float, float]


def codes_on(page: pypdfium2.PdfPage) -> Counter[str]:
    """How often which payload stands on a page.

    Each code is looked for on a coarse picture of the page, and then drawn and read anew, blurred
    and askew. AssertionError if that fails, or if a code breaks a rule.
    """
    found: Counter[str] = Counter()
    coarse = page.render(scale=SEEK_DPI / 72, grayscale=True).to_pil()
    for one in zxingcpp.read_barcodes(coarse, formats=_QR):
        drawn = raster(page, around(one, page))
        assert one.text in read(drawn), one.text
        (clean,) = (its for its in clean_codes(drawn) if its.text == one.text)
        assert breach(clean, drawn) is None, (one.text, breach(clean, drawn))
        found[one.text] += 1
    return found


def scanned(page: pypdfium2.PdfPage, head_mm: float | None = None) -> set[str]:
    """What a reader finds on a slightly blurred picture of the page, or of its upper part, that
    hangs askew."""
    return read(raster(page, (0, 0, page.get_width(), head_mm * 72 / 25.4) if head_mm else None))


def raster(page: pypdfium2.PdfPage, box: Box | None = None) -> Image.Image:
    """A picture of the page, or of a box on it: left, upper, right and lower edge in points from
    the page's upper left."""
    left, upper, right, lower = box or (0, 0, *page.get_size())
    width, height = page.get_size()
    crop = (left, height - lower, width - right, upper)
    picture: Image.Image = page.render(scale=DPI / 72, crop=crop, grayscale=True).to_pil()
    return picture.convert("L")


def around(found: zxingcpp.Barcode, page: pypdfium2.PdfPage) -> Box:
    """Where a code of the coarse picture stands on the page in points, with 3 mm around it."""
    width, height = page.get_size()
    scale, more = 72 / SEEK_DPI, AROUND_MM * 72 / 25.4
    left, upper, right, lower = (edge * scale for edge in edges(found))
    return (
        max(0, left - more),
        max(0, upper - more),
        min(width, right + more),
        min(height, lower + more),
    )


def edges(found: zxingcpp.Barcode) -> tuple[int, int, int, int]:
    """The left, upper, right and lower edge of a code in pixels."""
    at = found.position
    corners = (at.top_left, at.top_right, at.bottom_left, at.bottom_right)
    xs, ys = [one.x for one in corners], [one.y for one in corners]
    return min(xs), min(ys), max(xs), max(ys)


def read(picture: Image.Image) -> set[str]:
    """The payloads of all codes in a picture, blurred and turned a little."""
    askew = picture.rotate(1.7, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    soft = askew.filter(ImageFilter.GaussianBlur(1))
    return {one.text for one in zxingcpp.read_barcodes(soft, formats=_QR)}


def clean_codes(picture: Image.Image) -> list[zxingcpp.Barcode]:
    """The codes in a picture as it was drawn."""
    return list(zxingcpp.read_barcodes(picture, formats=_QR))


def breach(found: zxingcpp.Barcode, picture: Image.Image) -> str | None:
    """Which rule a code in a picture of 300 dpi breaks: what a printer and a phone need."""
    left, upper, right, lower = edges(found)
    extra: Any = found.extra
    modules = 17 + 4 * int(extra["Version"])
    module = (right - left + 1) / modules
    if found.ec_level not in LEVELS:
        return f"error correction {found.ec_level}"
    if (right - left + 2) * _MM < modules * MODULE_MM:
        return f"modules of {module * _MM:.2f} mm"
    quiet = int(QUIET * module) - 1
    grey = np.asarray(picture)
    frame = np.ones_like(grey, dtype=bool)
    frame[upper - 1 : lower + 2, left - 1 : right + 2] = False
    frame[: max(0, upper - quiet)] = frame[lower + 1 + quiet :] = False
    frame[:, : max(0, left - quiet)] = frame[:, right + 1 + quiet :] = False
    if min(left, upper) < quiet or (grey[frame] < WHITE).any():
        return "something in its margin"
    return None
