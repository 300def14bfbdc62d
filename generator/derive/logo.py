"""The organisation's logo as pixels, drawn without any help of the system it runs on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

SUFFIXES = (".jpeg", ".jpg", ".png", ".svg", ".webp")
"""How the names of logos end."""

SIDE = 512
"""The longest side of a drawn logo, in pixels."""

_SVG_TEXT = re.compile(rb"<(?:\w+:)?text[\s>]")


class LogoError(Exception):
    """A logo that can't be drawn: the fault, and how to cure it, each a sentence."""

    def __init__(self, fault: str, cure: str):
        super().__init__(fault)
        self.fault, self.cure = fault, cure


def draw(name: str, content: bytes) -> Image:
    """A logo's pixels (RGBA) without its transparent margin, at most ``SIDE`` wide and high.

    The end of ``name`` tells SVG from pictures made of pixels. LogoError if nothing can be drawn.
    """
    # Only here: loading the libraries takes longer than checking a plan that has no logo.
    from generator.derive import logo_pixels

    return logo_pixels.draw(name, content)


def has_loose_text(name: str, content: bytes) -> bool:
    """Whether an SVG has letters as text, which every device draws with a face of its own."""
    return name.lower().endswith(".svg") and bool(_SVG_TEXT.search(content))
