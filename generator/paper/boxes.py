"""Trim and bleed boxes: what tells a print shop where to cut (ISO 32000-1, 14.11.2)."""

from __future__ import annotations

from io import BytesIO

import pikepdf

from generator.paper.document import Boxes

POINTS = 72 / 25.4
"""Points in a millimetre."""


def with_boxes(pdf: bytes, boxes: Boxes | None) -> bytes:
    """The PDF whose pages say where they are trimmed, and how far the print goes beyond."""
    if boxes is None:
        return pdf
    with pikepdf.open(BytesIO(pdf)) as opened:
        for page in opened.pages:
            left, bottom, right, top = (float(one) for one in page.mediabox)
            for name, inset in (("/TrimBox", boxes.trim), ("/BleedBox", boxes.trim - boxes.bleed)):
                by = inset * POINTS
                page[name] = pikepdf.Array([left + by, bottom + by, right - by, top - by])
        out = BytesIO()
        opened.save(out, deterministic_id=True)
    return out.getvalue()
