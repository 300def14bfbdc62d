"""The last hand on a PDF: trim and bleed boxes, which tell a print shop where to cut (ISO 32000-1,
14.11.2), and small objects packed together (7.5.7), which Typst leaves apart: tags are two thirds
of a binder's bytes."""

from __future__ import annotations

from io import BytesIO

import pikepdf

from generator.paper.document import Boxes

POINTS = 72 / 25.4
"""Points in a millimetre."""


def finished(pdf: bytes, boxes: Boxes | None) -> bytes:
    """The PDF as it is handed out; with ``boxes`` its pages say where they are trimmed, and how far
    the print goes beyond."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        if boxes is not None:
            for page in opened.pages:
                _box(page, boxes)
        out = BytesIO()
        packed = pikepdf.ObjectStreamMode.generate
        opened.save(out, object_stream_mode=packed, deterministic_id=True)
    return out.getvalue()


def _box(page: pikepdf.Page, boxes: Boxes) -> None:
    left, bottom, right, top = (float(one) for one in page.mediabox)
    for name, inset in (("/TrimBox", boxes.trim), ("/BleedBox", boxes.trim - boxes.bleed)):
        by = inset * POINTS
        page[name] = pikepdf.Array([left + by, bottom + by, right - by, top - by])
