"""Documents made now, or kept from an earlier run: one in which nothing changed isn't set again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from hashlib import sha256
from importlib.metadata import version

from generator.kept import Kept
from generator.paper.document import Document, Imprint
from generator.paper.fitted import fitted
from generator.paper.fonts import font_files
from generator.paper.naming import Names
from generator.paper.press import Press
from generator.paper.typesetter import SHEETS, Source, Typeset, typeset

_FORM = "3"
"""Raise it when finished PDFs are changed in another way (``boxes.py``, ``packing.py``)."""


def maker() -> str:
    """What decides, besides a document's own value, which bytes it becomes: Typst, templates and
    fonts."""
    told = sha256()
    for path in sorted(SHEETS.rglob("*.typ")):
        told.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    for font in font_files():
        told.update(f"{font.name} {font.stat().st_size}".encode())
    return f"sheets {_FORM} typst {version('typst')} {told.hexdigest()}"


def made_or_kept(
    wanted: Sequence[tuple[Document, Imprint]], source: Source, press: Press, kept: Kept
) -> list[Typeset]:
    """Every document, in order. What doesn't fit is set again each time, to be said again."""
    names = Names(source)
    keys = [names.of(document, imprint) for document, imprint in wanted]
    found = [kept.get(key) for key in keys]
    missing = [number for number, pdf in enumerate(found) if pdf is None]
    missing.sort(key=lambda number: wanted[number][0].boxes is None)  # What takes longest, first.
    if missing:
        source.prepare(tuple(names.payloads))
    fits = fitted(wanted, missing, names, source, press, kept)
    jobs = [partial(typeset, *wanted[number], source, fits.get(number)) for number in missing]
    fresh = dict(zip(missing, press(jobs) if jobs else (), strict=True))
    for number, one in fresh.items():
        if not one.overflows:
            kept.put(keys[number], one.pdf)
    return [fresh[number] if pdf is None else Typeset(pdf, ()) for number, pdf in enumerate(found)]
