"""The fonts that sheets are set in, and which letters they have.

Typst says nothing of letters that no font has: it leaves them out, or draws a box. So texts are
compared with the fonts' character maps (OpenType ``cmap``) before.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

import typst
from fontTools.ttLib import TTFont

from generator.paper.directions import SUBSTITUTES

FAMILIES = ("Noto Sans", "Noto Sans Arabic", "Open Sans", "Noto Sans CJK JP")
"""In the order in which a letter is looked for; Open Sans is there for Hebrew."""

_PACKAGES = (
    "fontpkg_noto_sans",
    "fontpkg_noto_sans_arabic",
    "fontpkg_open_sans",
    "noto_cjk_sans_otc",
)
"""The last one is an extra of 15 MB: ``pip install 'runbook-generator[cjk]'``."""

_SUFFIXES = (".ttf", ".otf", ".otc", ".ttc")

_NO_LETTERS = frozenset(
    map(chr, (*range(32), 0x7F, 0xA0, 0x200B, 0x200E, 0x200F, *range(0xFE00, 0xFE10), 0xFEFF))
)
"""What is laid out without a glyph: controls, spaces, direction marks, and the variation selectors
that phones write after signs such as ☎."""


@cache
def font_files() -> tuple[Path, ...]:
    """The files of the font packages that are installed."""
    found: list[Path] = []
    for package in _PACKAGES:
        if find_spec(package) is not None:
            root = Path(str(files(package)))
            found += sorted(path for path in root.rglob("*") if path.suffix in _SUFFIXES)
    return tuple(found)


@cache
def fonts() -> typst.Fonts:
    """The fonts as Typst takes them: ours only, not those of the machine."""
    folders = sorted({str(path.parent) for path in font_files()})
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=list(folders)
    )


@cache
def _letters(path: Path) -> frozenset[str]:
    """The letters that a font has a glyph for."""
    with TTFont(path, fontNumber=0, lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))


def missing_letters(texts: Iterable[str]) -> tuple[str, ...]:
    """The letters that no font has, each once, in the order of their code points. A font is only
    read where those before it lack a letter."""
    missing = set().union(*texts) - _NO_LETTERS - SUBSTITUTES.keys()
    for path in font_files():
        if missing:
            missing -= _letters(path)
    return tuple(sorted(missing))
