"""The last hand on a PDF: page labels (ISO 32000-1, 12.4.2), links to places that are known when
all is set (``links.py``), trim and bleed boxes, which tell a print shop where to cut (14.11.2), and
small objects packed together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

import pikepdf

from generator.paper.document import Boxes
from generator.paper.links import Places, linked
from generator.paper.packing import Parts, packed, taken_apart

POINTS = 72 / 25.4
"""Points in a millimetre."""


Labels = Sequence[Mapping[str, Any]]
"""What pages are called: from the page ``page`` (from 1) on its ``prefix``, and, where they are
``numbered``, a number from 1 after it."""


def finished(
    pdf: bytes, boxes: Boxes | None, labels: Labels = (), places: Places | None = None
) -> bytes:
    """The PDF as it is handed out; with ``boxes`` its pages say where they are trimmed, and how far
    the print goes beyond; with ``labels`` what they are called (12.4.2); with ``places`` its links
    lead there."""
    parts = taken_apart(pdf if boxes is None else _boxed(pdf, boxes))
    if labels:
        _call(parts, labels)
    if places is not None:
        linked(parts, places)
    return packed(parts)


def _call(parts: Parts, labels: Labels) -> None:
    ranges = b"".join(b"%d %b" % (one["page"] - 1, _label(one)) for one in labels)
    catalog = parts.objects[parts.root].removesuffix(b">>")
    parts.objects[parts.root] = b"%b/PageLabels<</Nums[%b]>>>>" % (catalog, ranges)


def _label(one: Mapping[str, Any]) -> bytes:
    prefix = pikepdf.String(one["prefix"]).unparse()
    return b"<</P%b%b>>" % (prefix, b"/S/D" if one["numbered"] else b"")


def _boxed(pdf: bytes, boxes: Boxes) -> bytes:
    with pikepdf.open(BytesIO(pdf)) as opened:
        for page in opened.pages:
            _box(page, boxes)
        out = BytesIO()
        plain = pikepdf.ObjectStreamMode.disable
        opened.save(out, object_stream_mode=plain, deterministic_id=True)
    return out.getvalue()


def _box(page: pikepdf.Page, boxes: Boxes) -> None:
    left, bottom, right, top = (float(one) for one in page.mediabox)
    for name, inset in (("/TrimBox", boxes.trim), ("/BleedBox", boxes.trim - boxes.bleed)):
        by = inset * POINTS
        page[name] = pikepdf.Array([left + by, bottom + by, right - by, top - by])
