"""The last hand on a PDF: page labels (ISO 32000-1, 12.4.2), trim and bleed boxes, which tell a
print shop where to cut (14.11.2), and small objects packed together (7.5.7), which Typst leaves
apart: tags are two thirds of a binder's bytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

import pikepdf

from generator.paper.document import Boxes

POINTS = 72 / 25.4
"""Points in a millimetre."""


Labels = Sequence[Mapping[str, Any]]
"""What pages are called: from the page ``page`` (from 1) on its ``prefix``, and, where they are
``numbered``, a number from 1 after it."""


def finished(pdf: bytes, boxes: Boxes | None, labels: Labels = ()) -> bytes:
    """The PDF as it is handed out; with ``boxes`` its pages say where they are trimmed, and how far
    the print goes beyond; with ``labels`` what they are called (12.4.2)."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        if labels:
            ranges = [part for one in labels for part in (one["page"] - 1, _label(one))]
            opened.Root.PageLabels = pikepdf.Dictionary(Nums=pikepdf.Array(ranges))
        if boxes is not None:
            for page in opened.pages:
                _box(page, boxes)
        out = BytesIO()
        packed = pikepdf.ObjectStreamMode.generate
        opened.save(out, object_stream_mode=packed, deterministic_id=True)
    return out.getvalue()


def _label(one: Mapping[str, Any]) -> pikepdf.Dictionary:
    made = pikepdf.Dictionary(P=pikepdf.String(one["prefix"]))
    if one["numbered"]:
        made.S = pikepdf.Name.D
    return made


def _box(page: pikepdf.Page, boxes: Boxes) -> None:
    left, bottom, right, top = (float(one) for one in page.mediabox)
    for name, inset in (("/TrimBox", boxes.trim), ("/BleedBox", boxes.trim - boxes.bleed)):
        by = inset * POINTS
        page[name] = pikepdf.Array([left + by, bottom + by, right - by, top - by])
